package recognise

import (
	_ "embed"
	"slices"
	"sort"
	"sync"

	"go.yaml.in/yaml/v4"

	"hongtou/internal/dossier"
)

//go:embed vocabulary.yaml
var vocabularyFile []byte

// number is the kind of a column that numbers the items; problem of one that
// names them.
const (
	numberKind  dossier.FieldKind = "number"
	problemKind dossier.FieldKind = "problem"
)

// vocabulary is what offices call things.
type vocabulary struct {
	Labels    map[dossier.FieldKind][]string
	Under     map[string]map[string]dossier.FieldKind
	Amending  []string
	Furniture []string
	Suffixes  []struct {
		Kind string
		Ends []string
	}
	Groups   []string
	Surnames []string // of two characters
	Levels   []string // that tell a level and are no names
	Tails    []string // that end a wording after 、
	Roles    []string // people by what they do

	Qualifiers []string // that stand before an office

	kind  map[string]dossier.FieldKind
	words []string      // all labels, the longest first
	most  int           // characters of the longest
	first map[rune]bool // characters that begin one
}

// words reads the vocabulary once; it never changes.
var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{kind: map[string]dossier.FieldKind{}, first: map[rune]bool{}}
	if err := yaml.Unmarshal(vocabularyFile, v); err != nil {
		panic("vocabulary.yaml: " + err.Error()) // embedded: a test reads it
	}
	for kind, labels := range v.Labels {
		for _, l := range labels {
			v.kind[l] = kind
			v.first[[]rune(l)[0]] = true
			v.words = append(v.words, l)
			v.most = max(v.most, len([]rune(l)))
		}
	}
	sort.Slice(v.words, func(i, j int) bool {
		a, b := v.words[i], v.words[j]
		return len(a) > len(b) || len(a) == len(b) && a < b
	})
	return v
})

// strong says whether a label is long enough to be one in running text too.
func strong(label string) bool { return len([]rune(label)) >= 4 }

var fieldOrder = []dossier.FieldKind{
	dossier.Goal, dossier.Deadline, dossier.Responsible, dossier.Cooperating, dossier.Leaders,
	dossier.Persons, dossier.Supervisors, dossier.Measures, Other,
}

// isField says whether a label's kind is a field of an item.
func isField(k dossier.FieldKind) bool { return slices.Contains(fieldOrder, k) }

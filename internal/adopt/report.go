package adopt

import (
	"cmp"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"

	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
	"hongtou/internal/transcribe"
)

// Report tells what became of foreign files: every character that is not in
// the dossier, and every one that is another there, stands in a list.
type Report struct {
	Sources    []string    `json:"sources"`
	Message    string      `json:"message"`
	Problem    string      `json:"problem,omitempty"` // why nothing was written
	Name       string      `json:"name,omitempty"`
	Beside     string      `json:"beside,omitempty"` // a dossier that was there and has the name this one would have had
	Folder     string      `json:"folder,omitempty"`
	Written    []string    `json:"written"`
	Items      []Item      `json:"items"`
	Amendments int         `json:"amendments"`
	Units      []Name      `json:"units"`
	People     []Name      `json:"people"`
	Labels     []Label     `json:"labels"`
	Missing    []string    `json:"missing"`
	Doubts     []Doubt     `json:"doubts"`
	Unheld     []Unheld    `json:"unheld"`
	Unplaced   []Loose     `json:"unplaced"`
	Restored   []Mark      `json:"restored"`
	Changes    []Character `json:"changes"`   // every character that was changed
	Structure  int         `json:"structure"` // characters that the format says otherwise
	Notes      []Doubt     `json:"notes"`     // of the readers: pictures, comments, hidden text
	Characters int         `json:"characters"`
	Placed     int         `json:"placed"`
	Left       int         `json:"left"`    // characters listed as not placed
	Blank      int         `json:"blank"`   // spaces at the ends of lines
	Removed    int         `json:"removed"` // characters left out, listed in changes
}

// Item is a recognised task.
type Item struct {
	ID       string `json:"id"`
	At       string `json:"at"`
	Fields   int    `json:"fields"`
	Measures int    `json:"measures"`
}

// Name is a name proposed for the register.
type Name struct {
	Name  string `json:"name"`
	Kind  string `json:"kind,omitempty"`
	Basis string `json:"basis"`
}

// Label is a printed label and the kind of field it was taken for.
type Label struct {
	Words string `json:"words"`
	Kind  string `json:"kind"`
}

// Doubt is a place that people should look at.
type Doubt struct {
	At      string `json:"at"`
	What    string `json:"what,omitempty"`
	Why     string `json:"why"`
	Assumed string `json:"assumed,omitempty"`
}

// Unheld is something the format has no place for.
type Unheld struct {
	Item string `json:"item,omitempty"`
	What string `json:"what"`
	Why  string `json:"why"`
}

// Loose is a run of characters that stands nowhere in the dossier.
type Loose struct {
	At        string `json:"at"`
	Text      string `json:"text"`
	Why       string `json:"why"`
	Furniture bool   `json:"furniture"` // of the page, such as navigation
}

// Mark counts restored punctuation.
type Mark struct {
	Mark  string `json:"mark"`
	Times int    `json:"times"`
}

// Character is one change of characters.
type Character struct {
	At  string `json:"at"`
	Old string `json:"old"`
	New string `json:"new"`
	Why string `json:"why"`
}

func newReport(files Files, d recognise.Draft, r recognise.Report, w transcribe.Result) Report {
	p := places{several: len(files.Paths) > 1, paged: map[string]bool{}}
	for _, m := range files.texts {
		p.paged[m.Name] = m.Format != manuscript.Text && m.Format != manuscript.CSV
	}
	out := Report{
		Sources: files.Paths, Message: r.Message, Written: []string{}, Items: []Item{}, Amendments: len(d.Amendments),
		Units: names(d.Units), People: names(d.People), Labels: []Label{}, Missing: append([]string{}, r.Missing...),
		Doubts: []Doubt{}, Unheld: []Unheld{}, Unplaced: []Loose{}, Restored: []Mark{}, Changes: []Character{}, Notes: []Doubt{},
		Characters: r.Characters, Placed: r.Placed,
	}
	for _, c := range r.Recognised {
		out.Items = append(out.Items, Item{c.Item, p.say("", c.Place), len(c.Fields), c.Lines})
	}
	for _, l := range d.Labels {
		out.Labels = append(out.Labels, Label{l.Words, string(l.Kind)})
	}
	for _, x := range r.Doubts {
		out.Doubts = append(out.Doubts, Doubt{p.say(x.File, x.Place), x.What, x.Why, x.Assumed})
	}
	for _, x := range w.Unheld {
		out.Unheld = append(out.Unheld, Unheld{x.Item, x.What, x.Why})
	}
	for _, x := range r.Unplaced {
		out.Unplaced = append(out.Unplaced, Loose{p.say(x.File, x.Place), x.Text, x.Why, x.Furniture})
	}
	for _, x := range r.Marks {
		out.Restored = append(out.Restored, Mark{x.Mark, x.Times})
	}
	for _, x := range slices.Concat(r.Restored, r.Corrected) {
		out.Changes = append(out.Changes, Character{p.say(x.File, x.Place), x.Old, x.New, x.Why})
	}
	out.Left, out.Blank, out.Structure, out.Removed = r.Sum.Unplaced, r.Sum.Blank, r.Sum.Structure, r.Sum.Removed
	for _, m := range files.texts {
		for _, n := range m.Notes {
			out.Notes = append(out.Notes, Doubt{At: p.say(m.Name, n.Place), Why: n.Message})
		}
	}
	return out
}

func names(list []recognise.Name) []Name {
	out := []Name{}
	for _, n := range list {
		kind := n.Kind
		if n.Leader {
			kind = "leader"
		}
		out = append(out, Name{n.Name, kind, n.Basis})
	}
	return out
}

// places says where something stands, as people find it.
type places struct {
	several bool            // files
	paged   map[string]bool // files without lines
}

func (p places) say(file string, at manuscript.Place) string {
	where := ""
	switch {
	case at.Cell != "":
		where = at.Sheet + "!" + at.Cell
		if at.Sheet == "" {
			where = at.Cell
		}
	case at.Line > 0 && p.paged[file]:
		where = "第" + strconv.Itoa(at.Line) + "段"
	case at.Line > 0:
		where = "第" + strconv.Itoa(at.Line) + "行"
	}
	if p.several && file != "" {
		return cmp.Or(file+" "+where, file)
	}
	return cmp.Or(where, file)
}

// wrote lists the files, as messages name them.
func (r *Report) wrote(content, name string, result transcribe.Result, units bool) {
	folder := filepath.ToSlash(filepath.Clean(content))
	for _, p := range slices.Sorted(maps.Keys(result.Files)) {
		r.Written = append(r.Written, path.Join(folder, name, p))
	}
	if units {
		r.Written = append(r.Written, path.Join(folder, register))
	}
}

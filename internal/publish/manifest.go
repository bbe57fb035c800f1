package publish

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// ManifestName is the manifest's path in out/.
const ManifestName = "manifest.json"

// manifestVersion is the version of the manifest's form.
const manifestVersion = 1

// Manifest lists everything in out/ that is ours. It depends on the content
// alone. Programs outside read it: its words are stable.
type Manifest struct {
	Version    int       `json:"version"`
	InputsHash string    `json:"inputs_hash,omitempty"` // of everything that all files here were made from; absent when they were made from different states of it
	Shard      *Shard    `json:"shard,omitempty"`       // absent when this is no slice
	Dossiers   []Dossier `json:"dossiers"`
	Outputs    []Output  `json:"outputs"`
}

// Shard says which slice of all documents stands here.
type Shard struct {
	Index     int      `json:"index"` // from 1
	Of        int      `json:"of"`
	Selection []string `json:"selection"` // of the kinds, formats and units asked for, in all slices alike; empty = everything
}

// Equal says whether two slices, or nil for no slice, are the same.
func (s *Shard) Equal(o *Shard) bool {
	return s == o || s != nil && o != nil && s.Index == o.Index && s.Of == o.Of && slices.Equal(s.Selection, o.Selection)
}

// Dossier is one dossier and the editions it was built for.
type Dossier struct {
	ID       string   `json:"id"`
	AsOf     string   `json:"as_of"`
	Editions []string `json:"editions"`
}

// Output is one file. Keys that do not apply to its kind are absent.
type Output struct {
	Path       string `json:"path"` // slash-separated, relative to out/
	Kind       string `json:"kind"`
	Format     string `json:"format"`
	Dossier    string `json:"dossier,omitempty"`
	Edition    string `json:"edition,omitempty"` // a date
	Unit       string `json:"unit,omitempty"`
	Item       string `json:"item,omitempty"`
	Pages      int    `json:"pages,omitempty"`
	Bytes      int64  `json:"bytes"`
	SHA256     string `json:"sha256"`
	InputsHash string `json:"inputs_hash,omitempty"`
	Key        string `json:"key,omitempty"`      // of its document, from which inputs_hash follows
	Problems   int    `json:"problems,omitempty"` // what the making of it reported, none of them errors
}

// sums gives the sum of every path.
func (m Manifest) sums() map[string]string {
	sums := make(map[string]string, len(m.Outputs))
	for _, o := range m.Outputs {
		sums[o.Path] = o.SHA256
	}
	return sums
}

// normalised is a sorted copy in which no list is null.
func (m Manifest) normalised() Manifest {
	out := Manifest{
		Version:    manifestVersion,
		InputsHash: m.InputsHash,
		Dossiers:   append([]Dossier{}, m.Dossiers...),
		Outputs:    append([]Output{}, m.Outputs...),
	}
	if m.Shard != nil {
		out.Shard = &Shard{m.Shard.Index, m.Shard.Of, append([]string{}, m.Shard.Selection...)}
	}
	slices.SortFunc(out.Outputs, func(a, b Output) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(out.Dossiers, func(a, b Dossier) int { return cmp.Compare(a.ID, b.ID) })
	for i := range out.Dossiers {
		out.Dossiers[i].Editions = append([]string{}, out.Dossiers[i].Editions...)
		slices.Sort(out.Dossiers[i].Editions)
	}
	return out
}

// check refuses paths that may not be written, and paths that are the same
// file on a disk that does not tell A from a.
func (m Manifest) check() error {
	folded := make(map[string]string, len(m.Outputs))
	for i := range m.Outputs {
		path := m.Outputs[i].Path
		if err := checkPath(path); err != nil {
			return err
		}
		same := fold(path)
		if other, taken := folded[same]; taken {
			return pathError(path, "与“"+other+"”重名")
		}
		folded[same] = path
	}
	return nil
}

// encode writes the manifest with a final newline. Outputs are written one by
// one: of what it indents as a whole the library has three copies in memory,
// and there may be thousands of outputs.
func (m Manifest) encode() ([]byte, error) {
	outputs := m.Outputs
	m.Outputs = []Output{}
	var b bytes.Buffer
	if err := indented(&b, "").Encode(m); err != nil || len(outputs) == 0 {
		return b.Bytes(), err
	}
	const end = "]\n}\n" // the list of outputs is the last thing there is
	b.Truncate(b.Len() - len(end))
	b.Grow(sizeOf(outputs))
	each := indented(&b, "    ")
	for i := range outputs {
		if i > 0 {
			b.Truncate(b.Len() - len("\n"))
			b.WriteByte(',')
		}
		b.WriteString("\n    ")
		if err := each.Encode(&outputs[i]); err != nil {
			return nil, err
		}
	}
	b.WriteString("  " + end)
	return b.Bytes(), nil
}

func indented(b *bytes.Buffer, prefix string) *json.Encoder {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, "  ")
	return e
}

// sizeOf is about how many bytes outputs take in the manifest.
func sizeOf(outputs []Output) int {
	const words = 280 // keys, marks, blanks and numbers
	n := 0
	for i := range outputs {
		o := &outputs[i]
		n += words + len(o.Path) + len(o.Kind) + len(o.Format) + len(o.Dossier) + len(o.Edition) + len(o.Unit) + len(o.Item) + len(o.SHA256) + len(o.InputsHash) + len(o.Key)
	}
	return n
}

var (
	errForeignManifest = errors.New("其中的 " + ManifestName + " 不是本程序写的，或已损坏")
	errNewerManifest   = errors.New("其中的 " + ManifestName + " 是较新版本的程序写的")
)

// decodeManifest reads a manifest of ours; any other file of that name is
// an error, and so is one with a path that may not be written.
func decodeManifest(data []byte) (Manifest, error) {
	var m Manifest
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(&m)
	if err == nil && d.Decode(new(any)) != io.EOF {
		err = errForeignManifest
	}
	if err != nil || m.Version != manifestVersion || m.Outputs == nil {
		if why := whose(data); why != nil {
			return Manifest{}, why
		}
	}
	if err != nil {
		return Manifest{}, errForeignManifest
	}
	if err := m.check(); err != nil {
		return Manifest{}, fmt.Errorf("%w（%w）", errForeignManifest, err)
	}
	return m, nil
}

// whose says why something is no manifest of this program or an older one, as
// far as can be told without knowing all of its form. It is asked only when the
// form is in doubt: there may be thousands of outputs.
func whose(data []byte) error {
	var probe struct {
		Version any `json:"version"`
		Outputs any `json:"outputs"`
	}
	if json.Unmarshal(data, &probe) != nil {
		return errForeignManifest
	}
	version, isNumber := probe.Version.(float64)
	if _, isList := probe.Outputs.([]any); !isNumber || !isList {
		return errForeignManifest
	}
	if version > manifestVersion {
		return errNewerManifest
	}
	return nil
}

// Package markdown reads official-document Markdown: source text goes in, a
// flat list of blocks with exact places comes out. The printed numbering is
// the markup (GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）); beside it only the
// title line `# …`, fenced blocks, attribute lines `{name key=value}` and
// `{sic=…}` marks mean anything. Emphasis, links, HTML, lists, tables and
// block quotes are no markup: their characters print literally, so that no
// content can change a document's structure.
package markdown

import (
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// Kind is the kind of a block.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Title
	Fence
)

// Block is one paragraph, title or fenced block.
type Block struct {
	Kind   Kind
	At     diag.Position // first character of the block, markup included
	Attr   *Attribute    // attribute line before the block, or nil
	Level  int           // 0 body text; 1 一、 2 （一） 3 1. 4 （1）
	Number string        // as printed
	Value  int           // the number itself, 0 for body text
	Head   int           // characters up to and with the first 。 (all when there is none); 0 for body text
	Text   dossier.Text  // paragraph or title, marks and breaks removed
	Breaks []int         // title: offsets of the | in characters of Text
	Info   dossier.Text  // fence: the words after ```
	Lines  []dossier.Text
}

// Title gives a title block as the model's type.
func (b Block) Title() dossier.Title { return dossier.Title{Text: b.Text, Breaks: b.Breaks} }

// Paragraph gives a paragraph block as the model's type, its heading run-in.
func (b Block) Paragraph() dossier.Paragraph {
	return dossier.Paragraph{Level: b.Level, Number: b.Number, Text: b.Text, Head: b.Head}
}

// FirstSentence is the number of characters of s up to and with its first 。,
// all of them when there is none.
func FirstSentence(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r == '。' {
			break
		}
	}
	return n
}

// Attribute is an attribute line: {name key=value key="quoted value" flag}.
type Attribute struct {
	At    diag.Position
	Name  dossier.Text // first word; zero when the line starts with key=value
	Pairs []Pair       // in written order, each key once
}

// Pair is one key with its value; a flag has none.
type Pair struct {
	Key, Value dossier.Text
	Flag       bool
}

// Get gives the value of a key; ok is false when the key is absent.
func (a *Attribute) Get(key string) (value dossier.Text, ok bool) {
	if a == nil {
		return dossier.Text{}, false
	}
	for _, p := range a.Pairs {
		if p.Key.Value == key {
			return p.Value, true
		}
	}
	return dossier.Text{}, false
}

// Content gives a fenced block's lines as one string.
func (b Block) Content() string {
	var s strings.Builder
	for _, l := range b.Lines {
		s.WriteString(l.Value)
		s.WriteByte('\n')
	}
	return s.String()
}

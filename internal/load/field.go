package load

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
	"hongtou/internal/nearest"
)

// label is a field's label at the start of a paragraph.
type label struct {
	kind  dossier.FieldKind
	text  dossier.Text // without the colon
	value dossier.Text // what follows the colon
}

// longestLabel bounds, in characters, how far a label is looked for.
const longestLabel = 12

// label reads the label of a paragraph.
func (r *itemReader) label(b markdown.Block) (label, bool) {
	words, colon, ok := beforeColon(b.Text.Value)
	kind, known := r.labels[words]
	if !ok || !known {
		return label{}, false
	}
	n := utf8.RuneCountInString(words)
	return label{
		kind:  kind,
		text:  b.Text.Slice(0, n),
		value: b.Text.Slice(n+utf8.RuneCountInString(colon), b.Text.Len()),
	}, true
}

// beforeColon gives the few characters before the first colon.
func beforeColon(s string) (words, colon string, ok bool) {
	i := strings.IndexAny(s, "：:")
	if i < 0 || utf8.RuneCountInString(s[:i]) > longestLabel {
		return "", "", false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i : i+size], true
}

// atLabel says whether the next block starts with a label.
func (r *itemReader) atLabel() bool {
	if r.done() {
		return false
	}
	_, ok := r.label(r.blocks[0])
	return ok
}

// fields reads all fields of an aspect.
func (r *itemReader) fields(a *dossier.Aspect) {
	for !r.done() && !r.atAspect(a) {
		b := r.next()
		lab, ok := r.label(b)
		if !ok {
			r.stray(b)
			continue
		}
		if !strings.HasPrefix(b.Text.Value[len(lab.text.Value):], "：") {
			r.l.halfColon(b.Text, lab.text.Len())
		}
		f := r.field(lab, a)
		if before := a.Field(lab.kind); before != nil {
			r.l.add(diag.Diagnostic{
				Code: "duplicate-label", Message: fmt.Sprintf("“%s”写了两次", lab.text.Value), Hint: "合并为一个",
				At: lab.text.At, Length: lab.text.Len(),
				Notes: []diag.Note{{Message: "第一次写在这里", At: before.Label.At}},
			})
			continue
		}
		a.Fields = append(a.Fields, f)
	}
}

// stray reports a paragraph that belongs to no field.
func (r *itemReader) stray(b markdown.Block) {
	if r.misspelt(b) {
		return
	}
	r.l.errorAt(b.Text.At, 0, "stray-paragraph", "这一段不属于任何字段", "段首写标签，如“责任单位：”，或移到整改措施之后")
}

// misspelt reports a paragraph whose first words are a label but for one
// slip.
func (r *itemReader) misspelt(b markdown.Block) bool {
	words, _, ok := beforeColon(b.Text.Value)
	if !ok || utf8.RuneCountInString(words) < 3 {
		return false
	}
	candidates := make([]string, 0, len(r.labels))
	for l := range r.labels {
		candidates = append(candidates, l)
	}
	slices.Sort(candidates)
	near, ok := nearest.Within(1, words, candidates)
	if ok {
		r.l.errorAt(b.Text.At, utf8.RuneCountInString(words), "unknown-label",
			fmt.Sprintf("没有名为“%s”的字段", words), fmt.Sprintf("是否为“%s”？", near))
	}
	return ok
}

func (r *itemReader) field(lab label, a *dossier.Aspect) dossier.Field {
	f := dossier.Field{Kind: lab.kind, Label: lab.text}
	switch {
	case lab.kind == dossier.Measures:
		f.Measures = r.measures(lab, a)
	case lab.value.Value != "":
		f.Value = lab.value
	case !r.done() && !r.atLabel() && !r.atAspect(a) && r.blocks[0].Level == 0:
		f.Value, f.OwnLine = r.next().Text, true
	}
	if f.Value.Value == "" && len(f.Measures) == 0 {
		r.l.errorAt(lab.text.At, lab.text.Len(), "empty-field", fmt.Sprintf("“%s：”之后没有内容", lab.text.Value), "写出内容，或删除这个标签")
	}
	return f
}

// Package transcribe writes a draft as the files of a dossier (docs/content.md):
// draft in, files by path out, with a list of what the format cannot hold. It
// invents nothing: what the sources lack is a mark 【待填】 that check refuses.
package transcribe

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/recognise"
)

// Unheld is something of the draft that the format has no place for.
type Unheld struct {
	Item string // 06; "" of what belongs to no item
	What string // the words
	Why  string // Chinese
}

// Result is the folder of a dossier.
type Result struct {
	Files  map[string][]byte // by path inside the dossier's folder: dossier.yaml, notice.md, plan.md, items/01.md, amendments/….md
	Units  []byte            // a whole units.yaml: the known register's text, and the proposed entries
	Unheld []Unheld
}

// Files gives the files of a dossier's folder.
func Files(d recognise.Draft) map[string][]byte { return Write(d, nil).Files }

// Write gives the files of a dossier's folder and the register; known is the
// text of the register so far, nil when there is none.
func Write(d recognise.Draft, known []byte) Result {
	w := &writer{files: map[string][]byte{}}
	w.elements(d)
	w.letter(d.Notice)
	w.plan(d.Plan)
	for _, it := range d.Annex.Items() {
		w.item(it)
	}
	for _, a := range d.Amendments {
		w.amendment(a, d)
	}
	return Result{Files: w.files, Units: w.units(d, known), Unheld: w.unheld}
}

type writer struct {
	files  map[string][]byte
	unheld []Unheld
}

func (w *writer) cannot(item, what, why string) {
	w.unheld = append(w.unheld, Unheld{item, what, why})
}

// page writes paragraphs with a blank line between them.
func (w *writer) page(path string, paragraphs []string) {
	w.files[path] = []byte(strings.Join(paragraphs, "\n\n") + "\n")
}

// paragraph gives a text as a paragraph of a page.
func (w *writer) paragraph(item string, t recognise.Text) string {
	s := t.Value()
	if s == "" {
		return dossier.Placeholder
	}
	if strings.HasPrefix(s, "#") || strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~") || len(s) > 1 && s[0] == '{' && s[1] >= 'a' && s[1] <= 'z' || strings.Contains(s, "{sic=") {
		w.cannot(item, s, "段首的“#”“{”“```”或文中的“{sic=”在内容文件里另有用途，检查时会报错，请改写")
	}
	return s
}

// title writes a title with its line breaks.
func (w *writer) title(t recognise.Text) string {
	if t.IsZero() {
		return "# " + dossier.Placeholder
	}
	if strings.Contains(t.Value(), "|") {
		w.cannot("", t.Value(), "标题里的“|”在内容文件里表示换行处，印出来没有它")
	}
	return "# " + broken(t)
}

// broken puts | where the source begins a new line, except beside a blank.
func broken(t recognise.Text) string {
	rs := []rune(t.Value())
	var b strings.Builder
	for i, c := range rs {
		if i > 0 && slices.Contains(t.Breaks, i) && c != ' ' && rs[i-1] != ' ' && c != '|' && rs[i-1] != '|' {
			b.WriteByte('|')
		}
		b.WriteRune(c)
	}
	return b.String()
}

func (w *writer) letter(n recognise.Notice) {
	w.page("notice.md", w.head(n))
}

// head writes title, recipients and body.
func (w *writer) head(n recognise.Notice) []string {
	recipients := n.Recipients.Value()
	if recipients == "" {
		recipients = dossier.Placeholder + "："
	}
	out := []string{w.title(n.Title), recipients}
	for _, p := range n.Body {
		out = append(out, w.paragraph("", p))
	}
	if len(n.Body) == 0 {
		out = append(out, dossier.Placeholder)
	}
	return out
}

func (w *writer) plan(p recognise.Plan) {
	out := []string{w.title(p.Title)}
	for _, t := range p.Body {
		out = append(out, w.paragraph("", t))
	}
	if len(p.Body) == 0 {
		out = append(out, dossier.Placeholder)
	}
	for _, t := range p.Attachments {
		out = append(out, w.paragraph("", t))
	}
	w.page("plan.md", out)
}

// item writes one item's file.
func (w *writer) item(it recognise.Item) {
	var out []string
	for _, p := range append(append([]recognise.Text(nil), it.Problem...), it.Remarks...) {
		out = append(out, w.paragraph(it.ID, p))
	}
	for _, a := range it.Aspects {
		for _, p := range a.Problem {
			out = append(out, w.paragraph(it.ID, p))
		}
		for _, f := range a.Fields {
			out = append(out, w.field(it.ID, f)...)
		}
	}
	w.page("items/"+it.ID+".md", out)
}

// holds says whether a dossier has fields of a kind.
func holds(k dossier.FieldKind) bool {
	switch k {
	case dossier.Goal, dossier.Deadline, dossier.Responsible, dossier.Leaders, dossier.Persons, dossier.Supervisors, dossier.Measures, dossier.Cooperating:
		return true
	}
	return false
}

// field writes one field as printed. What the model has no field for, such as a
// remark, is listed.
func (w *writer) field(item string, f recognise.Field) []string {
	label, value := f.Label.Value(), f.Value.Value()
	switch {
	case !holds(f.Kind):
		w.cannot(item, label+"："+value, "没有这个字段，未写入")
		return nil
	case f.Kind == dossier.Measures:
		return w.measures(item, f)
	}
	if value == "" {
		w.cannot(item, label, "字段没有内容，写作“"+dossier.Placeholder+"”")
		value = dossier.Placeholder
	}
	if f.OwnLine {
		return []string{label + "：", value}
	}
	return []string{label + "：" + value}
}

func (w *writer) measures(item string, f recognise.Field) []string {
	out := []string{f.Label.Value() + "："}
	for i, p := range f.Paragraphs {
		s := w.paragraph(item, p)
		if i == 0 && f.RunIn {
			out[0] += s
			continue
		}
		out = append(out, s)
	}
	if len(f.Paragraphs) == 0 {
		w.cannot(item, f.Label.Value(), "字段没有内容，写作“"+dossier.Placeholder+"”")
		out[0] += dossier.Placeholder
	}
	return out
}

// amendment writes one amending notice with its instructions.
func (w *writer) amendment(a recognise.Amendment, d recognise.Draft) {
	var y yamlText
	y.elements(a.Notice, a.Web, "")
	out := []string{"---\n" + y.String() + "---"}
	paragraphs := w.head(a.Notice)
	out = append(out, paragraphs[:2]...)
	for i, p := range paragraphs[2:] {
		for _, c := range a.Changes {
			if c.Paragraph == i {
				p = attribute(c) + "\n" + p
			}
			if c.End == i && c.End > 0 {
				p = "{end}\n" + p
			}
		}
		out = append(out, p)
	}
	id := a.ID
	if id == "" {
		w.cannot("", a.Title.Value(), "没有能读懂的成文日期，文件名写作“9999-12-31.md”，请改名")
		id = "9999-12-31"
	}
	w.page("amendments/"+id+".md", out)
}

// attribute writes the line that carries out a change.
func attribute(c recognise.Change) string {
	var b strings.Builder
	fmt.Fprintf(&b, "{change item=%s field=%s", c.Item, c.Field)
	if c.Measure != "" {
		fmt.Fprintf(&b, " measure=%s", c.Measure)
	}
	fmt.Fprintf(&b, " verb=%s", c.Verb)
	if c.Find != "" {
		fmt.Fprintf(&b, " find=%s", quoted(c.Find))
	}
	if c.Expect != "" {
		fmt.Fprintf(&b, " expect=%s", quoted(c.Expect))
	}
	b.WriteByte('}')
	return b.String()
}

func quoted(s string) string {
	s = strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s)
	return `"` + strings.ReplaceAll(s, "\n", `\n`) + `"`
}

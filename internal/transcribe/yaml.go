package transcribe

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/recognise"
)

// yamlText builds YAML as people write it: two blanks a level, values quoted
// only where YAML needs it.
type yamlText struct{ strings.Builder }

func (y *yamlText) line(indent, key, value string) {
	fmt.Fprintf(y, "%s%s: %s\n", indent, key, scalar(value))
}

func (y *yamlText) list(indent, key string, values []string) {
	fmt.Fprintf(y, "%s%s:\n", indent, key)
	for _, v := range values {
		fmt.Fprintf(y, "%s  - %s\n", indent, scalar(v))
	}
}

// scalar quotes a value that YAML would read as something else.
func scalar(s string) string {
	plain := s != "" && !strings.ContainsAny(s, "\"'#:{}[],&*!|>%@`\\\t") && s == strings.TrimSpace(s)
	first := rune(0)
	for _, c := range s {
		first = c
		break
	}
	if plain && first > 0x2E7F && !strings.HasPrefix(s, "-") {
		return s
	}
	if plain && first >= '0' && first <= '9' && strings.ContainsAny(s, "年月") {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// values gives the characters of texts; a placeholder when there are none.
func values(ts []recognise.Text) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Value())
	}
	if len(out) == 0 {
		out = []string{dossier.Placeholder}
	}
	return out
}

// elements writes the elements of a notice.
func (y *yamlText) elements(n recognise.Notice, web recognise.Web, indent string) {
	date := n.Date.Value()
	if date == "" {
		date = dossier.Placeholder
	}
	if word := strings.TrimSuffix(n.Masthead.Value(), "文件"); word != "" {
		fmt.Fprintf(y, "%smasthead:\n", indent)
		y.list(indent+"  ", "organs", []string{word})
		fmt.Fprintf(y, "%s  word: true\n", indent)
		if !n.Number.IsZero() {
			y.line(indent, "number", n.Number.Value())
		}
	}
	y.list(indent, "issuers", values(n.Signature))
	y.list(indent, "signature", values(n.Signature))
	y.line(indent, "date", date)
	if !n.Note.IsZero() {
		y.line(indent, "note", n.Note.Value())
	}
	if indent == "" {
		y.web(web)
	}
}

func (y *yamlText) web(web recognise.Web) {
	if web.Source.IsZero() && web.Published.IsZero() {
		return
	}
	fmt.Fprintf(y, "web:\n")
	if !web.Source.IsZero() {
		y.line("  ", "source", web.Source.Value())
	}
	if !web.Published.IsZero() {
		y.line("  ", "published", web.Published.Value())
	}
}

// elements writes dossier.yaml.
func (w *writer) elements(d recognise.Draft) {
	var y yamlText
	name := d.Plan.Title.Value()
	if name == "" {
		name = d.Annex.Title.Value()
	}
	if name == "" {
		name = dossier.Placeholder
	}
	y.line("", "name", name)
	fmt.Fprintf(&y, "notice:\n")
	y.elements(d.Notice, d.Web, "  ")
	if !d.Notice.Number.IsZero() && d.Notice.Masthead.IsZero() {
		w.cannot("", d.Notice.Number.Value(), "有发文字号而没有发文机关标志：补上 notice.masthead 以后再写 number")
	}
	for _, t := range d.Notice.Imprint {
		w.cannot("", t.Value(), "版记请写进 notice.imprint")
	}
	fmt.Fprintf(&y, "annex:\n")
	if !d.Annex.Mark.IsZero() {
		y.line("  ", "mark", d.Annex.Mark.Value())
	}
	title := broken(d.Annex.Title)
	if title == "" {
		title = dossier.Placeholder
	}
	y.line("  ", "title", title)
	if d.Annex.Numbering != "" {
		y.line("  ", "numbering", d.Annex.Numbering)
	}
	w.parts(&y, d)
	w.labels(&y, d)
	w.words(&y, d)
	y.web(d.Web)
	w.files["dossier.yaml"] = []byte(y.String())
}

func (w *writer) parts(y *yamlText, d recognise.Draft) {
	if len(d.Annex.Parts) == 0 {
		fmt.Fprintf(y, "  parts: []\n")
		return
	}
	fmt.Fprintf(y, "  parts:\n")
	for _, p := range d.Annex.Parts {
		heading := p.Heading.Value()
		if heading == "" {
			heading = dossier.Placeholder
		}
		fmt.Fprintf(y, "    - heading: %s\n      items: [", scalar(heading))
		for i, it := range p.Items {
			if i > 0 {
				y.WriteString(", ")
			}
			fmt.Fprintf(y, "%q", it.ID)
		}
		y.WriteString("]\n")
	}
}

// usual are the labels a dossier has without saying so.
var usual = []recognise.Label{
	{Words: "整改目标", Kind: dossier.Goal}, {Words: "整改时限", Kind: dossier.Deadline}, {Words: "责任单位", Kind: dossier.Responsible},
	{Words: "责任领导", Kind: dossier.Leaders}, {Words: "责任人员", Kind: dossier.Persons}, {Words: "督导单位", Kind: dossier.Supervisors},
	{Words: "整改措施", Kind: dossier.Measures},
}

// labels writes how the plan calls its fields, unless as usual.
func (w *writer) labels(y *yamlText, d recognise.Draft) {
	var own []recognise.Label
	same := true
	for _, l := range d.Labels {
		if holds(l.Kind) {
			own = append(own, l)
			same = same && slices.Contains(usual, l)
		}
	}
	if same && len(own) == len(usual) || len(own) == 0 {
		return
	}
	fmt.Fprintf(y, "labels:\n")
	for _, l := range own {
		fmt.Fprintf(y, "  %s: %s\n", scalar(l.Words), l.Kind)
	}
}

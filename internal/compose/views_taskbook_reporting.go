package compose

import (
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

type reportingView struct {
	Clauses []quoteView `doc:"照录的方案条款；没有配置时为空"`
	Office  []*Text     `doc:"办公室另提的要求，每段一项；没有配置时为空"`
}

type quoteView struct {
	Clause *Text       `doc:"条款的序号，如五、（三）"`
	Body   *Paragraphs `doc:"条款原文"`
}

// reporting gives what the office asks for, if anything: where to report stands
// in every book. A clause that a notice deleted asks for nothing.
func (b *book) reporting() reportingView {
	v := reportingView{Office: texts("handout.reporting", b.Dossier.Handout.Reporting)}
	if len(b.Dossier.Handout.Clauses) == 0 {
		return v
	}
	names := b.memory.clausesOf(b.Document)
	for _, id := range b.Dossier.Handout.Clauses {
		for _, p := range b.Dossier.Plan.Body {
			if a := planAddress(p); p.ID == id.Value && !b.Deleted(a) {
				v.Clauses = append(v.Clauses, b.quote(p, dossier.Text{Value: names[a][1], At: id.At}))
			}
		}
	}
	return v
}

// quote gives a paragraph of the plan that is no heading of this document.
func (b *book) quote(p dossier.Paragraph, name dossier.Text) quoteView {
	a := planAddress(p)
	field := string(a) + ".quoted"
	body := newParagraphs(field, []doc.Paragraph{headed(field, p.Text, p.Head, levelStyle(p.Level))})
	b.trace(body.held(), a)
	return quoteView{Clause: newText(field, name), Body: body}
}

func (v reportingView) must() []*value {
	var out []*value
	for _, c := range v.Clauses {
		out = append(append(out, c.Clause.held()), c.Body.must()...)
	}
	return append(out, held(v.Office)...)
}

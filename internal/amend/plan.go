package amend

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// planChange carries out a change of the plan's own text.
func (t *turn) planChange() *refusal {
	c := t.change
	if c.Verb == dossier.Insert && c.Find.IsZero() {
		return t.insertParagraphs()
	}
	body := t.body()
	at := slices.IndexFunc(body, func(p dossier.Paragraph) bool { return p.ID == c.Target.Plan })
	a := planAddress(c.Target.Plan)
	if at < 0 || body[at].Deleted {
		return t.unknown(a, fmt.Sprintf("方案正文没有段落“%s”", c.Target.Plan), paragraphIDs(body)...)
	}
	p := &body[at]
	switch {
	case !c.Find.IsZero():
		return t.reviseParagraph(a, p)
	case c.Verb == dossier.Replace:
		return t.replaceParagraph(a, p)
	case c.Verb == dossier.Delete:
		return t.deleteParagraphs(at)
	}
	old := []dossier.Text{p.Text}
	text, refused := t.renumbered(a, p.Number, p.Text)
	if refused == nil {
		*p = paragraphOf(text, p.ID)
		t.record(a, dossier.Renumber, old, []dossier.Text{p.Text})
	}
	return refused
}

// paragraphIDs lists the numbered paragraphs in force.
func paragraphIDs(body []dossier.Paragraph) []string {
	var out []string
	for _, p := range body {
		if !p.Deleted && p.Level > 0 {
			out = append(out, p.ID)
		}
	}
	return out
}

// paragraphOf reads the number and heading of a paragraph of the plan: at
// level 1 the whole paragraph is the heading, below up to the first 。.
func paragraphOf(text dossier.Text, id string) dossier.Paragraph {
	p := dossier.Paragraph{ID: id, Text: text}
	if level, ok := zh.ParseLevel(text.Value); ok {
		p.Level, p.Number, p.Head = level.Depth, level.Number, text.FirstSentence()
		if level.Depth == 1 {
			p.Head = text.Len()
		}
	}
	return p
}

// reviseParagraph changes a passage; it may not touch the number.
func (t *turn) reviseParagraph(a dossier.Address, p *dossier.Paragraph) *refusal {
	old := *p
	text := p.Text
	if refused := t.expects(a, []dossier.Text{text}, nil); refused != nil {
		return refused
	}
	text, refused := t.passage(a, text)
	if refused != nil {
		return refused
	}
	if next := paragraphOf(text, p.ID); next.Number == old.Number {
		*p = next
		t.record(a, dossier.Replace, []dossier.Text{old.Text}, []dossier.Text{text})
		return nil
	}
	return t.misnumbered(t.subject()+"的序号会改变", "改动序号写verb=renumber")
}

func (t *turn) replaceParagraph(a dossier.Address, p *dossier.Paragraph) *refusal {
	old := []dossier.Text{p.Text}
	text, refused := t.numbered(p.Number, p.Text, t.change.New[0])
	if refused != nil {
		return refused
	}
	next := []dossier.Text{text}
	if refused := t.expects(a, old, next); refused != nil {
		return refused
	}
	if text.Value == p.Text.Value {
		t.restate(a, old, next)
		return nil
	}
	*p = paragraphOf(text, p.ID)
	t.record(a, dossier.Replace, old, next)
	return nil
}

// deleteParagraphs deletes a paragraph with what stands under it; its number
// and 〔删去〕 stay.
func (t *turn) deleteParagraphs(at int) *refusal {
	body := t.body()
	end := at + 1
	for end < len(body) && strings.HasPrefix(body[end].ID, body[at].ID+".") {
		end++
	}
	var now []dossier.Text
	for _, p := range body[at:end] {
		if !p.Deleted {
			now = append(now, p.Text)
		}
	}
	if refused := t.expects(planAddress(body[at].ID), now, nil); refused != nil {
		return refused
	}
	for _, p := range body[at:end] {
		if !p.Deleted {
			t.record(planAddress(p.ID), dossier.Delete, []dossier.Text{p.Text}, nil)
		}
	}
	var left []dossier.Paragraph
	if gone := body[at]; gone.Number != "" {
		gone.Deleted, gone.Text = true, dossier.Text{Value: gone.Number + Gone, At: t.paragraph().At}
		gone.Head = gone.Text.Len()
		left = append(left, gone)
	}
	t.now.Plan.Body = slices.Replace(body, at, end, left...)
	return nil
}

// insertParagraphs puts new paragraphs into the plan; plan= is the ID of the
// first one.
func (t *turn) insertParagraphs() *refusal {
	c := t.change
	body, id := t.body(), c.Target.Plan
	a := planAddress(id)
	if t.known[a] {
		if i := slices.IndexFunc(body, func(p dossier.Paragraph) bool { return p.ID == id && !p.Deleted }); i >= 0 {
			return t.doneBefore(a, []dossier.Text{body[i].Text})
		}
		return &refusal{code: codeTarget, reason: fmt.Sprintf("增加段落，编号“%s”已经用过", id), hint: "换一个编号；删去的编号不再使用", address: a}
	}
	at, refused := t.paragraphPlace(body)
	if refused != nil {
		return refused
	}
	list, refused := t.newParagraphs()
	if refused != nil {
		return refused
	}
	t.now.Plan.Body = slices.Insert(slices.Clip(body), at, list...)
	for _, p := range list {
		t.record(planAddress(p.ID), dossier.Insert, nil, []dossier.Text{p.Text})
		t.claimNumberOf(p.ID)
	}
	t.orderPlan()
	return nil
}

// newParagraphs gives the new paragraphs their IDs, which follow from the
// first one's and the printed numbers.
func (t *turn) newParagraphs() ([]dossier.Paragraph, *refusal) {
	id := t.change.Target.Plan
	parent := strings.TrimSuffix(id, lastPart(id))
	list := make([]dossier.Paragraph, len(t.change.New))
	for i, text := range t.change.New {
		list[i] = paragraphOf(text, "")
	}
	dossier.IdentifyParagraphs(list)
	level, numbered := zh.ParseLevel(list[0].Text.Value)
	if numbered && lastPart(id) != strconv.Itoa(level.Value) || !numbered && !strings.HasPrefix(lastPart(id), "p") {
		return nil, t.misnumbered(fmt.Sprintf("编号“%s”与新段落开头“%s”不符", id, short(list[0].Text.Value)), "编号的末位是印出的序号，没有序号的段落写作“p1”")
	}
	for i := range list {
		list[i].ID = strings.TrimPrefix(t.freshID("plan."+parent+list[i].ID), "plan.")
		if i == 0 {
			list[i].ID = id
		}
		t.known[planAddress(list[i].ID)] = true
	}
	return list, nil
}

// paragraphPlace finds where new paragraphs go: directly below the paragraph
// they belong under, or after another one with all that stands under it.
func (t *turn) paragraphPlace(body []dossier.Paragraph) (int, *refusal) {
	c := t.change
	after := c.After.Value
	parent := strings.TrimSuffix(strings.TrimSuffix(c.Target.Plan, lastPart(c.Target.Plan)), ".")
	switch {
	case c.First && parent == "":
		return 0, nil
	case after == "" && parent == "":
		return len(body), nil
	case after == "":
		after = parent
	}
	at := slices.IndexFunc(body, func(p dossier.Paragraph) bool { return p.ID == after })
	if at < 0 {
		return 0, t.unknown(planAddress(after), fmt.Sprintf("方案正文没有段落“%s”", after), paragraphIDs(body)...)
	}
	at++
	if below := after == parent; below && (c.First || !c.After.IsZero()) {
		return at, nil
	}
	for at < len(body) && strings.HasPrefix(body[at].ID, after+".") {
		at++
	}
	return at, nil
}

// orderPlan gives the plan's paragraphs their places among all values.
func (w *draft) orderPlan() {
	to := 0
	for to < len(w.order) && strings.HasPrefix(string(w.order[to]), "plan.") {
		to++
	}
	next := make([]dossier.Address, len(w.now.Plan.Body))
	for i, p := range w.now.Plan.Body {
		next[i] = planAddress(p.ID)
	}
	w.restore(0, to, next)
}

// heading changes the heading of a part of the annex.
func (t *turn) heading() *refusal {
	n, _ := strconv.Atoi(t.change.Target.Part)
	if n < 1 || n > len(t.now.Annex.Parts) {
		return t.unknown("", fmt.Sprintf("清单只有%d部分", len(t.now.Annex.Parts)))
	}
	a, part := partAddress(n-1), t.part(n-1)
	heading := part.Heading
	var refused *refusal
	switch {
	case !t.change.Find.IsZero():
		refused = t.reviseParagraph(a, &heading)
	case t.change.Verb == dossier.Replace:
		refused = t.replaceParagraph(a, &heading)
	default:
		return &refusal{code: codeTarget, reason: "部分的标题只能修改", hint: "写verb=replace，或写明find="}
	}
	if heading.Level > 0 { // a heading in whole, at whatever level
		heading.Head = utf8.RuneCountInString(heading.Text.Value)
	}
	part.Heading = heading
	return refused
}

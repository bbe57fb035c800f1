package recognise

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
)

// tail reads what stands after the last item: signature and date of a plan
// that no letter issues, and the rest of a plan that holds its tasks itself.
func (r *reader) tail(tail []segment, d *Draft) {
	var rest []segment
	for _, s := range tail {
		if r.furniture(s.line, s.text) {
			r.leave(join(s.label, s.text), furnitureReason)
			continue
		}
		rest = append(rest, s)
	}
	rest = r.signed(rest, d)
	if len(rest) == 0 {
		return
	}
	inside := d.Annex.Mark.IsZero() && d.Annex.Title.IsZero() || r.bare
	if !inside || len(d.Plan.Body) == 0 || len(d.Annex.Items()) == 0 || slices.ContainsFunc(rest, func(s segment) bool { return !s.first || s.isLabel() || s.row != nil }) {
		for _, s := range rest {
			r.leave(join(s.label, s.text), "最后一项之后的文字")
		}
		return
	}
	advice := "放在方案（plan.md）的末尾"
	if n := rest[0].num; n.style != "" && n.value > 1 && !follows(d.Plan.Body, n) {
		advice += "；前面的标题随任务进了清单，方案的序号要重新编"
	}
	r.doubt(rest[0].text, "任务之后的文字", advice)
	for _, s := range rest {
		d.Plan.Body = append(d.Plan.Body, r.text(s.text))
	}
}

// follows says whether a paragraph with the number before n stands in a text.
func follows(body []Text, n number) bool {
	return slices.ContainsFunc(body, func(t Text) bool {
		m, ok := numberOf(added(t.Value()))
		return ok && m.style == n.style && m.value == n.value-1
	})
}

// signed takes signature and date off the end, when no letter has them.
func (r *reader) signed(rest []segment, d *Draft) []segment {
	n := len(rest)
	if n < 2 || !d.Notice.Date.IsZero() || len(d.Notice.Signature) > 0 {
		return rest
	}
	date := runes(rest[n-1].text)
	if !dateLine.MatchString(date) && !hanDate.MatchString(date) {
		return rest
	}
	k := n - 1
	for k > 0 && rest[k-1].first && rest[k-1].kind == "" && len(rest[k-1].text) == len(r.lines[rest[k-1].line].text) && r.organ(rest[k-1].line) && unitKind(runes(rest[k-1].text)) != "body" {
		k--
	}
	if k == n-1 {
		return rest
	}
	r.doubt(rest[k].text, "方案末尾的落款和成文日期", "写作印发通知的署名和成文日期，请核对")
	for _, s := range rest[k : n-1] {
		d.Notice.Signature = append(d.Notice.Signature, r.text(s.text))
	}
	d.Notice.Date = r.text(rest[n-1].text)
	return rest[:k]
}

// bareHeading looks at the heading that stood over the tasks in a plan that
// holds them itself: 二、重点任务. The tasks go to the list, so that the heading
// would have no text. Its words are proposed as the list's title; in the plan,
// where the headings after it count on, it stays with a mark for a sentence.
func (r *reader) bareHeading(head []segment, d *Draft) {
	n := len(head)
	if n == 0 || len(d.Plan.Body) == 0 || !d.Annex.Mark.IsZero() || !d.Annex.Title.IsZero() || len(d.Annex.Items()) == 0 {
		return
	}
	s := head[n-1]
	if !headingLike(s) || strings.ContainsAny(runes(s.text), "：，") || d.Plan.Body[len(d.Plan.Body)-1].Value() != runes(s.text) {
		return
	}
	r.bare = true
	title := s.text[s.num.length:]
	d.Annex.Title = r.text(title)
	d.Plan.Body = append(d.Plan.Body, Text{Runs: []Run{{Words: dossier.Placeholder}}})
	r.doubt(s.text, "任务放进清单以后，方案的这个标题下面没有文字", "方案里写了"+dossier.Placeholder+"，请换成一句话（如“"+runes(title)+"见附件。”）；“"+runes(title)+"”暂作清单的标题")
}

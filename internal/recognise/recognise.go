package recognise

import (
	"cmp"
	"fmt"
	"slices"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
)

// Recognise reads the manuscripts of one dossier, in any order; known is the
// register so far, or nil. A text without tasks gives no items and says so.
func Recognise(ms []manuscript.Manuscript, known *dossier.Register) (Draft, Report) {
	r := newReader(ms)
	var d Draft
	var plans, amends []region
	for _, g := range r.regions() {
		if g.amending {
			amends = append(amends, g)
		} else {
			plans = append(plans, g)
		}
	}
	var body []int
	slices.SortStableFunc(plans, func(a, b region) int { return cmp.Compare(titled(b), titled(a)) })
	for _, g := range plans {
		if g.title != nil && d.Notice.Title.IsZero() {
			n, web, rest := r.letter(g)
			d.Notice, d.Web = n, web
			body = append(body, rest...)
			continue
		}
		body = append(body, g.lines...)
	}
	r.tasks(body, &d)
	r.amendments(amends, &d)
	d.Labels = labelsOf(d)
	d.Units, d.People = r.named(d, known)
	r.missing(&d)
	rep := r.report(d)
	if err := Account(ms, d, rep); err != nil {
		rep.Doubts = append([]Doubt{{What: err.Error(), Why: "程序内部错误：字数核对不上", Assumed: "请把原文件发给维护的人"}}, rep.Doubts...)
	}
	return d, rep
}

func titled(g region) int {
	if g.title != nil {
		return 1
	}
	return 0
}

// tasks reads the plan and the list.
func (r *reader) tasks(ls []int, d *Draft) {
	segs := r.stream(ls)
	annex, head, tail := r.items(segs)
	if len(annex.Items()) > 0 {
		d.Annex = annex
	}
	first := -1
	if items := annex.Items(); len(items) > 0 && len(head) > 0 {
		first = lineIn(r, items[0])
	}
	var whole []segment
	for _, s := range head {
		if s.line == first {
			r.leave(s.text, "与第一项写在同一段里的文字")
			r.doubt(s.text, "与第一项写在同一段里", "没有放进去")
			continue
		}
		whole = append(whole, s)
	}
	r.head(whole, d)
	r.bareHeading(whole, d)
	r.tail(tail, d)
}

func lineIn(r *reader, it Item) int {
	for _, t := range it.Problem {
		for _, run := range t.Runs {
			if run.Span.To > run.Span.From {
				return r.index[run.Span.Source]
			}
		}
	}
	return -1
}

// stream gives the segments of lines and of the tables among them.
func (r *reader) stream(ls []int) []segment {
	var out []segment
	var h *heads
	for i := 0; i < len(ls); i++ {
		l := r.lines[ls[i]]
		if l.Row < 0 {
			if len(l.text) > 0 {
				if !r.furniture(ls[i], l.text) || r.regular(l.text) {
					out = append(out, r.cut(ls[i], l.text)...)
				} else {
					r.leave(l.text, furnitureReason)
				}
			}
			continue
		}
		file, block := l.File, l.Block
		for i+1 < len(ls) && r.lines[ls[i+1]].File == file && r.lines[ls[i+1]].Block == block {
			i++
		}
		var segs []segment
		segs, h = r.table(file, block, h)
		out = append(out, segs...)
	}
	return out
}

// regular says whether a line begins with a label that the list uses again and
// again: 承办单位 is a word of web pages too.
func (r *reader) regular(gs []glyph) bool {
	h, ok := hitAt(gs, 0, false)
	return ok && isField(h.kind) && r.starts[runes(gs[h.begin:h.label])] >= 2
}

// labelsOf gives the labels that the list and the amending notices print.
func labelsOf(d Draft) []Label {
	var out []Label
	add := func(l Label) {
		if l.Words != "" && !slices.ContainsFunc(out, func(o Label) bool { return o.Words == l.Words }) {
			out = append(out, l)
		}
	}
	for _, it := range d.Annex.Items() {
		for _, as := range it.Aspects {
			for _, f := range as.Fields {
				add(Label{f.Label.Value(), f.Kind})
			}
		}
	}
	for _, a := range d.Amendments {
		for _, c := range a.Changes {
			add(Label{c.Label, c.Field})
		}
	}
	return out
}

// missing names the elements that a dossier needs and the sources lack.
func (r *reader) missing(d *Draft) {
	need := func(ok bool, what string) {
		if !ok {
			r.miss = append(r.miss, what)
		}
	}
	need(!d.Notice.Title.IsZero(), "印发通知的标题")
	need(!d.Notice.Recipients.IsZero(), "主送机关")
	need(len(d.Notice.Body) > 0, "印发通知的正文")
	need(len(d.Notice.Signature) > 0, "印发通知的署名")
	need(!d.Notice.Date.IsZero(), "印发通知的成文日期")
	need(!d.Plan.Title.IsZero(), "方案的标题")
	need(len(d.Plan.Body) > 0, "方案的正文")
	need(!d.Annex.Title.IsZero(), "清单的标题")
	for _, p := range d.Annex.Parts {
		need(!p.Heading.IsZero(), "清单各部分的标题")
	}
	r.miss = slices.Compact(r.miss)
}

// report lists what became of all characters.
func (r *reader) report(d Draft) Report {
	rep := Report{Doubts: r.doubts, Missing: r.miss, Characters: len(r.fates)}
	for _, it := range d.Annex.Items() {
		c := Counted{Item: it.ID, Place: it.Place}
		for _, as := range it.Aspects {
			for _, f := range as.Fields {
				c.Fields = append(c.Fields, f.Kind)
				c.Lines += len(f.Paragraphs)
			}
		}
		rep.Recognised = append(rep.Recognised, c)
	}
	r.spans(&rep)
	rep.Sum = r.sum()
	r.changed(&rep)
	switch n := len(rep.Recognised); {
	case n > 0:
		rep.Message = fmt.Sprintf("识别出%d项任务、%d份修改通知", n, len(d.Amendments))
	case len(d.Amendments) > 0:
		rep.Message = fmt.Sprintf("没有识别出任务；识别出%d份修改通知", len(d.Amendments))
	default:
		rep.Message = "没有识别出任务：文中没有“整改目标：”“责任单位：”这样的字段，也没有任务清单的表格"
	}
	return rep
}

// spans lists the runs of characters that are not placed.
func (r *reader) spans(rep *Report) {
	for _, l := range r.lines {
		for i := 0; i < len(l.orig); {
			src := l.start + i
			j := i + 1
			for j < len(l.orig) && r.fates[l.start+j] == r.fates[src] && r.why[l.start+j] == r.why[src] {
				j++
			}
			if r.fates[src] == loose { // a space that was left out does not part it
				for k := j; k < len(l.orig) && (r.fates[l.start+k] == gone || r.fates[l.start+k] == loose && r.why[l.start+k] == r.why[src]); k++ {
					if r.fates[l.start+k] == loose {
						j = k + 1
					}
				}
			}
			s := Span{l.Source, i, j}
			switch r.fates[src] {
			case placed:
				rep.Placed += j - i
			case blank:
				rep.Blank = append(rep.Blank, s)
			case structural, loose:
				x := Loose{Span: s, File: l.file, Place: l.place, Text: string(l.orig[i:j]), Why: r.why[src]}
				if r.fates[src] == structural {
					rep.Structure = append(rep.Structure, x)
					break
				}
				if x.Why == "" {
					x.Why = "没有找到它的位置"
				}
				x.Furniture = x.Why == furnitureReason
				rep.Unplaced = append(rep.Unplaced, x)
			}
			i = j
		}
	}
}

// sum counts what became of the characters.
func (r *reader) sum() Sum {
	var s Sum
	at := [...]*int{loose: &s.Unplaced, placed: &s.Placed, gone: &s.Removed, structural: &s.Structure, blank: &s.Blank}
	for _, f := range r.fates {
		*at[f]++
	}
	return s
}

// changed lists the changes of characters, except of those that are listed as
// they were.
func (r *reader) changed(rep *Report) {
	marks := map[string]int{}
	slices.SortStableFunc(r.fixes, func(a, b fix) int { return cmp.Compare(a.src, b.src) })
	for i, f := range r.fixes {
		if f.new == "" && r.kept[f.src] {
			continue
		}
		if i+1 < len(r.fixes) && r.fixes[i+1].src == f.src && f.old != "" && r.fixes[i+1].old != "" {
			r.fixes[i+1].old = f.old // changed twice: from what it was to what it is
			continue
		}
		l := r.lines[r.lineOf(f.src)]
		from := f.src - l.start
		c := Correction{Span: Span{l.Source, from, from + f.width}, File: l.file, Place: l.place, Old: f.old, New: f.new, Why: f.why}
		fate := r.fates[f.src]
		if f.new != "" && f.old != "" && fate != placed {
			continue
		}
		if f.mark {
			rep.Restored = append(rep.Restored, c)
			marks[f.new]++
			continue
		}
		rep.Corrected = append(rep.Corrected, c)
	}
	for m, n := range marks {
		rep.Marks = append(rep.Marks, Count{m, n})
	}
	slices.SortFunc(rep.Marks, func(a, b Count) int { return cmp.Or(b.Times-a.Times, cmp.Compare(a.Mark, b.Mark)) })
}

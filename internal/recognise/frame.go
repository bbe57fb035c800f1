package recognise

import (
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/zh"
)

const furnitureReason = "网页上的文字，不属于公文"

var pageNumber = regexp.MustCompile(`^(?:[—－–-]+ ?\d{1,4} ?[—－–-]+|第? ?\d{1,4} ?页?[，, /]*(?:共|of|/) ?\d{1,4} ?页?|第 ?\d{1,4} ?页)$`)

// furniture says whether a line belongs to the page, not to the document.
func (r *reader) furniture(l int, gs []glyph) bool {
	if r.lines[l].page {
		return true
	}
	if len(gs) > 80 {
		return false
	}
	s := strings.TrimLeft(runes(gs), ">＞»·| ")
	if pageNumber.MatchString(s) {
		return true
	}
	for _, w := range words().Furniture {
		if strings.HasPrefix(s, w) {
			rest := strings.TrimPrefix(s, w)
			return rest == "" || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":") || len([]rune(w)) >= 3 && !strings.HasSuffix(s, "。") || strings.ContainsAny(rest, ">＞")
		}
	}
	return strings.HasPrefix(runes(gs), ">") || strings.HasPrefix(runes(gs), "＞")
}

// region is the lines of one notice, or of a file that has none.
type region struct {
	lines    []int
	title    []int // the lines of its title; nil when it has none
	amending bool
}

var about = regexp.MustCompile(`^[^。；：]{0,40}关于[^。；]{2,200}的?(?:通知|函|意见|决定|公告)$`)

// regions cuts the lines at the titles of notices.
func (r *reader) regions() []region {
	var out []region
	file := -1
	for i := 0; i < len(r.lines); i++ {
		l := r.lines[i]
		if l.File != file {
			out, file = append(out, region{}), l.File
		}
		now := &out[len(out)-1]
		if n, amends := r.titleAt(i); n > 0 && l.Row < 0 {
			var title []int
			for k := i; k < i+n; k++ {
				title = append(title, k)
			}
			if now.title != nil && now.amending == amends && r.same(now.title, title) && len(now.lines) <= len(now.title)+3 {
				now.title = title // a page prints its title twice
			} else if now.title != nil || len(now.lines) > 12 {
				out = append(out, region{title: title, amending: amends})
				now = &out[len(out)-1]
			} else {
				now.title, now.amending = title, amends
			}
			now.lines = append(now.lines, title...)
			i += n - 1
			continue
		}
		now.lines = append(now.lines, i)
	}
	return out
}

func (r *reader) same(a, b []int) bool { return r.joined(a) == r.joined(b) }

func (r *reader) joined(ls []int) string {
	var b strings.Builder
	for _, l := range ls {
		b.WriteString(runes(r.lines[l].text))
	}
	return b.String()
}

// titleAt says how many lines from i on are the title of a notice.
func (r *reader) titleAt(i int) (n int, amends bool) {
	var b strings.Builder
	for k := i; k < min(i+5, len(r.lines)); k++ {
		l := r.lines[k]
		s := runes(l.text)
		if s == "" && k > i {
			continue
		}
		if s == "" || l.Row >= 0 || len(l.text) > 120 || strings.ContainsAny(s, "。；：") {
			return 0, false
		}
		if _, numbered := numberOf(l.text); numbered {
			return 0, false
		}
		b.WriteString(s)
		if strings.ContainsAny(lastMark(l.text), "知函见定告") && about.MatchString(b.String()) {
			return k - i + 1, amending(b.String())
		}
		if k == i && !strings.Contains(s, "关于") && !strings.HasSuffix(s, "人民政府") && !strings.HasSuffix(s, "办公室") {
			return 0, false
		}
	}
	return 0, false
}

// amending says whether a title is that of an amending notice.
func amending(s string) bool {
	_, s, _ = strings.Cut(s, "关于")
	before, _, _ := strings.Cut(s, "《")
	if strings.Contains(before, "印发") || strings.Contains(before, "转发") {
		return false
	}
	if before == s && !strings.Contains(s, "方案") && !strings.Contains(s, "清单") {
		return false
	}
	return slices.ContainsFunc(words().Amending, func(w string) bool { return strings.Contains(before, w) })
}

var (
	docNumber  = regexp.MustCompile(`^[\p{Han}]{1,12}[〔\[（(](?:19|20)\d\d[〕\]）)]第?\d{1,5}号$`)
	dateLine   = regexp.MustCompile(`^(?:19|20)\d\d年\d{1,2}月\d{1,2}日$`)
	hanDate    = regexp.MustCompile(`^二[〇○Oo0零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日$`)
	published  = regexp.MustCompile(`(?:发布日期|发布时间)[：:]\s*(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)`)
	originates = regexp.MustCompile(`(?:信息来源|来源)[：:]\s*([\p{Han}]{2,30})`)
)

// titleText places the lines of a title as one text.
func (r *reader) titleText(ls []int) Text {
	var gs []glyph
	var breaks []int
	for _, l := range ls {
		if len(gs) > 0 && len(r.lines[l].text) > 0 {
			breaks = append(breaks, len(gs))
		}
		gs = append(gs, r.lines[l].text...)
	}
	t := r.text(gs)
	t.Breaks = breaks
	return t
}

// letter reads the lines of a notice: what stands over the title, title,
// recipients, body, signature and date. It gives the lines after the date.
func (r *reader) letter(g region) (n Notice, web Web, rest []int) {
	n.Title = r.titleText(g.title)
	after := false
	var body []int
	for _, l := range g.lines {
		switch {
		case slices.Contains(g.title, l):
			after = true
		case !after:
			r.above(l, &n, &web)
		default:
			body = append(body, l)
		}
	}
	body = r.nonEmpty(body)
	for len(body) > 0 && r.meta(body[0], &web) {
		body = body[1:]
	}
	if len(body) > 0 && docNumber.MatchString(runes(r.lines[body[0]].text)) {
		n.Number = r.text(r.lines[body[0]].text)
		body = body[1:]
	}
	end := r.dateAt(body)
	signed := end
	if end >= 0 {
		for signed > 0 && r.organ(body[signed-1]) {
			signed--
		}
		for _, l := range body[signed:end] {
			n.Signature = append(n.Signature, r.text(r.lines[l].text))
		}
		n.Date = r.text(r.lines[body[end]].text)
		rest = body[end+1:]
		body = body[:signed]
	} else if !g.amending {
		body, rest = r.untilPlan(body)
	}
	if len(rest) > 0 && strings.HasPrefix(runes(r.lines[rest[0]].text), "（此件") {
		n.Note = r.text(r.lines[rest[0]].text)
		rest = rest[1:]
	}
	for i, l := range body {
		t := r.lines[l].text
		switch {
		case i == 0 && at(t, len(t)-1) == '：':
			n.Recipients = r.text(t)
		case r.furniture(l, t):
			r.leave(t, furnitureReason)
		default:
			n.Body = append(n.Body, r.text(t))
		}
	}
	return n, web, rest
}

// untilPlan parts an unsigned letter from the plan below it.
func (r *reader) untilPlan(ls []int) (body, rest []int) {
	for i, l := range ls {
		t := r.lines[l].text
		if i > 0 && len(t) < 60 && !strings.ContainsAny(runes(t), "。：；，") {
			return ls[:i], ls[i:]
		}
		if i >= 6 {
			break
		}
	}
	return ls, nil
}

func (r *reader) nonEmpty(ls []int) []int {
	var out []int
	for _, l := range ls {
		if len(r.lines[l].text) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// dateAt finds the date line of a letter.
func (r *reader) dateAt(ls []int) int {
	for i, l := range ls {
		s := runes(r.lines[l].text)
		if dateLine.MatchString(s) || hanDate.MatchString(s) {
			return i
		}
	}
	return -1
}

// organ says whether a line looks like the signature of an organ.
func (r *reader) organ(l int) bool {
	t := r.lines[l].text
	if len(t) < 3 || len(t) > 40 || r.lines[l].Row >= 0 {
		return false
	}
	for _, g := range t {
		if !zh.IsHan(g.r) && g.r != '（' && g.r != '）' {
			return false
		}
	}
	return true
}

// above reads a line over the title.
func (r *reader) above(l int, n *Notice, web *Web) {
	t := r.lines[l].text
	s := runes(t)
	switch {
	case len(t) == 0 || r.meta(l, web):
	case docNumber.MatchString(s) && n.Number.IsZero():
		n.Number = r.text(t)
	case strings.HasSuffix(s, "文件") && len(t) < 40 && n.Masthead.IsZero() && !r.furniture(l, t):
		n.Masthead = r.text(t)
	default:
		r.leave(t, furnitureReason)
	}
}

// meta reads a line of a web page about the document.
func (r *reader) meta(l int, web *Web) bool {
	t := r.lines[l].text
	if !r.furniture(l, t) {
		return false
	}
	r.leave(t, furnitureReason)
	s := runes(t)
	place := func(form *regexp.Regexp, to *Text) {
		if m := form.FindStringSubmatchIndex(s); m != nil && to.IsZero() {
			from := len([]rune(s[:m[2]]))
			*to = r.text(t[from : from+len([]rune(s[m[2]:m[3]]))])
		}
	}
	cut := s
	if i := strings.Index(cut, "发布"); i > 0 { // spaces between them are gone
		cut = cut[:i]
	}
	if m := originates.FindStringSubmatchIndex(cut); m != nil && web.Source.IsZero() {
		from := len([]rune(cut[:m[2]]))
		web.Source = r.text(t[from : from+len([]rune(cut[m[2]:m[3]]))])
	}
	place(published, &web.Published)
	return true
}

// head reads what stands between the letter and the first item: the plan, the
// attachment note, the mark and title of the list.
func (r *reader) head(segs []segment, d *Draft) {
	lines := r.wholeLines(segs)
	mark := -1
	for i, l := range lines {
		s := strings.TrimRight(runes(r.lines[l].text), "：")
		if s == "附件" || s == "附表" || len(s) < 12 && (strings.HasPrefix(s, "附件") || strings.HasPrefix(s, "附表")) && strings.Trim(s[len("附件"):], "0123456789一二三四五六七八九十") == "" {
			mark = i
		}
	}
	plan, list := lines, []int(nil)
	if mark >= 0 {
		plan, list = lines[:mark], lines[mark:]
	} else if k := r.titleTail(lines); k < len(lines) {
		plan, list = lines[:k], lines[k:]
	}
	if len(list) > 0 && mark >= 0 {
		d.Annex.Mark = r.text(r.lines[list[0]].text)
		list = list[1:]
	}
	titles := 0
	for titles < len(list) && r.short(list[titles]) {
		titles++
	}
	if titles > 0 {
		d.Annex.Title = r.titleText(list[:titles])
	}
	for _, l := range list[titles:] {
		t := r.lines[l].text
		r.leave(t, "清单标题之后、第一项之前的文字，格式里没有它的位置")
		r.doubt(t, "清单标题之后的文字", "没有放进去")
	}
	r.plan(plan, &d.Plan)
}

// titleTail gives where the short lines begin that end a run of lines.
func (r *reader) titleTail(ls []int) int {
	k := len(ls)
	for k > 0 && r.short(ls[k-1]) {
		k--
	}
	if k == 0 && len(ls) > 0 && d1(ls) {
		return 0
	}
	return k
}

func d1(ls []int) bool { return len(ls) <= 3 }

func (r *reader) short(l int) bool {
	t := r.lines[l].text
	if _, numbered := numberOf(t); numbered {
		return false
	}
	return len(t) > 0 && len(t) <= 50 && !strings.ContainsAny(runes(t), "。；：") && !strings.HasPrefix(runes(t), "附件")
}

// wholeLines gives the lines of segments that were not cut by an item.
func (r *reader) wholeLines(segs []segment) []int {
	var out []int
	for _, s := range segs {
		if n := len(out); n > 0 && out[n-1] == s.line {
			continue
		}
		out = append(out, s.line)
	}
	return out
}

// plan reads the plan's own text.
func (r *reader) plan(ls []int, p *Plan) {
	k := 0
	for k < len(ls) && k < 5 && r.short(ls[k]) && !r.furniture(ls[k], r.lines[ls[k]].text) {
		k++
	}
	if k > 0 && p.Title.IsZero() {
		p.Title = r.titleText(ls[:k])
		ls = ls[k:]
	}
	note := len(ls)
	for i, l := range ls {
		if strings.HasPrefix(runes(r.lines[l].text), "附件：") {
			note = i
		}
	}
	for i, l := range ls {
		t := r.lines[l].text
		switch {
		case r.furniture(l, t):
			r.leave(t, furnitureReason)
		case i >= note && (i == note || r.attachment(t)):
			p.Attachments = append(p.Attachments, r.text(t))
		default:
			p.Body = append(p.Body, r.text(t))
		}
	}
}

func (r *reader) attachment(t []glyph) bool {
	n, ok := numberOf(t)
	return ok && n.style == "1."
}

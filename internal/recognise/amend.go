package recognise

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// amendments reads the amending notices, in order of their dates, against the
// items as the notices before them left them.
func (r *reader) amendments(rs []region, d *Draft) {
	for _, g := range rs {
		n, web, rest := r.letter(g)
		for _, l := range rest {
			r.leave(r.lines[l].text, r.restReason(l))
		}
		a := Amendment{Notice: n, Web: web}
		d.Amendments = append(d.Amendments, a)
	}
	for i := range d.Amendments {
		a := &d.Amendments[i]
		date, err := zh.ParseDate(a.Date.Value())
		if err != nil {
			r.miss = append(r.miss, "“"+clip(a.Title.Value())+"”没有能读懂的成文日期，文件名待定")
			continue
		}
		a.ID = fmt.Sprintf("%04d-%02d-%02d", date.Year, date.Month, date.Day)
	}
	sort.SliceStable(d.Amendments, func(i, j int) bool { return d.Amendments[i].ID < d.Amendments[j].ID })
	state := newState(d.Annex)
	for i := range d.Amendments {
		if i > 0 && d.Amendments[i].ID != "" && strings.HasPrefix(d.Amendments[i-1].ID, d.Amendments[i].ID) {
			d.Amendments[i].ID += fmt.Sprintf("-%d", i+1)
		}
		r.changes(&d.Amendments[i], state)
	}
}

// restReason says why a line after the last date stays unplaced.
func (r *reader) restReason(l int) string {
	if r.furniture(l, r.lines[l].text) {
		return furnitureReason
	}
	return "成文日期之后的文字"
}

// state is what the fields say before a notice.
type state struct {
	fields map[string]map[dossier.FieldKind]string
	labels map[string]dossier.FieldKind
}

func newState(a Annex) *state {
	s := &state{fields: map[string]map[dossier.FieldKind]string{}, labels: map[string]dossier.FieldKind{}}
	for _, it := range a.Items() {
		for _, as := range it.Aspects {
			m := map[dossier.FieldKind]string{}
			for _, f := range as.Fields {
				m[f.Kind] = f.Content()
				s.labels[f.Label.Value()] = f.Kind
			}
			s.fields[as.ID] = m
		}
	}
	return s
}

// kind gives the kind of a label: as the plan calls it, else as offices do.
func (s *state) kind(label string) (dossier.FieldKind, bool) {
	if k, ok := s.labels[label]; ok {
		return k, true
	}
	k, ok := words().kind[label]
	return k, ok && isField(k)
}

var (
	replaceWords = []string{"修改为", "调整为", "变更为", "更正为", "修订为", "改为"}
	sectionItem  = regexp.MustCompile(`第([一二三四五六七八九十百零]{1,5})项`)
	beforeLabel  = regexp.MustCompile(`^(?:将|把)?(?:整改(?:措施)?清单中?)?(?:第[一二三四五六七八九十百零]{1,5}项)?(?:问题|任务|整改任务)?(?:中)?的?[“‘]?`)
	measureRef   = regexp.MustCompile(`^[”’]?(?:中)?(?:的)?第?(?:（([一二三四五六七八九十]{1,3})）|([一二三四五六七八九十]{1,3}))[项条]`)
	quotedOld    = regexp.MustCompile(`^(?:中)?(?:的)?(?:由)?“([^”]+)”$`)
)

// changes finds the paragraphs of a notice that change the list.
func (r *reader) changes(a *Amendment, st *state) {
	item := ""
	for i := 0; i < len(a.Body); i++ {
		s := a.Body[i].Value()
		body := s
		level, numbered := zh.ParseLevel(s)
		if numbered {
			body = s[len(level.Number):]
		}
		if numbered && level.Depth == 1 {
			item = ""
		}
		if n, printed, ok := zh.ParseOrdinal(body); ok && (numbered || strings.HasPrefix(body[len(printed):], "，")) {
			item = itemID(n)
		}
		c, ok := r.change(body, item, st)
		if !ok {
			continue
		}
		c.Paragraph = i
		if st.fields[c.Item] == nil {
			r.doubts = append(r.doubts, r.doubtAt(a.Body[i], "找不到要修改的整改项“"+c.Item+"”", "修改指令没有写原文，导入后请核对"))
		}
		i = r.newText(&c, a, s, i, st)
		a.Changes = append(a.Changes, c)
	}
}

func itemID(n int) string { return fmt.Sprintf("%02d", n) }

func (r *reader) doubtAt(t Text, why, assumed string) Doubt {
	d := Doubt{What: clip(t.Value()), Why: why, Assumed: assumed}
	for _, run := range t.Runs {
		if run.Span.To > run.Span.From {
			l := r.lines[r.index[run.Span.Source]]
			d.File, d.Place = l.file, l.place
			break
		}
	}
	return d
}

// change reads the instruction a paragraph begins with.
func (r *reader) change(s, item string, st *state) (Change, bool) {
	c := Change{Item: item, Verb: dossier.Replace}
	if m := sectionItem.FindStringSubmatch(head(s)); m != nil && item == "" {
		n, _ := zh.ParseNumeral(m[1])
		c.Item = itemID(n)
	}
	if strings.HasPrefix(s, "第") { // 第N项，problem: its words follow, no instruction
		if _, printed, ok := zh.ParseOrdinal(s); ok && strings.HasPrefix(s[len(printed):], "，") {
			return c, false
		}
	}
	rest := s[len(beforeLabel.FindString(s)):]
	label := ""
	for _, w := range r.labelWords(st) {
		if strings.HasPrefix(rest, w) {
			label = w
			break
		}
	}
	if label == "" || c.Item == "" {
		return c, false
	}
	c.Field, _ = st.kind(label)
	c.Label = label
	rest = rest[len(label):]
	if m := measureRef.FindStringSubmatch(rest); m != nil && c.Field == dossier.Measures {
		n, _ := zh.ParseNumeral(m[1] + m[2])
		c.Measure = fmt.Sprintf("%s.%d", c.Item, n)
		rest = rest[len(m[0]):]
	}
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "”"), "’")
	for _, w := range replaceWords {
		i := strings.Index(rest, w)
		if i < 0 {
			continue
		}
		before := rest[:i]
		if before == "" || before == "由原来的" || before == "内容" || before == "统一" {
			return c, true
		}
		if m := quotedOld.FindStringSubmatch(before); m != nil {
			c.Find = m[1]
			return c, true
		}
	}
	for _, w := range []string{"增加", "新增", "补充"} {
		after, ok := strings.CutPrefix(strings.TrimPrefix(rest, "中"), w)
		if ok && c.Field == dossier.Measures && c.Measure == "" && (strings.HasPrefix(after, "：") || strings.HasPrefix(after, "一") || strings.HasPrefix(after, "以下")) {
			c.Verb = dossier.Insert
			return c, true
		}
	}
	if (strings.HasPrefix(rest, "删去") || strings.HasPrefix(rest, "删除")) && c.Field == dossier.Measures {
		if m := measureRef.FindStringSubmatch(rest[len("删去"):]); m != nil {
			n, _ := zh.ParseNumeral(m[1] + m[2])
			c.Measure, c.Verb = fmt.Sprintf("%s.%d", c.Item, n), dossier.Delete
			return c, true
		}
	}
	return c, false
}

func head(s string) string {
	if i := strings.IndexAny(s, "：。"); i >= 0 {
		return s[:i]
	}
	return s
}

// labelWords are the labels of the plan and those offices use, longest first.
func (r *reader) labelWords(st *state) []string {
	out := slices.Clone(words().words)
	out = slices.DeleteFunc(out, func(w string) bool { return !isField(words().kind[w]) || !strong(w) })
	for w := range st.labels {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		return len(out[i]) > len(out[j]) || len(out[i]) == len(out[j]) && out[i] < out[j]
	})
	return out
}

// newText reads what a change puts in force, and what it expects; it gives the
// last paragraph it read.
func (r *reader) newText(c *Change, a *Amendment, s string, i int, st *state) int {
	fields := st.fields[c.Item]
	old, known := fields[c.Field]
	if c.Measure != "" {
		old, known = measureOf(old, c.Measure)
	}
	if known && c.Verb != dossier.Insert && c.Find == "" {
		c.Expect = old
	}
	if !known && fields != nil {
		r.doubts = append(r.doubts, r.doubtAt(a.Body[i], "这一项没有要修改的内容", "修改指令没有写原文，导入后请核对"))
	}
	if c.Verb == dossier.Delete || c.Find != "" {
		if c.Find != "" && strings.Count(old, c.Find) != 1 {
			r.doubts = append(r.doubts, r.doubtAt(a.Body[i], "“"+clip(c.Find)+"”在现文里不是正好一处", "请核对"))
		}
		return i
	}
	var fresh []string
	_, value, _ := cutColon(s)
	if value != "" {
		fresh = append(fresh, unquoted(value))
	}
	j := i
	for j+1 < len(a.Body) {
		next := a.Body[j+1].Value()
		level, ok := zh.ParseLevel(next)
		if c.Field != dossier.Measures && len(fresh) > 0 || c.Field == dossier.Measures && (!ok || level.Depth < 2) || level.Depth == 1 {
			break
		}
		if own, isNumbered := zh.ParseLevel(s); isNumbered && level.Depth <= max(1, own.Depth) {
			break
		}
		fresh, j = append(fresh, next), j+1
		if c.Field != dossier.Measures {
			break
		}
	}
	c.New = fresh
	if fields != nil && c.Measure == "" && c.Verb == dossier.Replace {
		fields[c.Field] = strings.Join(fresh, "\n")
	}
	if len(fresh) == 0 {
		r.doubts = append(r.doubts, r.doubtAt(a.Body[i], "修改指令之后没有找到新的内容", "请补上"))
	}
	return j
}

func cutColon(s string) (before, after string, ok bool) {
	for _, w := range replaceWords {
		if i := strings.Index(s, w+"："); i >= 0 {
			return s[:i], s[i+len(w+"："):], true
		}
	}
	return strings.Cut(s, "：")
}

func unquoted(s string) string {
	t := strings.TrimRight(s, "。；")
	if strings.HasPrefix(t, "“") && strings.HasSuffix(t, "”") && strings.Count(t, "“") == 1 {
		return strings.TrimSuffix(strings.TrimPrefix(t, "“"), "”")
	}
	return s
}

// measureOf finds the paragraphs of one measure in the text of all.
func measureOf(all, id string) (string, bool) {
	var ms []dossier.Measure
	for _, l := range strings.Split(all, "\n") {
		ms = append(ms, dossier.Measure{Text: dossier.Text{Value: l}})
	}
	item, _, _ := strings.Cut(id, ".")
	dossier.IdentifyMeasures(ms, item)
	for _, m := range ms {
		if m.ID == id {
			return m.Text.Value, true
		}
	}
	return "", false
}

package layout

import (
	"slices"
	"strings"

	"hongtou/internal/linebreak"
)

// A title without preferred lines is divided so that its lines form a 梯形 or
// 菱形 (7.3.1). All divisions near equal parts are weighed; the numbers below
// are ems squared.
const (
	maxTitleLines  = 4  // longer titles are simply filled
	window         = 8  // ems that a line's end may lie from its equal share
	costRectangle  = 6  // three or more lines of one width
	costHourglass  = 40 // a line shorter than both its neighbours
	costNoBoundary = 12 // an end that is not known to be the end of a word
	costInWord     = 60 // an end inside a known word
	shortestLine   = 3  // ems
)

// shape gives the ends of the lines of a title.
func (s *setter) shape(t *text) []int {
	total := t.total()
	if total <= s.area.width() {
		return []int{len(t.glyphs)}
	}
	count := int((total + s.area.width() - 1) / s.area.width())
	for ; count <= maxTitleLines; count++ {
		if d := s.divide(t, count, total); d.best != nil {
			return d.best
		}
	}
	return s.fillTitle(t)
}

// fillTitle divides a title as running text.
func (s *setter) fillTitle(t *text) []int {
	lines, _ := s.breaker.Break(t.glyphs, linebreak.Measure{First: int32(s.area.width()), Rest: int32(s.area.width())})
	var ends []int
	for _, l := range lines {
		ends = append(ends, l.End)
	}
	return ends
}

// division is the search for the best way to divide a title into lines.
type division struct {
	text     *text
	total    Unit
	width    Unit // of the type area
	count    int
	openings []int
	sums     []Unit // width up to each glyph
	ends     []int
	best     []int
	cost     int
}

func (s *setter) divide(t *text, count int, total Unit) *division {
	d := &division{text: t, total: total, width: s.area.width(), count: count, openings: s.breaker.Openings(t.glyphs)}
	d.sums = make([]Unit, len(t.glyphs)+1)
	for i, g := range t.glyphs {
		d.sums[i+1] = d.sums[i] + Unit(g.Advance)
	}
	d.search(0)
	return d
}

// search chooses the end of the next line among the openings near its share.
func (d *division) search(start int) {
	if len(d.ends) == d.count-1 {
		d.weigh(start)
		return
	}
	share := d.total * Unit(len(d.ends)+1) / Unit(d.count)
	for _, end := range d.openings {
		if end <= start || max(share-d.sums[end], d.sums[end]-share) > window*d.text.scale.size {
			continue
		}
		if d.sums[end]-d.sums[start] > d.width {
			break
		}
		d.ends = append(d.ends, end)
		d.search(end)
		d.ends = d.ends[:len(d.ends)-1]
	}
}

// weigh compares a complete division with the best one so far.
func (d *division) weigh(start int) {
	n := len(d.text.glyphs)
	if d.sums[n]-d.sums[start] > d.width {
		return
	}
	ends := append(slices.Clone(d.ends), n)
	widths := d.widths(ends)
	if slices.Min(widths) < shortestLine {
		return
	}
	cost := shapeCost(widths)
	for _, e := range d.ends {
		cost += d.endCost(e)
	}
	if d.best == nil || cost < d.cost {
		d.best, d.cost = ends, cost
	}
}

// widths of the lines in ems.
func (d *division) widths(ends []int) []int {
	var out []int
	start := 0
	for _, e := range ends {
		out = append(out, int((d.sums[e]-d.sums[start])/d.text.scale.size))
		start = e
	}
	return out
}

// shapeCost is low for lines of similar width that grow, shrink, or do one
// after the other.
func shapeCost(w []int) int {
	sum, cost := 0, 0
	for _, x := range w {
		sum += x
	}
	for _, x := range w {
		d := x - sum/len(w)
		cost += d * d
	}
	for i := 1; i+1 < len(w); i++ {
		if w[i] < w[i-1] && w[i] < w[i+1] {
			cost += costHourglass
		}
	}
	if len(w) > 2 && slices.Max(w)-slices.Min(w) < 2 {
		cost += costRectangle
	}
	return cost
}

// What titles of official documents are made of. A line ends well before the
// first ones and behind the second ones, and never inside the third ones; two
// of these side by side part well, too. It is a proposal that people check, so
// the lists need not be long.
var (
	lineStarts = []string{"关于", "《", "部分"}
	lineEnds   = []string{"》", "、", "办公室", "办公厅", "委员会", "人民政府", "的"}
	titleWords = strings.Fields(`贯彻 落实 彻落 生态 环境 保护 督察 反馈 问题 整改 实施 方案 办法 意见 通知 关于 于印 印发 转发 工作
		加强 管理 中央 人民 政府 委员 员会 办公 公室 公厅 补充 完善 内容 责任 清单 措施 任务 规定 条例 建设 发展 治理 规划
		计划 制度 改革 服务 安全 生产 防治 污染 行动 细则 标准 评估 验收 销号 监督 检查 领导 小组 单位 部门 全面 深入 推进`)
)

// endCost judges a line's end before glyph i.
func (d *division) endCost(i int) int {
	before, after := d.plain(max(0, i-4), i), d.plain(i, min(len(d.text.glyphs), i+4))
	starts := func(w string) bool { return strings.HasPrefix(after, w) }
	ends := func(w string) bool { return strings.HasSuffix(before, w) }
	switch {
	case slices.ContainsFunc(lineStarts, starts), slices.ContainsFunc(lineEnds, ends):
		return 0
	case slices.Contains(titleWords, d.plain(i-1, i+1)):
		return costInWord
	case slices.ContainsFunc(titleWords, starts) && slices.ContainsFunc(titleWords, ends):
		return costNoBoundary / 2
	}
	return costNoBoundary
}

func (d *division) plain(i, j int) string {
	var b strings.Builder
	for _, g := range d.text.glyphs[i:j] {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

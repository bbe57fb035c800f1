package page

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

// Shape gives the ends of the lines of a title whose glyphs have advances in
// Length at TitleSize; one that fits into the width room has one line.
func Shape(b *linebreak.Breaker, room Length, glyphs []linebreak.Glyph) []int {
	d := newDivision(b, room, glyphs)
	total := d.sums[len(glyphs)]
	if total <= room {
		return []int{len(glyphs)}
	}
	for count := int((total + room - 1) / room); count <= maxTitleLines; count++ {
		if d.divide(count); d.best != nil {
			return d.best
		}
	}
	return fill(b, room, glyphs)
}

// fill divides a title as running text.
func fill(b *linebreak.Breaker, room Length, glyphs []linebreak.Glyph) []int {
	lines, _ := b.Break(glyphs, linebreak.Measure{First: int32(room), Rest: int32(room), Company: true})
	var ends []int
	for _, l := range lines {
		ends = append(ends, l.End)
	}
	return ends
}

// division is the search for the best way to divide a title into lines.
type division struct {
	glyphs   []linebreak.Glyph
	room     Length
	count    int
	openings []int
	sums     []Length // width up to each glyph
	ends     []int
	best     []int
	cost     int
}

func newDivision(b *linebreak.Breaker, room Length, glyphs []linebreak.Glyph) *division {
	d := &division{room: room, glyphs: glyphs, openings: b.Openings(glyphs), sums: make([]Length, len(glyphs)+1)}
	for i, g := range glyphs {
		d.sums[i+1] = d.sums[i] + Length(g.Advance)
	}
	return d
}

func (d *division) divide(count int) {
	d.count = count
	d.search(0)
}

// search chooses the end of the next line among the openings near its share.
func (d *division) search(start int) {
	if len(d.ends) == d.count-1 {
		d.weigh(start)
		return
	}
	share := d.sums[len(d.glyphs)] * Length(len(d.ends)+1) / Length(d.count)
	for _, end := range d.openings {
		if end <= start || max(share-d.sums[end], d.sums[end]-share) > window*TitleSize {
			continue
		}
		if d.sums[end]-d.sums[start] > d.room {
			break
		}
		d.ends = append(d.ends, end)
		d.search(end)
		d.ends = d.ends[:len(d.ends)-1]
	}
}

// weigh compares a complete division with the best one so far.
func (d *division) weigh(start int) {
	n := len(d.glyphs)
	if d.sums[n]-d.sums[start] > d.room {
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
		out = append(out, int((d.sums[e]-d.sums[start])/TitleSize))
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
	before, after := d.plain(max(0, i-4), i), d.plain(i, min(len(d.glyphs), i+4))
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

func (d *division) plain(i, j int) string { return glyphText(d.glyphs[i:j]) }

package xlsx

import (
	"fmt"
	"math"

	"hongtou/internal/doc"
)

// plan is one sheet, worked out before anything is written. Rows of the sheet
// are: title, caption, status, head, body; each of the first three may be
// missing.
type plan struct {
	sheet   *doc.Sheet
	columns []int
	banners []banner
	head    body
	body    body
	ruler   *ruler
}

// banner is a line above the table, across all columns.
type banner struct {
	text   passage
	size   float64 // pt
	height float64
	title  bool
	status bool // stands on every page
	input  *fields
}

func arrange(s *doc.Sheet, r *ruler) (*plan, error) {
	p := &plan{sheet: s, ruler: r}
	if err := p.setColumns(); err != nil {
		return nil, err
	}
	if err := p.setBanners(); err != nil {
		return nil, err
	}
	if err := p.setHead(); err != nil {
		return nil, err
	}
	if err := p.setBody(); err != nil {
		return nil, err
	}
	if p.firstBodyRow()+len(p.body.heights) > maxRows {
		return nil, &Error{Sheet: s.Name, Reason: "行数超过工作表上限"}
	}
	if s.Filter && len(s.Table.Head) == 0 {
		return nil, &Error{Sheet: s.Name, Reason: "带筛选的工作表没有表头"}
	}
	return p, nil
}

func (p *plan) setColumns() error {
	if n := len(p.sheet.Table.Columns); n == 0 || n > maxColumns {
		return &Error{Sheet: p.sheet.Name, Reason: fmt.Sprintf("列数为%d，应在1至%d之间", n, maxColumns)}
	}
	for i, c := range p.sheet.Table.Columns {
		if c.Width < 1 || c.Width > maxColumnWidth {
			return &Error{Sheet: p.sheet.Name, Reason: fmt.Sprintf("第%d列列宽为%d，应在1至%d之间", i+1, c.Width, maxColumnWidth)}
		}
		p.columns = append(p.columns, c.Width)
	}
	if n := p.sheet.FreezeCols; n < 0 || n >= len(p.columns) {
		return &Error{Sheet: p.sheet.Name, Reason: fmt.Sprintf("冻结列数为%d，应少于列数", n)}
	}
	return nil
}

func (p *plan) setBanners() error {
	for _, runs := range [][]doc.Inline{p.sheet.Title, p.sheet.Table.Caption, p.sheet.Status} {
		if err := checkCell(p.sheet.Name, &doc.Cell{Paragraphs: [][]doc.Inline{runs}}); err != nil {
			return err
		}
	}
	p.addBanner(p.sheet.Title, banner{size: titleSize, title: true})
	p.addBanner(p.sheet.Table.Caption, banner{size: textSize})
	if err := p.addInput(); err != nil {
		return err
	}
	p.addBanner(p.sheet.Status, banner{size: textSize, status: true})
	return nil
}

func (p *plan) addBanner(runs []doc.Inline, b banner) {
	if len(runs) == 0 {
		return
	}
	b.text = newPassage([][]doc.Inline{runs}, false)
	if b.title {
		b.text.setFace(title)
	}
	lines := p.ruler.lines(b.text.runes, int(p.width()/(b.size/2))-2)
	b.height = roundUp(float64(lines)*b.size*1.45 + b.size*0.8)
	p.banners = append(p.banners, b)
}

func (p *plan) setHead() error {
	areas, err := resolve(p.sheet.Name, p.sheet.Table.Head, len(p.columns))
	if err != nil {
		return err
	}
	p.head = body{ruler: p.ruler, columns: p.columns, rowMax: maxRow, scale: p.scale()}
	for i := range areas {
		if c := areas[i].cell; !textual(c) && c.Blank == doc.NotBlank {
			return cellError(p.sheet.Name, c, "表头只能有文字")
		}
		areas[i].text = newPassage(areas[i].cell.Paragraphs, true)
	}
	if err := p.head.expand(areas, p.sheet.Table.Head); err != nil {
		return p.explain(err)
	}
	p.head.grow()
	return nil
}

func (p *plan) setBody() error {
	areas, err := resolve(p.sheet.Name, p.sheet.Table.Rows, len(p.columns))
	if err != nil {
		return err
	}
	pg := p.page()
	rowMax := min(maxRow, pg.first-2*heightOf(1))
	if rowMax < heightOf(4) {
		return &Error{Sheet: p.sheet.Name, Reason: "标题和表头占满整页，没有地方放表格内容"}
	}
	p.body = body{ruler: p.ruler, columns: p.columns, rowMax: math.Floor(rowMax/pixel) * pixel, scale: p.scale(), repeats: p.repeatsRows()}
	if err := p.body.expand(areas, p.sheet.Table.Rows); err != nil {
		return p.explain(err)
	}
	if err := p.settleLinks(); err != nil {
		return err
	}
	if err := p.body.checkWidth(p.sheet.Name); err != nil {
		return err
	}
	p.body.grow()
	return p.explain(p.body.setPages(pg))
}

// repeatsRows says whether rows of the sheet may be told twice: it is
// filtered, and nobody writes on it, counts or colours its rows.
func (p *plan) repeatsRows() bool {
	if !p.sheet.Filter || len(p.sheet.Highlights) > 0 {
		return false
	}
	for _, r := range p.sheet.Table.Rows {
		for _, c := range r.Cells {
			if c.RowSpan > 1 || c.Blank != doc.NotBlank || c.Formula != nil {
				return false
			}
		}
	}
	return true
}

func (p *plan) explain(err error) error {
	if err == nil {
		return nil
	}
	return &Error{Sheet: p.sheet.Name, Reason: err.Error()}
}

func (p *plan) firstHeadRow() int { return len(p.banners) }

// firstRepeatedRow is that of the status line, which is the last banner, or of
// the head.
func (p *plan) firstRepeatedRow() int {
	if n := len(p.banners); n > 0 && p.banners[n-1].status {
		return n - 1
	}
	return len(p.banners)
}

func (p *plan) firstBodyRow() int { return len(p.banners) + len(p.head.heights) }
func (p *plan) rowCount() int     { return p.firstBodyRow() + len(p.body.heights) }

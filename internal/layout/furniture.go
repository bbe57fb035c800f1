package layout

import (
	"strconv"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// The page number (7.5): the ink of its 一字线 7 mm below the type area, one
// character of its own size from the outer edge.
const (
	numberLine  = page.FolioLine
	numberInset = page.FolioSize
)

// furnish adds what belongs to the pages and not to the text.
func (s *setter) furnish(blocks []doc.Block) {
	s.block, s.target = -1, artifact
	if s.setup.Status != "" {
		s.checkStatus(blocks)
	}
	for i := range s.book.Pages {
		p := &s.book.Pages[i]
		p.Unnumbered = s.unnumbered > 0 && p.Number >= s.unnumbered || s.setup.Letter && i == 0
		if !p.Unnumbered {
			s.pageNumber(p)
		}
		if s.setup.Letter && i == 0 {
			s.letterFoot(p)
		}
		if s.setup.Status != "" {
			s.status(p)
		}
	}
}

// pageNumber stands where it stands on a portrait page (8); seen with a
// landscape page upright, it is turned.
func (s *setter) pageNumber(p *Page) {
	t := s.measure([]doc.Inline{{Text: "— " + strconv.Itoa(p.Number) + " —", Style: doc.Small}}, pageScale)
	x := areaRight - numberInset - t.total()
	if p.Number%2 == 0 {
		x = areaLeft + numberInset
	}
	dash := Unit(0)
	if b, ok := s.fonts.Face(t.looks[0].face).Bounds('—'); ok && t.looks[0].drawn {
		dash = Unit(b.YMin+b.YMax) * t.scale.size / 2000
	}
	from := len(p.Runs)
	dx, dy := s.shift(p.Number)
	s.furniture(p, t, 0, len(t.glyphs), x+dx+dy, page.Millimetres(numberLine)+dash)
	if s.area.landscape {
		for i := from; i < len(p.Runs); i++ {
			p.Runs[i].turn()
		}
	}
}

// turn takes a run from a portrait page to its place on the same page lying
// on its right side.
func (r *Run) turn() { r.X, r.Y, r.Turned = pageHeight-r.Y, r.X, true }

// furniture draws glyphs straight onto a page, as an artifact.
func (s *setter) furniture(p *Page, t *text, i, j int, x, y Unit) {
	from := len(s.runs)
	s.draw(t, i, j, nil, x, y)
	for _, r := range s.runs[from:] {
		r.Artifact = true
		p.Runs = append(p.Runs, r)
	}
	s.runs = s.runs[:from] // furniture has no marks, so no rules
}

// status centres the status line in the top margin, in as many lines as it
// needs; one that has no room is a problem already (checkStatus).
func (s *setter) status(p *Page) {
	dx, dy := s.shift(p.Number)
	t, lines := s.statusLines()
	if page.StatusHeight(len(lines)) > s.area.top {
		return
	}
	y := (s.area.top-page.StatusHeight(len(lines)))/2 + above(page.NoteSize)
	for _, l := range lines {
		s.furniture(p, t, l.Start, l.Shown, s.area.left+(s.area.width()-Unit(l.Width))/2+dx, y+dy)
		y += page.StatusPitch
	}
}

func (s *setter) statusLines() (*text, []linebreak.Line) {
	t := s.measure([]doc.Inline{{Text: s.setup.Status, Style: doc.Small}}, noteScale)
	lines, _ := s.breaker.Break(t.glyphs, linebreak.Measure{First: int32(s.area.width()), Rest: int32(s.area.width())})
	return t, lines
}

// checkStatus reports a status line that has no room.
func (s *setter) checkStatus(blocks []doc.Block) {
	_, lines := s.statusLines()
	s.problems.CheckStatus(s.setup.Status, len(lines), s.setup.Landscape, page.FirstPlace(blocks))
}

// checkFirstPage warns when the first page of a red-headed document shows no
// body text (7.3.3). The place is that of the last element it does show.
func (s *setter) checkFirstPage(rows []row, why End) {
	if !s.headed {
		return
	}
	at := diag.Position{}
	for _, r := range rows {
		if r.body {
			return
		}
		for _, run := range s.runs[r.from.run:r.to.run] {
			if run.Origin.At != (diag.Position{}) {
				at = run.Origin.At
			}
		}
	}
	s.warn("first-page-without-body", at, "首页没有正文", bodyHint(why))
}

// bodyHint says what to do when the first page ended before its text, and why
// it did.
func bodyHint(why End) string {
	switch why {
	case EndFull:
		return "标题和主送机关占满了首页，请精简，主送机关可改用统称，或移至版记（imprint.recipients）"
	case EndSignature:
		return "正文过短，须与署名同在一页，首页余下的行排不下；请减少标题或主送机关的行数，使正文、署名和日期都能排在首页"
	case EndDocument:
		return "请补写正文"
	case EndForced:
		return "正文之前有强制分页，请删去"
	}
	return "首页余下的行容不下正文的开头，请减少标题或主送机关的行数"
}

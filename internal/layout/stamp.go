package layout

import (
	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// stamped sets a signature with signature stamps (7.3.5.3): two empty lines,
// the stamp right with four characters, the post two characters left of it at
// half its height, the date on the line of the grid nearest to an empty line
// below; further signers each below, aligned with the first. The post names the organ, so that the organ's own
// name only stands in for a post that is not given.
func (s *setter) stamped(g doc.Signature) {
	posts := g.Posts
	if len(posts) < len(g.Organs) {
		posts = append(posts[:len(posts):len(posts)], g.Organs[len(posts):]...)
	}
	stamps, width := make([]doc.Image, len(posts)), Unit(0)
	for i := range stamps {
		stamps[i] = s.picture(g.Images, i, page.StampWidth, page.StampHeight)
		width = max(width, hundredths(stamps[i].Width))
	}
	right := s.area.right - page.DateInset
	names := s.widest(posts, bodyScale)
	x := right - width - page.PostGap - names

	s.keepLast(s.company(), EndSignature)
	from, y := s.mark(), s.step(2)
	for i, post := range posts {
		if i > 0 {
			y += leading
		}
		h := hundredths(stamps[i].Height)
		s.post(post, x, y+h/2, names)
		s.stampOn(stamps[i], right-hundredths(stamps[i].Width)/2, y+h/2)
		y += h
	}
	line := page.NearestLine(y + pitch + leading)
	if len(g.Date) == 0 {
		line = page.LineAt(y+leading) - 1
	}
	t := s.measure(g.Date, bodyScale)
	s.openLine(g.Date)
	s.draw(t, 0, len(t.glyphs), nil, right-t.total(), s.step(line)+above(em))
	s.addSignature(from, line+1, max(y, s.step(line)+em))
}

// post draws a post about the middle of its stamp.
func (s *setter) post(runs []doc.Inline, x, middle, width Unit) {
	t := s.measure(runs, bodyScale)
	if x < s.area.left {
		s.problem("signature-too-wide", page.Place(runs), "签发人职务与签名章同在一行，排不下", "请核对签发人职务，或缩小签名章的宽度")
	}
	s.openLine(runs)
	s.draw(t, 0, len(t.glyphs), s.letterspace(t, width), x, middle-em/2+above(em))
}

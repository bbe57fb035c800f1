package layout

import (
	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// hundredths converts 1/100 mm.
func hundredths(n int) Unit { return page.Millimetres(n) / 100 }

func inHundredths(u Unit) int { return int(int64(u) * 2540 / 72_000) }

// mostPicture bounds the sides of a picture, in 1/100 mm: no seal is larger.
const mostPicture = 10_000

// picture gives picture i of a list with its size on paper; where there is
// none, an empty one of the usual size keeps the place free.
func (s *setter) picture(list []doc.Image, i int, width, height Unit) doc.Image {
	if i >= len(list) || len(list[i].Data) == 0 {
		return doc.Image{Width: inHundredths(width), Height: inHundredths(height)}
	}
	p := list[i]
	if p.Width <= 0 || p.Height <= 0 || p.Width > mostPicture || p.Height > mostPicture {
		s.problem("picture-size", p.Origin.At, "印章或签名章图片的尺寸不在1毫米至100毫米之间", "请按实物填写图片的宽和高")
		p.Width, p.Height = min(max(p.Width, 1), mostPicture), min(max(p.Height, 1), mostPicture)
	}
	return p
}

// stampOn puts a picture on the page about a point; y counts from the top of
// the row being made.
func (s *setter) stampOn(p doc.Image, x, y Unit) {
	if len(p.Data) == 0 {
		return
	}
	w, h := hundredths(p.Width), hundredths(p.Height)
	figure := s.node(Element{Parent: int(none), Role: RoleFigure, Alt: p.Alt})
	s.pictures = append(s.pictures, Picture{X: x - w/2, Y: y - h/2, Width: w, Height: h, Image: p, Element: figure})
}

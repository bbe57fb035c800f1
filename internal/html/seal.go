package html

import (
	"bytes"
	"encoding/base64"
	"fmt"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// A signature with seals or stamps (7.3.5.1, 7.3.5.3) is a box in which names,
// pictures and date have places from its right edge; package page says where.
// Lengths count from the box of its first line, half of a leading above the
// characters.

const halfLeading = page.Leading / 2

// sealed writes names and date, each seal behind its name.
func (b *body) sealed(s doc.Signature) {
	width, height := page.Length(0), page.Length(0)
	for i := range s.Organs {
		w, h := sizeOf(s.Images, i, page.SealSize, page.SealSize)
		width, height = max(width, w), max(height, h)
	}
	date := b.cells(s.Date)
	names := page.Length(b.widest(s.Organs)) * page.Cell / 1000
	rows := page.ArrangeSeals(page.Room(b.setup.Landscape), len(s.Organs), names, date, width, height)
	dated := len(s.Date) > 0
	first, last := page.PlaceSeal(height, dated && rows.Rows() == 1), page.PlaceSeal(height, dated)
	lines := first.Blank + (rows.Rows()-1)*rows.Lines + 1
	bottom := page.Length(lines)*page.Pitch + last.Drop(height, dated)
	if dated {
		bottom += page.Pitch
	}
	b.openBlock("div", "sealed", "height:"+ems(bottom, page.Em))
	b.raw("\n")
	for i, organ := range s.Organs {
		r, centre := rows.At(i)
		line, rise := first.Blank+r*rows.Lines, first.Rise
		if r == rows.Rows()-1 {
			rise = last.Rise
		}
		row, over := fmt.Sprintf(";--row:%d", i+1), ""
		if i == len(s.Organs)-1 && dated {
			row, over = row+";--side:end", " / span 2"
		}
		b.placed("under-seal", row, centre, page.Length(line)*page.Pitch, organ)
		b.image(s.Images, i, over, centre, page.Length(line)*page.Pitch+halfLeading-rise+height/2)
	}
	b.placed("under-seal", fmt.Sprintf(";--row:%d;--side:start", len(s.Organs)+1), rows.Centre, page.Length(lines)*page.Pitch, s.Date)
	b.end("div")
}

// cells is the width of text on the grid.
func (b *body) cells(runs []doc.Inline) page.Length {
	return page.Length(b.width(runs)) * page.Cell / 1000
}

// stamped writes posts, each with its stamp, and the date.
func (b *body) stamped(s doc.Signature) {
	posts := s.Posts
	if len(posts) < len(s.Organs) {
		posts = append(posts[:len(posts):len(posts)], s.Organs[len(posts):]...)
	}
	width, bottom := page.Length(0), 2*page.Pitch+halfLeading
	for i := range posts {
		w, h := sizeOf(s.Images, i, page.StampWidth, page.StampHeight)
		width, bottom = max(width, w), bottom+h+page.Leading
	}
	bottom = page.LineTop(page.NearestLine(bottom - halfLeading + page.Pitch))
	b.openBlock("div", "stamped", "height:"+ems(bottom+page.Pitch, page.Em))
	b.raw("\n")
	names, y := page.Length(b.widest(posts))*page.Cell/1000, 2*page.Pitch+halfLeading
	for i, post := range posts {
		w, h := sizeOf(s.Images, i, page.StampWidth, page.StampHeight)
		b.openBlock("p", "post", fmt.Sprintf("right:%s;top:%s;width:%s;--row:%d", ems(page.DateInset+width+page.PostGap, page.Em), ems(y+(h-page.Pitch)/2, page.Em), ems(names, page.Em), i+1))
		b.runs(bodyFace, post)
		b.end("p")
		b.image(s.Images, i, "", page.DateInset+w/2, y+h/2)
		y += h + page.Leading
	}
	b.placed("under-seal", fmt.Sprintf(";--row:%d", len(posts)+1), page.DateInset+b.cells(s.Date)/2, bottom, s.Date)
	b.end("div")
}

// placed writes a line whose middle is so far from the right edge; row is its
// place where the screen is too narrow for that.
func (b *body) placed(class, row string, centre, top page.Length, runs []doc.Inline) {
	if doc.Plain(runs) == "" {
		return
	}
	b.openBlock("p", class, fmt.Sprintf("right:%s;top:%s%s", ems(centre, page.Em), ems(top, page.Em), row))
	b.runs(bodyFace, runs)
	b.end("p")
}

// sizeOf is that of picture i on paper, or of the place kept free for it.
func sizeOf(list []doc.Image, i int, width, height page.Length) (w, h page.Length) {
	if i >= len(list) || len(list[i].Data) == 0 {
		return width, height
	}
	return hundredths(list[i].Width), hundredths(list[i].Height)
}

// hundredths converts 1/100 mm; no seal has a side of more than 100 mm.
func hundredths(n int) page.Length { return page.Millimetres(min(max(n, 1), 10_000)) / 100 }

// image writes a picture about a point; on narrow screens it lies in the row of
// its name, and over what more is said.
func (b *body) image(list []doc.Image, i int, over string, centre, middle page.Length) {
	if i >= len(list) {
		return
	}
	kind := mediaType(list[i].Data)
	if kind == "" {
		return
	}
	w, h := sizeOf(list, i, 0, 0)
	b.open("img", "class", "seal", "src", "data:"+kind+";base64,"+base64.StdEncoding.EncodeToString(list[i].Data),
		"style", fmt.Sprintf("right:%s;top:%s;width:%s;height:%s;--row:%d%s", ems(centre-w/2, page.Em), ems(middle-h/2, page.Em), ems(w, page.Em), ems(h, page.Em), i+1, over),
		"alt", list[i].Alt)
	b.raw("\n")
}

// mediaType is that of the pictures a dossier may give.
func mediaType(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png"
	case bytes.HasPrefix(data, []byte{0xff, 0xd8, 0xff}):
		return "image/jpeg"
	}
	return ""
}

package norm_test

import (
	"math"
	"testing"

	"hongtou/internal/elements"
	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

// FuzzClauses takes sheets apart by chance: whatever stands on the pages, no
// clause may panic, and every verdict has numbers that are numbers and places
// that are on a page of the file.
func FuzzClauses(f *testing.F) {
	for i := range correct {
		f.Add(uint8(i), []byte{})
		f.Add(uint8(i), []byte{0, 10, 200, 1, 3, 9, 2, 77, 5, 3, 1, 1, 4, 0, 8, 5, 60, 2, 6, 4, 4, 7, 2, 90})
	}
	f.Fuzz(func(t *testing.T, which uint8, moves []byte) {
		d := correct[int(which)%len(correct)].make().document()
		for len(moves) >= 3 {
			shake(&d, moves[0], int(moves[1]), moves[2])
			moves = moves[3:]
		}
		found := elements.Find(d)
		for _, c := range norm.Clauses() {
			sound(t, c, c.Measure(found), len(d.Pages))
		}
	})
}

// shake makes one change: how says which, where and by how much.
func shake(d *printout.Document, how uint8, where int, by byte) {
	p := &d.Pages[where%len(d.Pages)]
	if len(p.Glyphs) == 0 {
		return
	}
	g := &p.Glyphs[where*7%len(p.Glyphs)]
	switch how % 8 {
	case 0:
		p.Glyphs = p.Glyphs[:where%(len(p.Glyphs)+1)]
	case 1:
		p.Glyphs = p.Glyphs[where%len(p.Glyphs):]
	case 2:
		for i := range p.Glyphs {
			p.Glyphs[i].Y += float64(int(by)-128) / 4
		}
	case 3:
		g.Rune = []rune("附件：抄送印发—第号令年月日，。1（")[int(by)%18]
	case 4:
		g.Size, g.Face = float64(by), []string{"", unnamed, hei, "Bold"}[by%4]
	case 5:
		if len(p.Rules) > 0 {
			r := &p.Rules[where%len(p.Rules)]
			r.Box.Y0, r.Box.Y1, r.Colour.R = r.Box.Y0-float64(by), r.Box.Y1-float64(by), by
		}
	case 6:
		p.Images = append(p.Images, printout.Image{Page: p.Number, Box: printout.Box{X0: float64(where), Y0: float64(by), X1: float64(where) + 40, Y1: float64(by) + 40}})
	case 7:
		p.Width, p.Height = p.Height, p.Width
		g.Angle, g.Colour.R = int(by)*90, by
	}
}

func sound(t *testing.T, c norm.Clause, r norm.Result, pages int) {
	t.Helper()
	for _, v := range r.Values {
		if math.IsNaN(v.Number) || math.IsInf(v.Number, 0) {
			t.Errorf("%s: %s is %v", c.Name(), v.Name, v.Number)
		}
	}
	for _, p := range r.Places {
		if p.Page < 1 || p.Page > pages || math.IsNaN(p.Box.Width()+p.Box.Height()) {
			t.Errorf("%s: place %+v", c.Name(), p)
		}
		if r.Verdict == norm.Fails && p.Note == "" {
			t.Errorf("%s: a place without words in “%s”", c.Name(), r.Measured)
		}
	}
	if r.Verdict != norm.Absent && r.Measured == "" {
		t.Errorf("%s: %s without a word", c.Name(), r.Verdict)
	}
}

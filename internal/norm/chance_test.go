package norm_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

// TestAnySheetIsJudged: whatever stands wherever, every clause gives a verdict
// with words, and its places are on the pages.
func TestAnySheetIsJudged(t *testing.T) {
	random := rand.New(rand.NewPCG(9704, 2012))
	for range 400 {
		s := correct[random.IntN(len(correct))].make()
		for range 1 + random.IntN(6) {
			scramble(random, s)
		}
		d := s.find()
		for _, c := range norm.Clauses() {
			r := c.Measure(d)
			if r.Verdict != norm.Absent && r.Measured == "" {
				t.Fatalf("%s: %s without words", c.Name(), r.Verdict)
			}
			for _, p := range r.Places {
				if p.Page < 1 || p.Page > len(s.sizes) || r.Verdict == norm.Fails && p.Note == "" {
					t.Fatalf("%s: place %+v", c.Name(), p)
				}
			}
		}
	}
}

// scramble changes something by chance.
func scramble(random *rand.Rand, s *sheet) {
	if len(s.texts) == 0 {
		return
	}
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, -500, 1e9}
	x := s.texts[random.IntN(len(s.texts))]
	switch random.IntN(12) {
	case 0:
		s.remove(x.name)
	case 1:
		x.x, x.y = random.Float64()*210, random.Float64()*297
	case 2:
		x.size = 5 + random.Float64()*40
	case 3:
		x.colour = red
	case 4:
		x.page = 1 + random.IntN(len(s.sizes))
	case 5:
		x.s = string([]rune("号：（）〔〕令附件1—年。抄送印发一是")[random.IntN(18):])
	case 6:
		x.x = odd[random.IntN(len(odd))]
	case 7:
		x.y = odd[random.IntN(len(odd))]
	case 8:
		x.size = odd[random.IntN(len(odd))]
	case 9:
		s.sizes[random.IntN(len(s.sizes))] = size{1 + random.Float64()*400, 1 + random.Float64()*400}
	case 10:
		s.pictures = append(s.pictures, &picture{page: 1 + random.IntN(len(s.sizes)), x: 20, y: random.Float64() * 250, w: random.Float64() * 200, h: random.Float64() * 300})
	case 11:
		s.rule("", 1+random.IntN(len(s.sizes)), 20, random.Float64()*297, 190, random.Float64()*297, 1, []printout.Colour{red, printout.Black}[random.IntN(2)])
	}
}

package norm

import (
	"math"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

// paper is a document on which clauses are measured, with what many of them ask
// for again and again.
type paper struct {
	*elements.Document
	pitch         float64                // 一行 of the running text in mm
	firstBaseline float64                // mm; of the topmost line of 3号
	own           map[printout.Rule]bool // rules that clauses of their own measure: red lines, those of the imprint
}

func newPaper(d *elements.Document) paper {
	p := paper{Document: d, pitch: pitch(d), firstBaseline: firstBaseline(d), own: map[printout.Rule]bool{}}
	for _, r := range d.RedRules {
		p.own[r] = true
	}
	if d.Imprint != nil {
		for _, r := range d.Imprint.Rules {
			p.own[r] = true
		}
	}
	return p
}

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }

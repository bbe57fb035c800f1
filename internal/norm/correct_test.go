package norm_test

import (
	"testing"

	"hongtou/internal/norm"
)

// correct are sheets on which every clause holds or has nothing to measure.
var correct = []struct {
	name string
	make func() *sheet
}{
	{"official", official}, {"sealed", sealed}, {"together", together}, {"stamped", stamped}, {"upward", upward},
	{"letter", letter}, {"lying", lying}, {"moved", moved},
	{"order", order}, {"minutes", minutes},
}

func TestCorrectSheetsHold(t *testing.T) {
	for _, c := range correct {
		d := c.make().find()
		for _, k := range norm.Clauses() {
			if r := k.Measure(d); r.Verdict == norm.Fails || r.Verdict == norm.Unproven {
				t.Errorf("%s: %s %s：%s", c.name, r.Verdict, k.Name(), r.Measured)
			}
		}
	}
}

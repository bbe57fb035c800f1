package conformity_test

import (
	"strings"
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/testkit/conformity"
)

// TestRealCase prints the table of every kind and fails on every clause that
// does not hold.
func TestRealCase(t *testing.T) {
	survey(t, samples(t, realCase))
}

// TestGallery does so for every element.
func TestGallery(t *testing.T) {
	survey(t, samples(t, elements))
}

func survey(t *testing.T, list []conformity.Sample) {
	for _, s := range list {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			rows := conformity.Of(conformity.Survey(t, []conformity.Sample{s}), s.Name)
			var b strings.Builder
			conformity.Table(&b, rows)
			t.Log("\n" + b.String())
			for _, r := range rows {
				if r.Verdict == norm.Fails {
					t.Errorf("%s 不合 %s：%s", s.Name, r.Clause.Name(), r.Measured)
				}
			}
		})
	}
}

package recognise_test

import (
	"testing"

	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
)

// TestSum adds up what became of the characters, and shows that Account
// refuses a report whose numbers do not.
func TestSum(t *testing.T) {
	ms := []manuscript.Manuscript{paste("a.txt", pasted(handmade()))}
	d, rep := recognise.Recognise(ms, nil)
	if s := rep.Sum; s.Total() != rep.Characters || s.Placed != rep.Placed || s.Unplaced == 0 || s.Blank == 0 || s.Structure == 0 || s.Removed == 0 {
		t.Errorf("%d characters: %+v", rep.Characters, s)
	}
	rep.Sum.Blank--
	if recognise.Account(ms, d, rep) == nil {
		t.Error("a lost character is not noticed")
	}
}

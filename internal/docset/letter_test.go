package docset

import (
	"slices"
	"testing"

	"hongtou/internal/dossier"
)

// TestLetters: without an organ there is none; with one everybody who has a
// book gets one, in the archive as well; it is written anew only when it goes
// to others or in other roles.
func TestLetters(t *testing.T) {
	if docs, _ := plan(handingOut(), ""); slices.ContainsFunc(docs, letters) {
		t.Error("a letter without an organ")
	}
	d := handingOut(setTo("01", dossier.Deadline, "整改时限", "2023年底前"), setTo("04", dossier.Responsible, "责任单位", "乙县"))
	d.Handout.Letter.Organ = text("某办公室")
	docs, problems := plan(d, "")
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	want := map[string]string{"jia": "2021-03-05", "yi": "2021-03-05", "bing": "2021-03-05", "ding": "2021-06-01"} // ding now only supervises
	for _, one := range docs {
		switch {
		case letters(one):
			if one.Edition != want[one.Unit] {
				t.Errorf("the letter to %s is of %s, want %s", one.Unit, one.Edition, want[one.Unit])
			}
			delete(want, one.Unit)
		case one.Kind == Bundle && !slices.ContainsFunc(one.Unpacked().Parts, letters):
			t.Errorf("the archive for %s has no letter", one.Unit)
		}
	}
	if len(want) > 0 {
		t.Errorf("no letters for %v", want)
	}
}

func letters(d Document) bool { return d.Kind == Letter }

package xlsx

import (
	"bytes"
	"encoding/xml"
	"testing"
)

// FuzzText: texts are written as encoding/xml writes them, but for what reads
// as an escape of the format.
func FuzzText(f *testing.F) {
	for _, text := range []string{"", "=1+1", `a<b>&"c"'d'`, "多\n行\t乙", "_x0041_x0042_", "__x000a__x", "𠮷_x00aF_", "_xyzzy_"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 || textProblem(text) != "" {
			return
		}
		var want bytes.Buffer
		if err := xml.EscapeText(&want, []byte(guard(text))); err != nil {
			t.Fatal(err)
		}
		runes := []rune(text)
		if got := appendText(nil, runes, 0, len(runes)); !bytes.Equal(got, unguard(want.Bytes())) {
			t.Errorf("%q is written as %s", text, got)
		}
		for cut := range runes { // in two looks
			whole := append(appendText(nil, runes, 0, cut), appendText(nil, runes, cut, len(runes))...)
			if !bytes.Equal(whole, unguard(want.Bytes())) {
				t.Fatalf("%q cut at %d is written as %s", text, cut, whole)
			}
		}
	})
}

func TestWholeNumber(t *testing.T) {
	for text, want := range map[string]int{"0": 0, "7": 7, "120": 120, "999999999": 999999999} {
		if n, is := wholeNumber([]rune(text)); n != want || !is {
			t.Errorf("%s is %d, %v", text, n, is)
		}
	}
	for _, text := range []string{"", "06", "00", "-1", "+1", "1.0", " 1", "１", "1000000000", "1e3"} {
		if n, is := wholeNumber([]rune(text)); is {
			t.Errorf("%q is read as %d", text, n)
		}
	}
}

package exchange

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// page makes a file of paragraphs between two that must stay, and the texts of
// the paragraphs.
func page(paragraphs []string, end string) ([]byte, []dossier.Text) {
	file := "前" + end + end
	var texts []dossier.Text
	for i, p := range paragraphs {
		file += p + end + end
		texts = append(texts, dossier.Text{Value: p, At: diag.Position{Line: 3 + 2*i, Column: 1}})
	}
	return []byte(file + "后" + end), texts
}

// Whatever paragraphs become, the file is what it would be had it been written
// that way: nothing else moves.
func TestParagraphsProperty(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 1))
	some := func(atLeast int) []string {
		out := make([]string, atLeast+r.IntN(6))
		for i := range out {
			out[i] = string(rune('甲' + r.IntN(5)))
		}
		return out
	}
	for range 3000 {
		old, now, end := some(1), some(1), []string{"\n", "\r\n"}[r.IntN(2)]
		file, texts := page(old, end)
		want, _ := page(now, end)
		got, _, err := Edit(file, []Change{{Old: texts, New: now}})
		if err != nil || string(got) != string(want) {
			t.Fatalf("%q → %q: got %q, want %q (%v)", old, now, got, want, err)
		}
	}
}

func TestEditOfAnotherFile(t *testing.T) {
	file, texts := page([]string{"甲", "乙"}, "\n")
	for name, other := range map[string]string{
		"shorter": "前\n", "other words": strings.Replace(string(file), "乙", "丙", 1), "empty": "", "longer line": strings.Replace(string(file), "乙", "乙丙", 1),
	} {
		if got, _, err := Edit([]byte(other), []Change{{Label: "某项", Old: texts, New: []string{"丁", "乙"}}}); err == nil {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestAlign(t *testing.T) {
	tests := []struct{ old, now, want string }{
		{"ab", "ab", "00 11"}, {"ab", "b", "0- 10"}, {"b", "ab", "-0 01"}, {"abc", "axc", "00 11 22"},
		{"abc", "ac", "00 1- 21"}, {"ac", "abc", "00 -1 12"}, {"ab", "xyz", "00 11 -2"}, {"abc", "x", "00 1- 2-"},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range align(strings.Split(tt.old, ""), strings.Split(tt.now, ""), false) {
			got = append(got, strings.ReplaceAll(fmt.Sprint(s.old)+fmt.Sprint(s.new), "-1", "-"))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s → %s: %v, want %s", tt.old, tt.now, got, tt.want)
		}
	}
}

// A mark stays with its slip wherever the words around it change.
func TestRemark(t *testing.T) {
	text := dossier.Text{Value: "建立台帐，行成机制。", Slips: []dossier.Slip{{Offset: 2, Length: 2, Corrected: "台账"}, {Offset: 5, Length: 2, Corrected: "形成"}}}
	tests := []struct {
		words, want string
		lost        []string
	}{
		{"建立台帐，行成机制。", "建立台帐{sic=台账}，行成{sic=形成}机制。", nil},
		{"先建立台帐，行成机制。", "先建立台帐{sic=台账}，行成{sic=形成}机制。", nil},
		{"建立台帐，尽快行成机制。", "建立台帐{sic=台账}，尽快行成{sic=形成}机制。", nil},
		{"健全台帐，并行成好机制！", "健全台帐{sic=台账}，并行成{sic=形成}好机制！", nil},
		{"建立台账，行成机制。", "建立台账，行成{sic=形成}机制。", []string{"台帐"}},
		{"行成行成。", "行成行成。", []string{"台帐", "行成"}},
		{"", "", []string{"台帐", "行成"}},
	}
	for _, tt := range tests {
		got, lost := remark(text, tt.words)
		if got != tt.want || !slices.Equal(lost, tt.lost) {
			t.Errorf("%s: %s %v, want %s %v", tt.words, got, lost, tt.want, tt.lost)
		}
	}
}

func TestScalar(t *testing.T) {
	for s, want := range map[string]string{
		"管网滞后": "管网滞后", "管网：滞后": "管网：滞后", "12": `"12"`, "a: b": `"a: b"`, `甲"乙`: `'甲"乙'`, `甲'乙`: `"甲'乙"`, `甲"'乙`: `'甲"''乙'`, "": `""`, "甲 # 乙": `"甲 # 乙"`, " 甲": `" 甲"`,
	} {
		if got := scalar(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

func TestSplit(t *testing.T) {
	for text, want := range map[string][]string{
		"": nil, " \n\u3000": nil, "甲": {"甲"}, "甲\r\n乙\r丙\n\n丁 ": {"甲", "乙", "丙", "丁"}, "甲_x000D_\n乙": {"甲", "乙"},
	} {
		if got, _ := split(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// FuzzEdit: no file and no words make Edit panic, and what it gives holds the
// words.
func FuzzEdit(f *testing.F) {
	f.Add("前\n\n甲{sic=乙}\n", 3, 1, "甲", "丙\n丁", true)
	f.Add("---\nshort: '甲'\n---\n", 2, 8, "甲", "乙", false)
	f.Add("\uFEFF甲\r\n\r\n乙", 1, 1, "甲", "丙", true)
	f.Fuzz(func(t *testing.T, file string, line, column int, old, words string, paragraph bool) {
		if !utf8.ValidString(words) || !utf8.ValidString(file) { // XML has none, source refuses them
			return
		}
		c := Change{Old: []dossier.Text{{Value: old, At: diag.Position{Line: line, Column: column}}}, Column: ShortColumn}
		c.New, _ = split(words)
		if paragraph {
			c.Column = ProblemColumn
		}
		got, _, err := Edit([]byte(file), []Change{c})
		if err != nil {
			return
		}
		for _, w := range c.New {
			if paragraph && !strings.Contains(string(got), w) {
				t.Errorf("%q lacks %q", got, w)
			}
		}
	})
}

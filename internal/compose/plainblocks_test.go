package compose

import (
	"io/fs"
	"reflect"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/markdown"
	"hongtou/templates"
)

// sameBlocks holds the short reader against markdown: what it does not decline
// it reads the same, and there is nothing wrong with it.
func sameBlocks(t *testing.T, text string) (read bool) {
	t.Helper()
	got, read := readPlainBlocks(text)
	if !read {
		return false
	}
	parsed, problems := markdown.Parse(text, diag.Position{Line: 1, Column: 1})
	if len(problems) > 0 {
		t.Fatalf("%q is read though markdown says %v", text, problems)
	}
	want := blocksOf(parsed)
	if len(got) != len(want) {
		t.Fatalf("%q: %d blocks, want %d", text, len(got), len(want))
	}
	for i := range got {
		if len(got[i].lines)+len(want[i].lines) == 0 {
			got[i].lines, want[i].lines = nil, nil
		}
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("%q\n got %+v\nwant %+v", text, got[i], want[i])
		}
	}
	return true
}

// TestPlainBlocksReadTemplates: what the templates write is read without
// markdown, and the same.
func TestPlainBlocksReadTemplates(t *testing.T) {
	ts := embedded(t)
	ds := dossiers(t)
	for i := range ds {
		for _, p := range plannedKinds(t, &ds[i]) {
			r, _ := recipeOf(p.Kind)
			v := r.view(nil, p)
			for _, name := range []string{r.document, r.workbook} {
				if name == "" {
					continue
				}
				if x, _ := ts.execute(name, v.data); !sameBlocks(t, x.out.String()) {
					t.Errorf("%s is declined", name)
				}
			}
		}
	}
}

var plainBlockCases = []string{
	"", "\n", "甲", "甲\n乙", "甲\n\n乙\n", "一、甲。乙", "（一）甲", "1. 甲", "# 甲", "# 甲|乙", "# 甲||乙", "#", "# ", "#  甲", "#甲", "## 甲", "# 甲 #", "甲\n# 乙\n丙",
	"```a\nb\n```", "```a\nb", "```\n```", "```a b\n```", "```a`\n```", "````a\nb\n````", "```a\n````\n", "```a\n ```\n", "```a\n```b\n```", "```a\n    ```\n```", "```a\n\n  b\n\n```\n甲", "甲\n```a\n```\n乙", "``a\n```", "~~~\na\n~~~", "```a-b\n~~~\n```",
	"{a}\n甲", "{a}\n\n甲", "{a}\n{b}\n甲", "{a}", "{a b=c}\n甲", "{a}\n# 甲", "{a}\n```b\n```", "{a\n甲", "{A}\n甲", "{}\n甲", "{", "甲\n{a}\n乙", "甲{sic=乙}", "{a}\n甲\n乙",
	" 甲", "　甲", "\t甲", "    甲", "甲 ", "甲　", "甲\r\n", "甲\x00", "甲\xff", "甲\n \n乙", "- 甲", "> 甲", "1) 甲", "***", "甲\u2028乙", "\u0085甲", "甲\x7f", "甲\x1b",
}

func TestPlainBlocks(t *testing.T) {
	read := 0
	for _, c := range plainBlockCases {
		if sameBlocks(t, c) {
			read++
		}
	}
	if read < len(plainBlockCases)/3 {
		t.Errorf("%d of %d are read", read, len(plainBlockCases))
	}
}

func FuzzPlainBlocks(f *testing.F) {
	for _, c := range plainBlockCases {
		f.Add(c)
	}
	_ = fs.WalkDir(templates.FS(), ".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			text, _ := fs.ReadFile(templates.FS(), path)
			f.Add(string(text))
		}
		return nil
	})
	f.Fuzz(func(t *testing.T, text string) { sameBlocks(t, text) })
}

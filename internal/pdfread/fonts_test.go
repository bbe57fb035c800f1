package pdfread

import (
	"testing"
	"unicode/utf8"
)

func TestFontNamesOfOldProgramsAreChinese(t *testing.T) {
	for name, want := range map[string]string{
		"#CB#CE#CC#E5":               "宋体",
		"ABCDEF+#B7#C2#CB#CE_GB2312": "仿宋_GB2312",
		"#E4#BB#BF#E5#AE#8B":         "仿宋",
		"ABCDEF+FZXBSJW--GB1-0":      "FZXBSJW--GB1-0",
		"ABC+Song":                   "ABC+Song",
		"#D0#A1#B1#EA#CB#CE,Bold":    "小标宋,Bold",
		"Gr#FC#DFe":                  "Grüße",
	} {
		page := sample{content: "BT /F 20 Tf 72 648 Td (a) Tj ET", font: "<</Type/Font/Subtype/TrueType/BaseFont/" + name + ">>"}
		doc := open(t, page.bytes()).Document()
		if len(doc.Fonts) != 1 || doc.Fonts[0].Name != want || doc.Fonts[0].Embedded {
			t.Errorf("%s: %+v", name, doc.Fonts)
		}
		if g := doc.Pages[0].Glyphs; len(g) != 1 || g[0].Face != want || !g[0].Ink.Empty() {
			t.Errorf("%s: %+v", name, g)
		}
	}
}

func TestCharactersThatTheFileDoesNotTell(t *testing.T) {
	const cid = "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]%s>>"
	descendant := "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 7 0 R>>"
	descriptor := "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -120 1000 880]/Ascent 880/Descent -120/ItalicAngle 0/CapHeight 700/StemV 80>>"
	toUnicode := stream("", "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "+
		"3 beginbfchar <0001> <7532> <0002> <E123> <0003> <D842DFB7> endbfchar endcmap end")
	for name, c := range map[string]struct {
		font string
		want []rune
	}{
		"no table":        {cid[:len(cid)-4] + ">>", []rune{utf8.RuneError, utf8.RuneError, utf8.RuneError}},
		"private and far": {cid[:len(cid)-4] + "/ToUnicode 8 0 R>>", []rune{'甲', utf8.RuneError, '𠮷'}},
	} {
		s := sample{content: "BT /F 20 Tf 72 648 Td <000100020003> Tj ET", font: c.font, extra: []string{descendant, descriptor, toUnicode}}
		doc := open(t, s.bytes()).Document()
		page := doc.Pages[0]
		unmapped := 0
		for _, r := range c.want {
			if r == utf8.RuneError {
				unmapped++
			}
		}
		if got := text(page); got != string(c.want) || page.Unmapped != unmapped || doc.Fonts[0].ToUnicode {
			t.Errorf("%s: %q, unmapped %d, fonts %+v", name, got, page.Unmapped, doc.Fonts)
		}
	}
}

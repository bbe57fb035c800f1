package intake

import (
	"strings"
	"testing"
)

func mark(kind string) string {
	return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>`
}

func instr(s string) string { return `<w:r><w:instrText>` + s + `</w:instrText></w:r>` }

// TestWordFields loses no text to a field: it is read or told.
func TestWordFields(t *testing.T) {
	drop := `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="选项甲"/><w:listEntry w:val="选项乙"/></w:ddList></w:ffData></w:fldChar></w:r>` + instr(" FORMDROPDOWN ") + mark("end")
	first := strings.Replace(drop, `<w:result w:val="1"/>`, "", 1)
	box := `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>` + instr(" FORMCHECKBOX ") + mark("end")
	ring := func(a, b string) string {
		return mark("begin") + instr(" eq "+`\o\ac(`+a+",") + instr(b) + instr(")") + mark("end")
	}
	cases := []struct{ name, body, want, note string }{
		{"never ended", p("", r("前")+mark("begin")+instr("REF x")+r("未闭合")) + p("", r("又一段")) + `<w:tbl><w:tr><w:tc>` + p("", r("格一")) + `</w:tc></w:tr></w:tbl>`, "前未闭合|又一段|格一", "没有结束"},
		{"contents never ended", p("", mark("begin")+instr("TOC")+mark("separate")+r("目录")) + p("", r("正文")), "目录|正文", "没有结束"},
		{"ended field within one that is not", p("", mark("begin")+r("甲")+mark("begin")+instr("DATE")+mark("separate")+r("乙")+mark("end")+r("丙")), "甲乙丙", "没有结束"},
		{"in a box", p("", r("甲")+`<w:r><w:pict><v:textbox><w:txbxContent>`+p("", mark("begin")+r("框内"))+`</w:txbxContent></v:textbox></w:pict></w:r>`), "甲|框内", "没有结束"},
		{"words in an instruction", p("", r("甲")+mark("begin")+r("指令里的字")+mark("end")), "甲", "指令里的字"},
		{"ringed number", p("", r("甲")+ring("○", "8")+r("乙")), "甲⑧乙", ""},
		{"ringed number over twenty", p("", ring("○", "21")+ring("〇", "36")+ring("○", "B")+ring("○", "二")), "㉑㊱Ⓑ㊁", ""},
		{"ringed word", p("", r("甲")+ring("○", "捌")+r("乙")), "甲捌乙", "“捌”"},
		{"other equation", p("", r("甲")+mark("begin")+instr(` EQ \f(1,2)`)+mark("end")), "甲", `EQ \f(1,2)`},
		{"simple ring", p("", r("甲")+`<w:fldSimple w:instr="eq \o\ac(○,9)"/>`+r("乙")), "甲⑨乙", ""},
		{"chosen entry", p("", r("甲")+drop+r("乙")), "甲选项乙乙", ""},
		{"first entry", p("", r("甲")+first+r("乙")), "甲选项甲乙", ""},
		{"ticked box", p("", box+r("甲")), "☑甲", ""},
		{"silent", p("", r("甲")+mark("begin")+instr(` XE "词" `)+mark("end")), "甲", ""},
	}
	for _, c := range cases {
		m := read(t, "a.docx", docx(c.body, nil), Options{})
		if got := strings.Join(texts(m), "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if notes := notesOf(m); !strings.Contains(notes, c.note) || c.note == "" && notes != "" {
			t.Errorf("%s: notes %q", c.name, notes)
		}
		for _, b := range m.Blocks {
			if b.Page {
				t.Errorf("%s: %q taken for page furniture", c.name, b.Text)
			}
		}
	}
}

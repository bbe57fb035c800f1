package intake

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"hongtou/internal/manuscript"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="urn:wps"`

// docx packs a body and further parts into a document.
func docx(body string, parts map[string]string) string {
	all := map[string]string{
		"[Content_Types].xml": `<Types xmlns="t"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="r"><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordNS + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
	}
	rels := ""
	for name, text := range parts {
		kind := strings.TrimSuffix(name, ".xml")
		all["word/"+name] = strings.Replace(text, ">", " "+wordNS+">", 1)
		rels += `<Relationship Id="` + kind + `" Type="http://x/` + strings.TrimRight(kind, "0123456789") + `" Target="` + name + `"/>`
	}
	all["word/_rels/document.xml.rels"] = `<Relationships xmlns="r">` + rels + `</Relationships>`
	return zipped(all)
}

func zipped(parts map[string]string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func p(props, runs string) string {
	return "<w:p><w:pPr>" + props + "</w:pPr>" + runs + "</w:p>"
}

func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func TestWordRunsMarksAndRevisions(t *testing.T) {
	box := `<w:txbxContent>` + p("", r("框内")) + `</w:txbxContent>`
	cases := []struct{ name, body, want, note string }{
		{"tab and hyphens", p("", `<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>`), "甲\t乙\u2011\u00ad", ""},
		{"soft break", p("", `<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>`), "甲|乙", ""},
		{"inserted", p("", r("甲")+`<w:ins>`+r("乙")+`</w:ins>`), "甲乙", ""},
		{"deleted", p("", r("甲")+`<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>`), "甲", "丙"},
		{"moved", p("", `<w:moveFrom>`+r("丁")+`</w:moveFrom><w:moveTo>`+r("戊")+`</w:moveTo>`), "戊", "丁"},
		{"deleted mark joins", p(`<w:rPr><w:del/></w:rPr>`, r("甲")) + p("", r("乙")), "甲乙", ""},
		{"deleted mark at the end", p(`<w:rPr><w:del/></w:rPr>`, r("甲")), "甲", ""},
		{"hidden", p("", r("甲")+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>`), "甲", "暗"},
		{"field", p("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>`+r("指令")+`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`+r("结果")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+r("后")), "结果后", "“指令”"},
		{"simple field and link", p("", `<w:fldSimple w:instr="X">`+r("值")+`</w:fldSimple><w:hyperlink>`+r("链")+`</w:hyperlink>`), "值链", ""},
		{"symbols", p("", `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Odd" w:char="F012"/></w:r>`), "☑〓", "F012"},
		{"symbols below 0x100", p("", `<w:r><w:sym w:font="Wingdings" w:char="00FC"/><w:sym w:font="Wingdings" w:char="6F"/><w:sym w:font="Symbol" w:char="A3"/><w:sym w:font="Wingdings 2" w:char="52"/><w:sym w:font="Wingdings" w:char="88"/><w:sym w:font="Webdings" w:char="61"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Song" w:char="4E00"/></w:r>`), "✓□≤☑⑧✓α一", ""},
		{"symbol nobody knows", p("", `<w:r><w:t>甲</w:t><w:sym w:font="Symbol" w:char="F0"/></w:r>`), "甲〓", "F0F0"},
		{"symbol without number", p("", `<w:r><w:t>甲</w:t><w:sym w:font="X" w:char="zz"/></w:r>`), "甲〓", "“zz”"},
		{"unknown elements", p("", r("甲")+`<x:foo xmlns:x="urn:x">`+r("陌生")+`</x:foo><w:unknown>`+r("未知")+`</w:unknown>`), "甲", "“未知”"},
		{"unknown block", p("", r("甲")) + `<w:later>` + p("", r("后来")) + `</w:later>`, "甲", "“后来”"},
		{"automatic date", p("", `<w:r><w:t>甲</w:t><w:dayLong/></w:r>`), "甲", "dayLong"},
		{"old word art", p("", r("甲")+`<w:r><w:pict><v:shape><v:textpath string="艺术"/></v:shape></w:pict></w:r>`), "甲", "“艺术”"},
		{"text of a drawing", p("", r("甲")+`<w:r><w:drawing><x:sp xmlns:x="x"><a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">图形</a:t></x:sp></w:drawing></w:r>`), "甲", "“图形”"},
		{"box once", p("", r("甲")+`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>`+box+`</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>`+box+`</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`+r("乙")), "甲乙|框内", ""},
		{"old box and picture", p("", `<w:r><w:pict><v:imagedata/><v:textbox>`+box+`</v:textbox></w:pict></w:r>`), "|框内", "图片"},
		{"ruby", p("", `<w:r><w:ruby><w:rt>`+r("yin")+`</w:rt><w:rubyBase>`+r("音")+`</w:rubyBase></w:ruby></w:r>`), "音", "yin"},
		{"content control", `<w:sdt><w:sdtContent>` + p("", `<w:sdt><w:sdtContent>`+r("控件")+`</w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt>`, "控件", ""},
		{"formula", p("", `<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`), "x=1", ""},
		{"frame of one cell", `<w:tbl><w:tr><w:tc>` + p("", r("框一")) + p("", r("框二")) + `</w:tc></w:tr></w:tbl>`, "框一|框二", ""},
	}
	for _, c := range cases {
		m := read(t, "a.docx", docx(c.body, nil), Options{})
		if got := strings.Join(texts(m), "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if notes := notesOf(m); !strings.Contains(notes, c.note) || c.note == "" && notes != "" {
			t.Errorf("%s: notes %q", c.name, notes)
		}
	}
}

func notesOf(m manuscript.Manuscript) string {
	all := ""
	for _, n := range m.Notes {
		all += n.Message + "\n"
	}
	return all
}

func lvl(i, start, format, text, more string) string {
	return `<w:lvl w:ilvl="` + i + `"><w:start w:val="` + start + `"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/>` + more + `</w:lvl>`
}

func TestWordNumbersAsPrinted(t *testing.T) {
	numbering := `<w:numbering>` +
		`<w:abstractNum w:abstractNumId="0">` + lvl("0", "1", "chineseCounting", "%1、", `<w:pStyle w:val="H1"/>`) + lvl("1", "1", "chineseCounting", "（%2）", "") + lvl("2", "1", "decimal", "%1.%3.", `<w:isLgl/>`) + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1">` + lvl("0", "9", "decimalEnclosedCircle", "%1", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2">` + lvl("0", "1", "bullet", "\uf0b7", "") + lvl("1", "3", "ideographDigital", "第%2项", `<w:lvlRestart w:val="0"/>`) + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>` +
		`<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
	styles := `<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="H1"><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/><w:jc w:val="center"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="H1a"><w:basedOn w:val="H1"/></w:style></w:styles>`
	n := func(num, level string) string {
		return p(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+num+`"/></w:numPr>`, r("文"))
	}
	body := p(`<w:pStyle w:val="H1"/>`, r("文")+`<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>细</w:t></w:r>`) + n("1", "1") + n("1", "1") + n("1", "2") + p(`<w:pStyle w:val="H1a"/>`, r("文")) + n("1", "1") +
		n("2", "0") + n("2", "0") + n("4", "0") + n("3", "0") + n("3", "1") + n("3", "0") + n("3", "1") + p(`<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>`, r("文"))
	m := read(t, "a.docx", docx(body, map[string]string{"numbering.xml": numbering, "styles.xml": styles}), Options{})
	var got []string
	for _, b := range m.Blocks {
		got = append(got, b.Number)
	}
	want := "一、|（一）|（二）|1.1.|二、|（一）|⑨|⑩|①|•|第三项|•|第四项|"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("numbers %s, want %s", s, want)
	}
	if b := m.Blocks[0]; b.Heading != 1 || !b.Centred || b.Bold != 1 {
		t.Errorf("heading %+v", b)
	}
}

func TestWordTables(t *testing.T) {
	c := func(props, text string) string { return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + text + `</w:tc>` }
	body := p("", r("前")) + `<w:tbl>` +
		`<w:tr><w:trPr><w:tblHeader/></w:trPr>` + c(`<w:gridSpan w:val="2"/>`, p("", r("头"))) + c("", p("", r("列"))) + `</w:tr>` +
		`<w:tr>` + c(`<w:vMerge w:val="restart"/>`, p("", r("合"))+p("", r("段"))) + c("", p("", r("a"))) + c("", `<w:tbl><w:tr>`+c("", p("", r("内1")))+c("", p("", r("内2")))+`</w:tr></w:tbl>`+p("", "")) + `</w:tr>` +
		`<w:tr>` + c(`<w:vMerge/>`, p("", "")) + c("", p("", r("b"))) + c("", p("", "")) + `</w:tr>` +
		`<w:tr><w:trPr><w:del/></w:trPr>` + c("", p("", r("删行"))) + `</w:tr>` +
		`</w:tbl>` + p("", r("后"))
	m := read(t, "a.docx", docx(body, nil), Options{})
	got := show(m)
	want := "1 前\n2 [头 2x1 H][列 1x1 H]\n3 [合/段 1x2][a 1x1][ 1x1]\n4 [b 1x1][ 1x1]\n3 [内1 1x1][内2 1x1]\n5 后\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if !strings.Contains(notesOf(m), "删行") {
		t.Error(notesOf(m))
	}
}

func TestWordFurnitureAndNotes(t *testing.T) {
	body := p("", r("正文")+`<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="7"/></w:r>`)
	m := read(t, "a.docx", docx(body, map[string]string{
		"header1.xml":   `<w:hdr>` + p("", r("页眉")) + `</w:hdr>`,
		"footer1.xml":   `<w:ftr>` + p("", r("第1页")) + `</w:ftr>`,
		"footnotes.xml": `<w:footnotes><w:footnote w:type="separator" w:id="0">` + p("", r("线")) + `</w:footnote><w:footnote w:id="2">` + p("", r("脚注文")) + `</w:footnote></w:footnotes>`,
		"comments.xml":  `<w:comments><w:comment w:id="7" w:author="甲">` + p("", r("请核")) + `</w:comment></w:comments>`,
	}), Options{})
	if got := strings.Join(texts(m), "|"); got != "页眉|正文|脚注文|第1页" {
		t.Error(got)
	}
	if b := m.Blocks; !b[0].Page || b[1].Page || !b[2].Page || b[2].Number != "注1" || !b[3].Page {
		t.Errorf("%+v", m.Blocks)
	}
	if n := notesOf(m); !strings.Contains(n, "甲：请核") || !strings.Contains(n, "注1") {
		t.Error(n)
	}
}

// TestWordDiagram notes the text of SmartArt and charts, which stands in parts
// of its own, once however often they are drawn.
func TestWordDiagram(t *testing.T) {
	draw := func(inner string) string {
		return `<w:r><w:drawing><x:data xmlns:x="x" xmlns:q="q">` + inner + `</x:data></w:drawing></w:r>`
	}
	body := p("", r("甲")+draw(`<x:relIds q:dm="data1"/>`)+draw(`<x:chart q:id="chart1"/>`)) + p("", draw(`<x:relIds q:dm="data1"/>`))
	const a = ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`
	m := read(t, "a.docx", docx(body, map[string]string{
		"data1.xml":  `<d:dataModel xmlns:d="d"` + a + `><a:t>图示一</a:t><d:x><a:t>图示二</a:t></d:x></d:dataModel>`,
		"chart1.xml": `<c:chartSpace xmlns:c="c"` + a + `><a:t>图表题</a:t><c:pt><c:v>数据项</c:v></c:pt></c:chartSpace>`,
	}), Options{})
	n := notesOf(m)
	for _, want := range []string{"“图示一、图示二”", "“图表题、数据项”"} {
		if strings.Count(n, want) != 1 {
			t.Errorf("%s stands not once in %q", want, n)
		}
	}
}

func FuzzWord(f *testing.F) {
	f.Add(p("", r("甲")), "", "")
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge w:val="restart"/></w:tcPr>`+p("", r("合"))+`</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>`, "", "")
	f.Add(p(`<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>`, r("甲")), `<w:numbering><w:abstractNum w:abstractNumId="0">`+lvl("8", "1", "upperRoman", "%9%1", "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`, `<w:styles><w:style w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>`)
	f.Add(p(`<w:rPr><w:del/></w:rPr>`, r("甲")), "", "")
	f.Fuzz(func(t *testing.T, body, numbering, styles string) {
		m, err := Bytes("a.docx", []byte(docx(body, map[string]string{"numbering.xml": numbering, "styles.xml": styles})), Options{})
		if err == nil {
			sound(t, m)
		}
	})
}

package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"hongtou/internal/testkit/bounds"
)

// deflated packs parts whose content is repeated a number of times.
func deflated(parts map[string]string, name, head, unit string, times int, tail string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for n, text := range parts {
		if n != name {
			f, _ := z.Create(n)
			_, _ = io.WriteString(f, text)
		}
	}
	f, _ := z.Create(name)
	_, _ = io.WriteString(f, head)
	block := strings.Repeat(unit, 1000)
	for range times / 1000 {
		_, _ = io.WriteString(f, block)
	}
	_, _ = io.WriteString(f, tail)
	_ = z.Close()
	return b.String()
}

func unzipped(t testing.TB, s string) map[string]string {
	t.Helper()
	r, err := zip.NewReader(strings.NewReader(s), int64(len(s)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(rc)
		parts[f.Name] = string(b)
	}
	return parts
}

func hostileFiles(t testing.TB) []struct{ name, file, data, code string } {
	word, book := unzipped(t, docx(p("", r("甲")), nil)), unzipped(t, xlsxOf("", ""))
	open := `<w:document ` + wordNS + `><w:body>`
	closed := `</w:body></w:document>`
	sheet, end, _ := strings.Cut(book["xl/worksheets/sheet1.xml"], "</sheetData>")
	end = "</sheetData>" + end
	part := func(text string) string {
		w := unzipped(t, docx("", nil))
		w["word/document.xml"] = text
		return zipped(w)
	}
	laughs := `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	many := map[string]string{}
	for i := range 5000 {
		many[fmt.Sprintf("p%d", i)] = ""
	}
	return []struct{ name, file, data, code string }{
		{"zip bomb by ratio", "a.docx", deflated(word, "word/document.xml", open, "          ", 30_000_000, closed), "bomb"},
		{"zip bomb in a picture", "a.docx", deflated(word, "word/media/a.png", "", "0000000000", 30_000_000, ""), "bomb"},
		{"too many parts", "a.docx", zipped(many), "bomb"},
		{"part over the limit", "a.docx", deflated(word, "word/document.xml", open, `<w:p a="1"/><w:p b="23"/><w:p/>`, 3_000_000, closed), "bomb too-much"},
		{"loose paragraphs", "a.docx", deflated(word, "word/document.xml", open, `<w:p/>`, 300_000, closed), "too-much"},
		{"one endless token", "a.docx", part(open + `<w:p><w:r><w:t>` + noise(9<<20) + `</w:t></w:r></w:p>` + closed), "too-much"},
		{"billion laughs", "a.docx", part(laughs + open + "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>" + closed), "entities"},
		{"external entity", "a.docx", part(`<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + open + "&x;" + closed), "entities"},
		{"undeclared entity", "a.docx", part(open + "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>" + closed), "broken"},
		{"deep tables", "a.docx", part(open + strings.Repeat("<w:tbl><w:tr><w:tc>", 100) + strings.Repeat("</w:tc></w:tr></w:tbl>", 100) + closed), "too-much too-deep"},
		{"deep elements", "a.docx", part(open + strings.Repeat("<w:sdt>", 10_000)), "too-deep"},
		{"cut XML", "a.docx", part(open + "<w:p>"), "broken"},
		{"cut archive", "a.docx", docx(p("", r("甲")), nil)[:700], "broken"},
		{"no document part", "a.docx", zipped(map[string]string{"_rels/.rels": word["_rels/.rels"], "[Content_Types].xml": word["[Content_Types].xml"]}), "broken"},
		{"another root", "a.docx", part(`<html><p>甲</p></html>`), "empty broken"},
		{"deep page", "a.html", "<html>" + strings.Repeat("<div>", 100_000) + "甲", "too-deep"},
		{"copied formatting", "a.html", "<html><p>" + strings.Repeat("<b><font><i>", 150) + strings.Repeat("<p>甲", 200_001), "too-deep too-much"},
		{"too many tags", "a.html", "<html>" + strings.Repeat("<p>a", 600_000), "too-much"},
		{"endless tag", "a.html", "<html><p " + strings.Repeat("a ", 6<<20), "too-much"},
		{"unclosed script", "a.html", "<html><p>甲<script>", "broken"},
		{"wide spans", "a.html", "<html><table>" + strings.Repeat("<tr>"+strings.Repeat("<td colspan=1000 rowspan=65534>a", 20), 200), "too-much"},
		{"tall spans", "a.html", "<html><table><tr>" + strings.Repeat("<td rowspan=65534>a", 2000) + strings.Repeat("<tr><td>b", 50_000), ""},
		{"commas", "a.csv", strings.Repeat(",", 60<<20), "too-much"},
		{"lines", "a.txt", strings.Repeat("\n", 60<<20) + "a", "too-much"},
		{"loose cells", "a.xlsx", deflated(book, "xl/worksheets/sheet1.xml", sheet, "<row><c/><c/><c/><c/></row>", 200_000, end), "too-much"},
		{"loose full cells", "a.xlsx", deflated(book, "xl/worksheets/sheet1.xml", sheet, "<row><c><v>1</v></c><c><v>2</v></c></row>", 90_000, end), ""},
		{"far cells", "a.xlsx", xlsxOf(farCells(400), ""), "too-much"},
		{"empty workbook", "a.xlsx", xlsxOf("", ""), "empty"},
		{"laughs in a workbook", "a.xlsx", zipped(with(book, "xl/worksheets/sheet1.xml", laughs+book["xl/worksheets/sheet1.xml"])), "entities"},
		{"cut workbook", "a.xlsx", zipped(with(book, "xl/worksheets/sheet1.xml", sheet+`<row r="1"><c r="A1">`)), "broken"},
		{"merges", "a.xlsx", xlsxOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>`, "<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 2000)+"</mergeCells>"), ""},
	}
}

func with(parts map[string]string, name, text string) map[string]string {
	all := map[string]string{}
	for k, v := range parts {
		all[k] = v
	}
	all[name] = text
	return all
}

func farCells(rows int) string {
	var b strings.Builder
	for i := 1; i <= rows; i++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i, i)
	}
	return b.String()
}

// noise is text that does not deflate much.
func noise(n int) string {
	b := make([]byte, n)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = 'a' + byte(x>>24)%26
	}
	return string(b)
}

// TestHostileFilesEndSoonInAClearError: no file, however made, takes much memory
// or has no end.
func TestHostileFilesEndSoonInAClearError(t *testing.T) {
	for _, h := range hostileFiles(t) {
		o := Options{}
		if strings.HasPrefix(h.name, "loose") { // to try the limits behind the first
			o.Limits.Ratio = 1 << 20
		}
		var err error
		held := bounds.Held(func() {
			bounds.Ends(h.name, func() { _, err = Read(h.file, strings.NewReader(h.data), o) })
		})
		t.Logf("%-22s %4d MB  %v", h.name, held>>20, err)
		if h.code == "" {
			if err != nil {
				t.Errorf("%s: %v", h.name, err)
			}
		} else if e := refusal(t, h.name, h.file, err); e != nil && !strings.Contains(h.code, e.Code) {
			t.Errorf("%s: %s (%v, %v)", h.name, e.Code, e, e.Cause)
		}
		if held > 200<<20 {
			t.Errorf("%s: %d MB", h.name, held>>20)
		}
	}
}

func TestFormatsThatAreNotReadSayWhatToDo(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	of := func(kind string) string {
		return zipped(map[string]string{
			"_rels/.rels":         `<R><Relationship Type="x/officeDocument" Target="a.xml"/></R>`,
			"[Content_Types].xml": `<T><Override PartName="/a.xml" ContentType="` + kind + `"/></T>`,
		})
	}
	cases := []struct{ name, data, code, hint string }{
		{"a.doc", ole + string(wide("WordDocument")), "format", ".docx"},
		{"a.wps", ole + string(wide("WordDocument")), "format", ".docx"},
		{"a.xls", ole + string(wide("Workbook")), "format", ".xlsx"},
		{"a.docx", ole + string(wide("EncryptedPackage")), "protected", "密码"},
		{"a.pdf", "%PDF-1.7\n", "format", ".docx"}, {"a.txt", "%PDF-1.7\n", "format", ".docx"},
		{"a.rtf", `{\rtf1 x}`, "format", ".docx"}, {"a.docx", `{\rtf1 x}`, "format", ".docx"},
		{"a.png", "\x89PNG\r\n\x1a\n", "format", "原稿"}, {"a.jpg", "\xff\xd8\xff\xe0", "format", "原稿"},
		{"a.rar", "Rar!\x1a\x07", "format", "解压"}, {"a.zip", zipped(map[string]string{"a.docx": "x"}), "format", "解压"},
		{"a.odt", zipped(map[string]string{"mimetype": "application/vnd.oasis.opendocument.text"}), "format", ".docx"},
		{"a.ofd", zipped(map[string]string{"OFD.xml": "<ofd/>"}), "format", "原稿"},
		{"a.pptx", of("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "format", "文字稿"},
		{"a.xlsb", of("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "format", ".xlsx"},
		{"a.xml", `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>`, "format", ".docx"},
		{"a.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "format", ".docx"},
		{"a.docx", "", "empty", ""},
	}
	for _, c := range cases {
		e := refused(t, c.name, c.name, c.data, Options{})
		if e != nil && (e.Code != c.code || !strings.Contains(e.Hint, c.hint)) {
			t.Errorf("%s: %+v", c.name, e)
		}
	}
	if e := refused(t, "locked", "a.docx", locked(docx(p("", r("甲")), nil)), Options{}); e != nil && e.Code != "protected" {
		t.Errorf("%+v", e)
	}
}

// locked sets the flag of encryption in every directory entry.
func locked(s string) string {
	b := []byte(s)
	for i := 0; i+10 < len(b); i++ {
		if string(b[i:i+4]) == "PK\x01\x02" {
			b[i+8] |= 1
		}
	}
	return string(b)
}

func TestContentBeatsExtension(t *testing.T) {
	for name, data := range map[string]string{"a.txt": docx(p("", r("甲")), nil), "a.doc": "<html><body>甲", "a.xls": "<html><table><tr><td>甲", "a.wps": "甲"} {
		m := read(t, name, data, Options{})
		if m.Name != name || len(m.Blocks) == 0 {
			t.Errorf("%s: %+v", name, m)
		}
	}
}

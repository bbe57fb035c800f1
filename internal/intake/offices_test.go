package intake

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hongtou/internal/manuscript"
)

// officePage is what the real writers are given: paragraphs, a list, a table
// with merged cells, marks that get lost easily.
const officePage = `<html><head><meta charset="utf-8"></head><body>
<h1>甲市实施方案</h1><p align="center">（2021年）</p>
<p>一、指导思想。坚持“治水”与<b>治沙</b>并重，PM2.5浓度下降3%。</p>
<p>　　责任单位：乙县人民政府、丙局；<br>完成时限：2021年12月底</p>
<ol start="3"><li>开展排查</li><li>建立台账</li></ol>
<table border="1"><tr><td rowspan="2">序号</td><td colspan="2">任务</td></tr><tr><td>措施</td><td>单位</td></tr>
<tr><td>1</td><td>清淤<br>护岸</td><td>水务局</td></tr></table>
<p>末段①㎡—…</p></body></html>`

// officeTable is the table of officePage as show writes it, without lines.
const officeTable = "[序号 1x2][任务 2x1]\n[措施 1x1][单位 1x1]\n[1 1x1][清淤/护岸 1x1][水务局 1x1]\n"

var officeTexts = []string{
	"甲市实施方案", "（2021年）", "一、指导思想。坚持“治水”与治沙并重，PM2.5浓度下降3%。",
	"　　责任单位：乙县人民政府、丙局；", "完成时限：2021年12月底", "3.开展排查", "4.建立台账", "", "末段①㎡—…",
}

func TestFilesOfRealWriters(t *testing.T) {
	page := written(t, "page.html", officePage)
	cases := []struct {
		name, file string
		make       func() string
	}{
		{"ours", "page.html", func() string { return page }},
		{"LibreOffice docx", "page.docx", func() string { return convert(t, page, "docx:Office Open XML Text", "docx") }},
		{"LibreOffice html", "page.html", func() string {
			return convert(t, convert(t, page, "odt", "odt"), "html:HTML (StarWriter)", "html")
		}},
		{"pandoc docx", "page.docx", func() string { return pandoc(t, page, "docx") }},
		{"pandoc html", "page.html", func() string { return pandoc(t, page, "html") }},
	}
	for _, c := range cases {
		data, err := os.ReadFile(c.make())
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		m := read(t, c.file, string(data), Options{})
		compare(t, c.name, m)
	}
}

// compare checks paragraph by paragraph and cell by cell.
func compare(t *testing.T, name string, m manuscript.Manuscript) {
	t.Helper()
	var got []string
	table := ""
	for _, b := range m.Blocks {
		switch {
		case b.Rows != nil:
			table += cellsOf(b)
			got = append(got, "")
		case strings.TrimSpace(b.Text) != "":
			got = append(got, b.Number+b.Text)
		}
	}
	if strings.Join(got, "\n") != strings.Join(officeTexts, "\n") {
		t.Errorf("%s: got\n%s", name, strings.Join(got, "\n"))
	}
	if table != officeTable {
		t.Errorf("%s: table\n%s", name, table)
	}
	if b := m.Blocks[0]; b.Heading != 1 {
		t.Errorf("%s: heading %+v", name, b)
	}
}

func cellsOf(b manuscript.Block) string {
	s := ""
	for _, row := range b.Rows {
		for i := range row {
			row[i].Head = false
		}
	}
	for _, line := range strings.SplitAfter(show(manuscript.Manuscript{Blocks: []manuscript.Block{b}}), "\n") {
		_, rest, _ := strings.Cut(line, " ")
		s += rest
	}
	return s
}

func TestWorkbooksOfRealWriters(t *testing.T) {
	csv := written(t, "t.csv", "序号,任务,时限\r\n1,\"清淤\n护岸\",2021-12-31\r\n2,=1+1,3%\r\n")
	page := written(t, "t.html", `<html><head><meta charset="utf-8"></head><body><table><tr><td rowspan="2">序号</td><td colspan="2">任务</td></tr><tr><td>措施</td><td>单位</td></tr><tr><td>1</td><td>清淤</td><td>水务局</td></tr></table></body></html>`)
	for _, c := range []struct{ name, file, want string }{
		{"LibreOffice from CSV", convert(t, csv, "xlsx:Calc MS Excel 2007 XML", "xlsx", "--infilter=CSV:44,34,76,1,,0,false,false,false"), "[序号 1x1][任务 1x1][时限 1x1]\n[1 1x1][清淤/护岸 1x1][2021-12-31 1x1]\n[2 1x1][2 1x1][3% 1x1]\n"},
		{"LibreOffice from HTML", convert(t, page, "xlsx:Calc MS Excel 2007 XML", "xlsx", "--infilter=HTML (StarCalc)"), "[序号 1x2][任务 2x1]\n[措施 1x1][单位 1x1]\n[1 1x1][清淤 1x1][水务局 1x1]\n"},
		{"LibreOffice from excelize", convert(t, written(t, "b.xlsx", sampleBook(t)), "xlsx:Calc MS Excel 2007 XML", "xlsx"), "[任务分工表 4x1]\n[ 1x1][ 1x1][ 1x1][ 1x1]\n[序号 1x1][任务 1x1][时限 1x1][比例 1x1]\n[1 1x2][第一段/第二段 1x1][3/5/2021 1x1][25% 1x1]\n[富文本 1x1][=1+1 1x1][ 1x1]\n"},
	} {
		data, err := os.ReadFile(c.file)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		m := read(t, "t.xlsx", string(data), Options{})
		if got := cellsOf(m.Blocks[0]); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// convert lets LibreOffice write a file anew.
func convert(t *testing.T, path, filter, ext string, more ...string) string {
	t.Helper()
	dir := t.TempDir()
	if strings.HasSuffix(path, ".html") && len(more) == 0 {
		more = []string{"--infilter=HTML (StarWriter)"}
	}
	args := append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless"}, more...)
	execute(t, "soffice", append(args, "--convert-to", filter, "--outdir", dir, path)...)
	return filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+"."+ext)
}

func pandoc(t *testing.T, path, to string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "page."+to)
	execute(t, "pandoc", "--from=html", "--to="+to, "--standalone", "--metadata=pagetitle:页", "--output="+out, path)
	return out
}

func execute(t *testing.T, name string, args ...string) {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 3*time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // so that LibreOffice writes dates the same everywhere
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

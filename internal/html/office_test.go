package html

import (
	"archive/zip"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// part reads one file of an OpenDocument file.
func part(t *testing.T, path, name string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestLibreOfficeOpensIt(t *testing.T) {
	t.Parallel()
	path := judge.OfficeConvert(t, judge.File(t, "a.html", render(t, gallery())), "odt")[0]
	styles, content := part(t, path, "styles.xml"), part(t, path, "content.xml")
	for name, want := range map[string]float64{
		"page-width": 210, "page-height": 297, "margin-top": 37, "margin-bottom": 35, "margin-left": 28, "margin-right": 26,
	} {
		found := false
		for _, m := range regexp.MustCompile(`fo:`+name+`="([\d.]+)in"`).FindAllStringSubmatch(styles, -1) {
			inches, err := strconv.ParseFloat(m[1], 64)
			found = found || err == nil && near(inches*25.4, want, 0.5)
		}
		if !found {
			t.Errorf("no page with %s %.0f mm", name, want)
		}
	}
	for _, want := range []string{
		`style:name="Heading_20_1.title" style:display-name="Heading 1.title" style:family="paragraph" style:parent-style-name="Heading_20_1"`,
		`style:parent-style-name="Heading_20_2"`, `text:outline-level="2"`, `text:style-name="Heading_20_1.title"`,
		"<table:table-header-rows>", `table:number-rows-spanned="2"`, `fo:border="0.5pt solid #000000"`,
		`fo:break-before="page"`, `fo:font-size="22pt"`, `style:font-name-asian="楷体"`,
	} {
		if !strings.Contains(styles+content, want) {
			t.Errorf("missing: %s", want)
		}
	}
	content = regexp.MustCompile(`(?s)<office:annotation.*?</office:annotation>`).ReplaceAllString(content, "")
	text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(content, "")
	for _, want := range []string{"甲办字〔2021〕8号", "用水15.15亿立方米以内", "（一）坚持统一领导。各级各部门", "第二段", "附件：1.某某清单"} {
		if !strings.Contains(text, want) {
			t.Errorf("text lacks %s", want)
		}
	}
	if strings.Count(text, "整理本") != 1 || strings.Contains(text, "mso") { // the status line stands once, where screens show it
		t.Error("what only Word should read became text")
	}
}

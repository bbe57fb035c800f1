package disclose

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/web"
)

// TestPrivateData: in any text that the website shows, at its place.
func TestPrivateData(t *testing.T) {
	for _, c := range []struct{ file, old, new, at, message string }{
		{"mini/items/01.md", "基本实现污水全收集。", "基本实现污水全收集，电话13812345678。", "content/mini/items/01.md 3 18", "疑似手机号码“138****5678”"},
		{"mini/notice.md", "请认真贯彻落实。", "请认真贯彻落实。身份证号11010519491231002X。", "", "疑似公民身份号码“110***********002X”"},
		{"mini/amendments/2021-08-02.md", "审核意见：工期不足。", "审核意见：工期不足，问138 1234 5678。", "", "疑似手机号码“138****5678”"},
		{"mini/dossier.yaml", "source: 市丙局", "source: 市丙局13812345678", "", "疑似手机号码“138****5678”"},
		{"site.yaml", "contact: 0900-1234567", "contact: 张三，13812345678", "content/site.yaml 7 13", "疑似手机号码“138****5678”"},
		{"units.yaml", "name: 市丙局", "name: 市丙局6222600260001072444", "", "疑似银行卡号“622************2444”"},
	} {
		_, problems := Site(dossiers(t, amended(t).replaced(t, c.file, c.old, c.new)))
		if codes(problems) != "private-data" || problems[0].Message != c.message || !problems.HasErrors() || problems[0].Hint == "" {
			t.Errorf("%s: %+v", c.file, problems)
			continue
		}
		if at := problems[0].At; at.File != "content/"+c.file || c.at != "" && fmt.Sprint(at.File, " ", at.Line, " ", at.Column) != c.at {
			t.Errorf("%s: %+v", c.file, at)
		}
	}
}

// TestHandoutIsNotPublic: what recipients get may name whom to call.
func TestHandoutIsNotPublic(t *testing.T) {
	content := amended(t)
	content["mini/dossier.yaml"] += "handout:\n  reporting:\n    paragraphs: [\"联系人张三，13812345678。\"]\n"
	if _, problems := Site(dossiers(t, content)); len(problems) > 0 {
		t.Error(problems)
	}
}

// TestWordsFromElsewhere: a template of one's own is screened as well.
func TestWordsFromElsewhere(t *testing.T) {
	list := dossiers(t, amended(t))
	tree := list[0].Documents[0].Tree
	tree.Blocks = append(tree.Blocks, doc.Paragraph{Text: []doc.Inline{{Text: "联系人138"}, {Text: "12345678"}}})
	_, problems := Site(list)
	if codes(problems) != "private-data" || problems[0].Message != "疑似手机号码“138****5678”，在网页“mini/notice.html”上" {
		t.Errorf("%+v", problems)
	}
	s := published(t, amended(t))
	s.Tasks = append(s.Tasks, web.Task{Measures: []string{"问13812345678"}})
	if got := unnoticed(s); codes(got) != "private-data" {
		t.Errorf("%+v", got)
	}
}

// TestFolders: every dossier needs an address of its own.
func TestFolders(t *testing.T) {
	moved := func(from, to string) tree {
		out := tree{}
		for name, data := range amended(t) {
			out[strings.Replace(name, from+"/", to+"/", 1)] = data
		}
		return out
	}
	for _, c := range []struct {
		name    string
		content tree
		want    string
	}{
		{"plain", amended(t), ""},
		{"Chinese", moved("mini", "甲市"), "site-path"},
		{"Chinese with a path", moved("mini", "甲市").replaced(t, "甲市/dossier.yaml", "  source: 市丙局\n", "  source: 市丙局\n  path: jia\n"), ""},
		{"ours", moved("mini", "assets"), "site-path"},
		{"a digit first", moved("mini", "2021-zhenggai"), ""},
		{"a page's own anchor", moved("mini", "site-main"), ""},
		{"our first page", moved("mini", "index.html"), "site-path"},
		{"our data", moved("mini", "Tasks.json"), "site-path"},
		{"our feed", moved("mini", "feed.xml"), "site-path"},
		{"a device", moved("mini", "con"), "site-path"},
	} {
		if got := codes(Check(loaded(t, c.content))); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
	two := amended(t)
	for name, data := range amended(t) {
		if rest, found := strings.CutPrefix(name, "mini/"); found {
			two["second/"+rest] = data
		}
	}
	two.replaced(t, "second/dossier.yaml", "  source: 市丙局\n", "  source: 市丙局\n  path: mini\n")
	if got := codes(Check(loaded(t, two))); got != "site-path" {
		t.Errorf("two in one folder: %q", got)
	}
}

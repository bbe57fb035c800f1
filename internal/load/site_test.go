package load

import (
	"slices"
	"strings"
	"testing"
)

const siteYAML = `name: 甲市人民政府门户网站
domain: www.example.gov.cn
code: "9999000001"
address: https://www.example.gov.cn:8080/zhenggai/2021/
contact: 0900-1234567
column:
  name: 督察整改
`

func TestSite(t *testing.T) {
	files := small()
	if dossiers, _ := load(files); dossiers[0].Site != nil {
		t.Error("a website from nowhere")
	}
	files["site.yaml"] = siteYAML
	dossiers, list := load(files)
	if len(list) > 0 {
		t.Fatal(said(list))
	}
	s := dossiers[0].Site
	if s.Code.Value != "9999000001" || s.Column.Name.Value != "督察整改" || s.Code.At.Line != 3 || s.Code.At.Column != 8 || len(s.Texts()) != 6 {
		t.Errorf("%+v", s)
	}
}

// TestSiteProblems: each value that has a form, once wrong.
func TestSiteProblems(t *testing.T) {
	for _, c := range []struct{ key, value, want string }{
		{"code", `"999900000"`, "site.yaml:1:8 bad-element"},
		{"code", `"99990000001"`, "site.yaml:1:8 bad-element"},
		{"code", `999900000X`, ""},
		{"code", `9999000001`, "site.yaml:1:7 wrong-type"},
		{"domain", "https://www.example.gov.cn", "site.yaml:1:9 bad-element"},
		{"domain", "localhost", "site.yaml:1:9 bad-element"},
		{"address", "https://www.example.gov.cn", "site.yaml:1:10 bad-element"},
		{"address", "https://www.example.gov.cn/a", "site.yaml:1:10 bad-element"},
		{"address", "ftp://www.example.gov.cn/", "site.yaml:1:10 bad-element"},
		{"address", "javascript:alert(1)/", "site.yaml:1:10 bad-element"},
		{"address", "https://user@example.gov.cn/", "site.yaml:1:10 bad-element"},
		{"address", "https://www.example.gov.cn/../", "site.yaml:1:10 bad-element"},
		{"address", "https://www.example.gov.cn/?a=/", "site.yaml:1:10 bad-element"},
		{"address", "https://www.example.gov.cn/整改/", "site.yaml:1:10 bad-element"},
		{"address", "http://www.example.gov.cn/", ""},
		{"address", "https://../", "site.yaml:1:10 bad-element"},
		{"address", "https://localhost/", "site.yaml:1:10 bad-element"},
		{"address", "https://-a.example.cn/", "site.yaml:1:10 bad-element"},
		{"address", "https://a-.example.cn/", "site.yaml:1:10 bad-element"},
		{"address", "https://www.example.gov.cn:99999/", "site.yaml:1:10 bad-element"},
		{"address", "https://www.example.gov.cn:65536/", "site.yaml:1:10 bad-element"},
		{"address", "https://www.example.gov.cn:0/", "site.yaml:1:10 bad-element"},
		{"address", "https://www.example.gov.cn:65535/", ""},
		{"address", "https://a-b.example.gov.cn:443/", ""},
		{"domain", `"-.-"`, "site.yaml:1:10 bad-element"},
		{"domain", "www..cn", "site.yaml:1:9 bad-element"},
		{"domain", "xn--fiq228c.gov.cn", ""},
		{"name", `"  "`, "site.yaml:1:8 missing-field"},
		{"contact", `"　"`, "site.yaml:1:11 missing-field"},
		{"adress", "http://www.example.gov.cn/", "site.yaml:1:1 unknown-key"},
	} {
		files := small()
		files["site.yaml"] = c.key + ": " + c.value + "\n"
		_, list := load(files)
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		if got := said(list); !slices.Equal(got, want) {
			t.Errorf("%s: %s: %q, want %q", c.key, c.value, got, want)
		}
	}
}

// TestSiteValuesAreTrimmed, with their places.
func TestSiteValuesAreTrimmed(t *testing.T) {
	files := small()
	files["site.yaml"] = "name: \" 甲市政府网 \"\nhost: \"  \"\n"
	dossiers, list := load(files)
	if got := said(list); !slices.Equal(got, []string{"site.yaml:2:8 missing-field"}) {
		t.Error(got)
	}
	s := dossiers[0].Site
	if s.Name.Value != "甲市政府网" || s.Name.At.Column != 9 || !s.Host.IsZero() {
		t.Errorf("%+v", s)
	}
}

// TestWeb: what the website says of a dossier and of an amendment.
func TestWeb(t *testing.T) {
	for lines, want := range map[string]string{
		"published: 2021-03-08":       "",
		"published: 2021-03-08 09:00": "",
		"published: 2021年3月8日":        "bad-date",
		"published: 2021-02-30":       "bad-date",
		"published: 2021-03-08 24:00": "bad-date",
		"published: 2021-3-8":         "bad-date",
		"published: 2021":             "bad-date",
		"validity: 有效":                "",
		"validity: 已修改":               "",
		"validity: 尚可":                "bad-value",
		"index: 000014349/2021-00017\n  category: 综合政务\\政务公开": "",
		"paht: zhenggai": "unknown-key",
		"index: \"  \"":  "missing-field",
	} {
		for file, under := range map[string]string{"plan1/dossier.yaml": "web:\n  source: 市乙局\n", "plan1/amendments/2021-06-01.md": "web:\n"} {
			files := small()
			if file == "plan1/dossier.yaml" {
				files[file] = strings.Replace(files[file], "web:\n  source: 市乙局", under+"  "+lines, 1)
			} else {
				files[file] = strings.Replace(files[file], "---\n", "---\n"+under+"  "+lines+"\n", 1)
			}
			_, list := load(files)
			got := ""
			for _, d := range list {
				got += d.Code
			}
			if got != want {
				t.Errorf("%s, %s: %q, want %q", file, lines, said(list), want)
			}
		}
	}
}

// TestWebFolder: only a dossier has a folder in the website.
func TestWebFolder(t *testing.T) {
	for folder, want := range map[string]int{"zhenggai-2021": 0, "整改": 1, "a/b": 1} {
		files := small()
		files["plan1/dossier.yaml"] = strings.Replace(files["plan1/dossier.yaml"], "web:\n", "web:\n  path: "+folder+"\n", 1)
		dossiers, list := load(files)
		if len(list) != want || want == 0 && dossiers[0].Web.Path.Value != folder {
			t.Errorf("%s: %q", folder, said(list))
		}
	}
	files := small()
	files["plan1/amendments/2021-06-01.md"] = strings.Replace(files["plan1/amendments/2021-06-01.md"], "---\n", "---\nweb:\n  path: a\n", 1)
	if _, list := load(files); len(list) != 1 || list[0].Code != "unknown-key" {
		t.Error(said(list))
	}
}

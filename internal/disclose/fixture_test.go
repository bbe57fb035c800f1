package disclose

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"hongtou/internal/amend"
	"hongtou/internal/compose"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/internal/web"
	"hongtou/templates"
)

// tree is a content folder by paths.
type tree map[string]string

// amended is the invented dossier of the program's scripts with two notices
// that amend it, and a website of which everything is known.
func amended(t *testing.T) tree {
	t.Helper()
	out := tree{"site.yaml": site}
	for _, name := range []string{"mini", "amended"} {
		archive, err := txtar.ParseFile(filepath.Join("..", "..", "cmd", "hongtou", "testdata", name+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			out[strings.TrimPrefix(f.Name, "content/")] = string(f.Data)
		}
	}
	out["mini/dossier.yaml"] += "web:\n  index: 000014349/2021-00017\n  category: 综合政务\\政务公开\n  published: 2021-03-08 09:00\n  source: 市丙局\n"
	return out.replaced(t, "mini/amendments/2021-06-01.md", "date: 2021年6月1日\n", "date: 2021年6月1日\nweb: {index: 000014349/2021-00031, published: 2021-06-03, source: 市丁局}\n")
}

const site = `name: 甲市人民政府门户网站
domain: www.example.gov.cn
code: "9999000001"
address: https://www.example.gov.cn/zhenggai/
host: 甲市人民政府办公室
operator: 市丙局
contact: 0900-1234567
icp: 甲ICP备99999999号
police: 甲公网安备99999999999999号
column: {name: 督察整改, description: 方案和任务, keywords: "督察整改,整改方案", type: 政策文件}
`

// replaced changes one place of a file.
func (c tree) replaced(t *testing.T, file, old, replacement string) tree {
	t.Helper()
	if strings.Count(c[file], old) != 1 {
		t.Fatalf("%s holds %q %d times", file, old, strings.Count(c[file], old))
	}
	c[file] = strings.Replace(c[file], old, replacement, 1)
	return c
}

// dossiers loads a content folder and makes the documents of its website; the
// finished files are stand-ins.
func dossiers(t *testing.T, content tree) []Dossier {
	t.Helper()
	out := loaded(t, content)
	var all []docset.Document
	var editions [][]*amend.Edition
	for _, d := range out {
		documents, problems := docset.Plan(d.Editions, "")
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		all, editions = append(all, documents...), append(editions, d.Editions)
	}
	planned, problems := docset.PlanSite(editions, all, "")
	if len(problems) > 0 || len(planned) != 1 {
		t.Fatal(problems, planned)
	}
	for _, part := range planned[0].Parts {
		i := slices.IndexFunc(editions, func(es []*amend.Edition) bool { return slices.Contains(es, part.Text) })
		out[i].Documents = append(out[i].Documents, composed(t, part))
	}
	return out
}

// loaded gives the dossiers of a content folder without documents.
func loaded(t *testing.T, content tree) []Dossier {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range content {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	files, list := source.Read(fsys, "content", source.DefaultLimits)
	loaded, problems := load.Load(files)
	if list.Add(problems...); list.HasErrors() {
		t.Fatal(list)
	}
	var out []Dossier
	for i := range loaded {
		es, problems := amend.Editions(&loaded[i])
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		out = append(out, Dossier{Editions: es})
	}
	return out
}

func composed(t *testing.T, d docset.Document) Document {
	t.Helper()
	set, problems := compose.LoadTemplates(compose.Layer{Name: "templates", FS: templates.FS()})
	c, more := compose.Compose(set, d)
	if problems.Add(more...); problems.HasErrors() {
		t.Fatal(problems)
	}
	out := Document{Document: d, Tree: c.Document}
	for _, f := range d.Files {
		if f.Format != docset.HTML {
			out.Files = append(out.Files, File{Format: f.Format, Name: filepath.Base(f.Path), Data: []byte(f.Path), Pages: 3})
		}
	}
	return out
}

// published puts the website of a content folder together.
func published(t *testing.T, content tree) web.Site {
	t.Helper()
	s, problems := Site(dossiers(t, content))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// page finds a page.
func page(t *testing.T, s web.Site, path string) web.Page {
	t.Helper()
	i := slices.IndexFunc(s.Pages, func(p web.Page) bool { return p.Path == path })
	if i < 0 {
		var have []string
		for _, p := range s.Pages {
			have = append(have, p.Path)
		}
		t.Fatalf("no page %s among %q", path, have)
	}
	return s.Pages[i]
}

// values gives a disclosure block as one line.
func values(p web.Page) string {
	var out []string
	for _, e := range p.Disclosure {
		out = append(out, e.Label+"="+e.Value)
	}
	return strings.Join(out, "；")
}

func paths(links []web.Link) []string {
	var out []string
	for _, l := range links {
		out = append(out, l.Path)
	}
	return out
}

func codes(list diag.List) string {
	var out []string
	for _, d := range list {
		out = append(out, d.Code)
	}
	return strings.Join(out, " ")
}

package check

import (
	"strings"
	"testing"
	"time"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// online gives the example a website of which everything is known, and then
// changes it.
func online(f func(d *dossier.Dossier, s *dossier.Site, w *writer)) mutation {
	return func(d *dossier.Dossier, w *writer) {
		s := &dossier.Site{
			Name: w.text("甲州政府网"), Domain: w.text("www.example.gov.cn"), Code: w.text("9999000001"), Address: w.text("https://www.example.gov.cn:8080/a/"),
			Column: dossier.Column{Name: w.text("督察"), Description: w.text("督察整改"), Keywords: w.text("督察"), Type: w.text("政策文件")},
			At:     w.text("site.yaml").At,
		}
		d.Web = dossier.Web{Index: w.text("000014349/2020-00017"), Published: w.text("2020-08-03 09:00"), Source: w.text("市环保局")}
		d.Amendments[0].Web = dossier.Web{Index: w.text("000014349/2020-00018"), Published: w.text("2020-12-23 09:00"), Source: w.text("市环保局")}
		d.Site = s
		f(d, s, w)
	}
}

var websiteCases = []struct {
	name   string
	mutate mutation
	want   []string
}{
	{"everything known", online(func(*dossier.Dossier, *dossier.Site, *writer) {}), nil},
	{"mobile number in a measure", func(d *dossier.Dossier, w *writer) {
		at(d, 1).Aspects[0].Fields[6].Measures[0].Text = w.text("查。联系人电话138 1234 5678。")
	}, []string{"private-data: 138 1234 5678"}},
	{"identity number in an amendment", func(d *dossier.Dossier, w *writer) {
		d.Amendments[0].Note = w.text("（身份证号11010519491231002X）")
	}, []string{"private-data: 11010519491231002X"}},
	{"mobile number on the website", online(func(_ *dossier.Dossier, s *dossier.Site, w *writer) { s.Contact = w.text("张甲13812345678") }), []string{"private-data: 13812345678"}},
	{"landline is public", online(func(_ *dossier.Dossier, s *dossier.Site, w *writer) {
		s.Contact = w.text("监督电话：0900-1234567")
	}), nil},
	{"what recipients get is not public", func(d *dossier.Dossier, w *writer) {
		d.Handout.Reporting = w.texts("报送张甲，电话13812345678。")
	}, nil},
	{"published early", func(d *dossier.Dossier, w *writer) { d.Web.Published = w.text("2020-07-29 23:59") }, []string{"web-published: 2020-07-29 23:59"}},
	{"published on the day", func(d *dossier.Dossier, w *writer) { d.Web.Published = w.text("2020-07-30") }, nil},
	{"published late", online(func(d *dossier.Dossier, _ *dossier.Site, w *writer) {
		d.Amendments[0].Web.Published = w.text("2020-12-24 09:00")
	}), []string{"web-late: 2020-12-24 09:00"}},
	{"published late, no website", func(d *dossier.Dossier, w *writer) { d.Web.Published = w.text("2021-12-24") }, nil},
	{"no time", online(func(d *dossier.Dossier, _ *dossier.Site, w *writer) { d.Web.Published = w.text("2020-08-03") }), []string{"web-time: 2020-08-03"}},
	{"a folder in Chinese", func(d *dossier.Dossier, w *writer) { d.ID, d.Name = "整改2020", w.text("甲州整改") }, []string{"site-path: 甲州整改"}},
	{"a folder in Chinese with a path", func(d *dossier.Dossier, w *writer) { d.ID, d.Web.Path = "整改2020", w.text("zhenggai") }, nil},
	{"a file of the website", func(d *dossier.Dossier, w *writer) { d.Web.Path = w.text("Tasks.json") }, []string{"site-path: Tasks.json"}},
	{"odd index", func(d *dossier.Dossier, w *writer) { d.Web.Index = w.text("2020-17") }, []string{"web-index: 2020-17"}},
	{"index by credit code", func(d *dossier.Dossier, w *writer) { d.Web.Index = w.text("11441700007280420Y/2021-00050") }, nil},
	{"index twice", online(func(d *dossier.Dossier, _ *dossier.Site, w *writer) {
		d.Amendments[0].Web.Index = w.text("000014349/2020-00017")
	}), []string{"web-index-twice: 000014349/2020-00017"}},
	{"address elsewhere", online(func(_ *dossier.Dossier, s *dossier.Site, w *writer) { s.Address = w.text("https://example.org/") }), []string{"site-domain: https://example.org/"}},
	{"values unknown", online(func(d *dossier.Dossier, s *dossier.Site, _ *writer) {
		s.Code, s.Column, d.Web.Source = dossier.Text{}, dossier.Column{}, dossier.Text{}
	}), []string{"site-unknown: site.yaml"}},
}

func TestWebsiteRules(t *testing.T) {
	for _, c := range websiteCases {
		d, w := example()
		c.mutate(d, w)
		got := report(d, w)
		if strings.Join(got, "；") != strings.Join(c.want, "；") {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestUnknownValuesAreNamed: one piece of advice names them all.
func TestUnknownValuesAreNamed(t *testing.T) {
	d, w := example()
	online(func(d *dossier.Dossier, s *dossier.Site, _ *writer) {
		s.Code, s.Column.Type, d.Amendments[0].Web = dossier.Text{}, dossier.Text{}, dossier.Web{}
	})(d, w)
	list := examined(d, Options{})
	const want = "政府网站的网页必有的值未知：网站标识码（code）、栏目类别（column.type）、案卷“jia”2020年11月25日的通知的发布日期（web.published）和信息来源（web.source），不予编造"
	if len(list) != 1 || list[0].Severity != diag.Advice || list[0].Message != want {
		t.Errorf("%+v", list)
	}
}

// TestSameNames: of two dossiers called alike the second is reported, be it by
// name or by title.
func TestSameNames(t *testing.T) {
	one, w := example()
	two, _ := example()
	two.ID = "yi"
	two.Name, one.Name = w.text("甲州整改"), w.text("甲州整改")
	about := func() (out []diag.Diagnostic) {
		for _, d := range Check([]dossier.Dossier{*one, *two}, Options{}) {
			if d.Code == "dossier-name" {
				out = append(out, d)
			}
		}
		return out
	}
	list := about()
	if len(list) != 1 || list[0].Severity != diag.Warning || list[0].Message != "案卷“yi”与案卷“jia”同名“甲州整改”，网站上分不清" || list[0].At != two.Name.At {
		t.Errorf("%+v", list)
	}
	if two.Name = w.text("甲州第二次整改"); len(about()) > 0 {
		t.Error(about())
	}
	if one.Name, two.Name = (dossier.Text{}), (dossier.Text{}); len(about()) != 1 {
		t.Error("two titles alike")
	}
}

func TestWeekdays(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"2021-03-05", "2021-03-05", 0}, {"2021-03-05", "2021-03-04", 0}, // a Friday
		{"2021-03-05", "2021-03-07", 0}, {"2021-03-05", "2021-03-08", 1}, {"2021-03-05", "2021-03-12", 5},
		{"2021-03-01", "2021-03-06", 4}, {"2021-03-06", "2021-03-08", 1}, {"2021-03-05", "2021-04-02", 20},
	} {
		if got := weekdays(day(c.from), day(c.to)); got != c.want {
			t.Errorf("%s to %s: %d, want %d", c.from, c.to, got, c.want)
		}
	}
}

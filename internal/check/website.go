package check

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/privacy"
)

// placed is a notice with what the website says of it.
type placed struct {
	*dossier.Notice
	web dossier.Web
}

func (s *scene) placed() []placed {
	out := []placed{{&s.Notice, s.Web}}
	for i := range s.Amendments {
		out = append(out, placed{&s.Amendments[i].Notice, s.Amendments[i].Web})
	}
	return out
}

// site is what is known of the website; nil when nothing is.
func (o *office) site() *dossier.Site {
	for _, s := range o.scenes {
		if s.Site != nil {
			return s.Site
		}
	}
	return nil
}

// privateData warns of personal data that the website would show: the build
// does not make it then. What is handed to recipients is not looked at.
func privateData(o *office) []diag.Diagnostic {
	var all []dossier.Text
	if s := o.site(); s != nil {
		all = append(all, s.Texts()...)
	}
	for _, s := range o.scenes {
		all = append(all, s.Public()...)
		for _, a := range s.Amendments {
			all = append(append(all, a.Notice.Texts()...), a.Web.Texts()...)
		}
	}
	for _, u := range o.reg.Units {
		all = append(all, u.Name)
	}
	var out []diag.Diagnostic
	for _, t := range all {
		for _, f := range privacy.Screen(t.Value) {
			out = append(out, mark(t.Position(f.Offset), f.Length, f.Message(), privacy.Hint))
		}
	}
	return out
}

// indexForm is the form of 索引号: the organ's code, the year and a serial number
// (政府信息公开目录系统实施指引).
var indexForm = regexp.MustCompile(`^[0-9A-Z]{9,18}[-/]20[0-9]{2}-[0-9]{5}$`)

func indexForms(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, n := range s.placed() {
		if t := n.web.Index; !t.IsZero() && !indexForm.MatchString(t.Value) {
			out = append(out, whole(t, fmt.Sprintf("索引号“%s”的写法少见", t.Value), "一般写作机关代码、“/”、年份、“-”、5位流水号，如“000014349/2021-00017”；网站另有规定的照网站"))
		}
	}
	return out
}

// indexTwice reports two documents with one index number, which is never given
// again.
func indexTwice(o *office) []diag.Diagnostic {
	var out []diag.Diagnostic
	first := map[string]dossier.Text{}
	for _, s := range o.scenes {
		for _, n := range s.placed() {
			t := n.web.Index
			if before, twice := first[t.Value]; twice && !t.IsZero() {
				out = append(out, noted(whole(t, fmt.Sprintf("索引号“%s”重复", t.Value), "一件公文一个索引号，核对两处"), before.At, "前一处"))
			} else if !t.IsZero() {
				first[t.Value] = t
			}
		}
	}
	return out
}

// published gives the day on which a notice was put on the website.
func (n placed) published() (time.Time, bool) {
	v := n.web.Published.Value
	day, err := time.Parse(time.DateOnly, v[:min(len(v), len(time.DateOnly))])
	return day, err == nil
}

func publishedEarly(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, n := range s.placed() {
		day, ok := n.published()
		if ok && n.Date.Year > 0 && day.Format(time.DateOnly) < n.Date.ISO() {
			d := whole(n.web.Published, fmt.Sprintf("发布日期“%s”早于成文日期%s", n.web.Published.Value, n.Date.Value), "核对两个日期")
			out = append(out, noted(d, n.Date.At, "成文日期"))
		}
	}
	return out
}

// publishedUntimed advises on a day without a time: PubDate has both. A time is
// never made up.
func publishedUntimed(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, n := range s.placed() {
		if t := n.web.Published; s.Site != nil && len(t.Value) == len(time.DateOnly) {
			out = append(out, whole(t, fmt.Sprintf("发布日期“%s”没有时间，政府网站的PubDate写到分", t.Value), "查到发布时间后补入，如“"+t.Value+" 09:00”；查不到就不写"))
		}
	}
	return out
}

// siteFolders warns of dossiers whose pages would have no address: the build
// makes no website then.
func siteFolders(o *office) []diag.Diagnostic {
	var all []*dossier.Dossier
	for _, s := range o.scenes {
		if s.ID != "" {
			all = append(all, s.Dossier)
		}
	}
	return docset.CheckFolders(all)
}

// sameNames warns of two dossiers that people cannot tell apart.
func sameNames(o *office) []diag.Diagnostic {
	var out []diag.Diagnostic
	type named struct {
		id string
		dossier.Text
	}
	first := map[string]named{}
	for _, s := range o.scenes {
		t := s.Name
		if t.Value == "" {
			t = s.Plan.Title.Text
		}
		before, twice := first[t.Value]
		switch {
		case t.Value == "":
		case twice:
			d := whole(t, fmt.Sprintf("案卷“%s”与案卷“%s”同名“%s”，网站上分不清", s.ID, before.id, t.Value), "在dossier.yaml写name，使两个案卷有别")
			out = append(out, noted(d, before.At, "前一个案卷"))
		default:
			first[t.Value] = named{s.ID, t}
		}
	}
	return out
}

// mostDays is how many working days 主动公开 may take (政府信息公开条例, Art. 26).
const mostDays = 20

// publishedLate counts days from Monday to Friday; which of them were holidays
// is not known here.
func publishedLate(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, n := range s.placed() {
		day, ok := n.published()
		made, err := time.Parse(time.DateOnly, n.Date.ISO())
		if s.Site == nil || !ok || err != nil {
			continue
		}
		if days := weekdays(made, day); days > mostDays {
			out = append(out, whole(n.web.Published, fmt.Sprintf("发布日期比成文日期晚%d个工作日（周一至周五，未扣除节假日），主动公开应在%d个工作日内", days, mostDays), "核对日期；确实如此的不用改"))
		}
	}
	return out
}

// weekdays counts the days from Monday to Friday after one day, up to and with
// another.
func weekdays(from, to time.Time) int {
	const day = 24 * time.Hour
	days := int(to.Sub(from) / day)
	if days <= 0 {
		return 0
	}
	n := days / 7 * 5
	for i := range days % 7 {
		if d := to.Add(-time.Duration(i) * day).Weekday(); d != time.Saturday && d != time.Sunday {
			n++
		}
	}
	return n
}

// siteUnknown advises once which values that a government website must have
// (国办发〔2017〕47号, 网页标签) are not known.
func siteUnknown(o *office) []diag.Diagnostic {
	site := o.site()
	if site == nil {
		return nil
	}
	missing := absent([]needed{
		{site.Name, "网站名称（name）"}, {site.Domain, "网站域名（domain）"}, {site.Code, "网站标识码（code）"},
		{site.Column.Name, "栏目名称（column.name）"}, {site.Column.Description, "栏目描述（column.description）"},
		{site.Column.Keywords, "栏目关键词（column.keywords）"}, {site.Column.Type, "栏目类别（column.type）"},
	})
	for _, s := range o.scenes {
		for _, n := range s.placed() {
			if list := absent([]needed{{n.web.Published, "发布日期（web.published）"}, {n.web.Source, "信息来源（web.source）"}}); len(list) > 0 {
				missing = append(missing, "案卷“"+s.ID+"”"+noticeName(n.Notice)+"的"+strings.Join(list, "和"))
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return []diag.Diagnostic{mark(site.At, 0, "政府网站的网页必有的值未知："+strings.Join(missing, "、")+"，不予编造", "查到后补入")}
}

type needed struct {
	dossier.Text
	name string
}

func absent(list []needed) []string {
	var out []string
	for _, n := range list {
		if n.IsZero() {
			out = append(out, n.name)
		}
	}
	return out
}

// siteDomain compares the address of the home page with the domain.
func siteDomain(o *office) []diag.Diagnostic {
	site := o.site()
	if site == nil || site.Domain.IsZero() || site.Address.IsZero() {
		return nil
	}
	_, rest, _ := strings.Cut(site.Address.Value, "://")
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, ":")
	if strings.EqualFold(host, site.Domain.Value) {
		return nil
	}
	d := whole(site.Address, fmt.Sprintf("网址的域名“%s”不是网站域名“%s”", host, site.Domain.Value), "核对两处")
	return []diag.Diagnostic{noted(d, site.Domain.At, "网站域名")}
}

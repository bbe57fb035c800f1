package load

import (
	"fmt"
	"regexp"
	"time"

	"hongtou/internal/dossier"
)

const sitePath = "site.yaml"

// The forms of what only the website has. An address has no query, no account
// and nothing that would have to be escaped.
var (
	codeForm      = regexp.MustCompile(`^[A-Za-z0-9]{10}$`)
	domainForm    = regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)
	addressForm   = regexp.MustCompile(`^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*$`)
	publishedForm = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?$`)
)

// site reads site.yaml; nil when there is none, or when it cannot be read.
func (l *loader) site() *dossier.Site {
	if !l.files.Has(sitePath) {
		return nil
	}
	var s siteFile
	f := l.file(sitePath)
	if f == nil || !l.decode(f.Text, l.at(sitePath), &s) {
		return nil
	}
	l.form(s.Domain, domainForm, "网站域名", "只写主机名，不带“https://”和“/”，如“www.example.gov.cn”")
	l.form(s.Code, codeForm, "政府网站标识码", "10位字母或数字，加半角引号")
	l.form(s.Address, addressForm, "网址", "以“https://”或“http://”开头、以“/”结尾，如“https://www.example.gov.cn/zhenggai/”")
	return &dossier.Site{
		Name: s.Name, Domain: s.Domain, Code: s.Code, Address: s.Address,
		Host: s.Host, Operator: s.Operator, Contact: s.Contact, ICP: s.ICP, Police: s.Police,
		Column: dossier.Column(s.Column), At: l.at(sitePath),
	}
}

// web reads what only the website edition prints of a notice.
func (l *loader) web(s webShape) dossier.Web {
	if !s.Validity.IsZero() {
		l.oneOf(s.Validity, "有效性", dossier.Validities())
	}
	l.published(s.Published)
	return dossier.Web{Index: s.Index, Category: s.Category, Published: s.Published, Source: s.Source, Validity: s.Validity}
}

// published checks the day on which a page was put on the website.
func (l *loader) published(t dossier.Text) {
	if t.IsZero() {
		return
	}
	message, hint := fmt.Sprintf("发布日期“%s”写法不对", t.Value), "写作“2021-03-08”或“2021-03-08 09:00”"
	if publishedForm.MatchString(t.Value) {
		day, minute := time.DateOnly, " 15:04"
		if _, err := time.Parse((day + minute)[:len(t.Value)], t.Value); err == nil {
			return
		}
		message, hint = fmt.Sprintf("发布日期“%s”在日历或钟表上不存在", t.Value), "核对日期和时间"
	}
	l.errorAt(t.At, t.Len(), "bad-date", message, hint)
}

// placed reads the web values of a dossier, which has a folder in the website.
func (l *loader) placed(s placedShape) dossier.Web {
	out := l.web(s.webShape)
	if !s.Path.IsZero() {
		l.id(s.Path)
		out.Path = s.Path
	}
	return out
}

package load

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"hongtou/internal/dossier"
)

const sitePath = "site.yaml"

// hostPort is that of an address, hostLabel one part of a host name, hostName two
// of them at least.
const (
	hostPort  = `([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])` // up to 65535
	hostLabel = `[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?`
	hostName  = hostLabel + `(\.` + hostLabel + `)+`
)

// The forms of what only the website has. An address has no query, no account
// and nothing that would have to be escaped.
var (
	codeForm      = regexp.MustCompile(`^[A-Za-z0-9]{10}$`)
	domainForm    = regexp.MustCompile(`^` + hostName + `$`)
	addressForm   = regexp.MustCompile(`^https?://` + hostName + `(:` + hostPort + `)?/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*$`)
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
	l.trim(map[string]*dossier.Text{
		"name": &s.Name, "domain": &s.Domain, "code": &s.Code, "address": &s.Address, "host": &s.Host, "operator": &s.Operator,
		"contact": &s.Contact, "icp": &s.ICP, "police": &s.Police, "column.name": &s.Column.Name,
		"column.description": &s.Column.Description, "column.keywords": &s.Column.Keywords, "column.type": &s.Column.Type,
	})
	l.form(s.Domain, domainForm, "网站域名", "只写主机名，不带“https://”和“/”，如“www.example.gov.cn”")
	l.form(s.Code, codeForm, "政府网站标识码", "10位字母或数字，加半角引号")
	l.form(s.Address, addressForm, "网址", "以“https://”或“http://”开头、以“/”结尾，如“https://www.example.gov.cn/zhenggai/”")
	return &dossier.Site{
		Name: s.Name, Domain: s.Domain, Code: s.Code, Address: s.Address,
		Host: s.Host, Operator: s.Operator, Contact: s.Contact, ICP: s.ICP, Police: s.Police,
		Column: dossier.Column(s.Column), At: l.at(sitePath),
	}
}

// trim takes the space off the ends of values, by their keys. A value of nothing
// but space is reported, and then absent.
func (l *loader) trim(values map[string]*dossier.Text) {
	for _, key := range slices.Sorted(maps.Keys(values)) {
		t := values[key]
		if t.IsZero() {
			continue
		}
		head := t.Len() - utf8.RuneCountInString(strings.TrimLeftFunc(t.Value, unicode.IsSpace))
		switch core := strings.TrimSpace(t.Value); core {
		case t.Value:
		case "":
			l.errorAt(t.At, t.Len(), "missing-field", fmt.Sprintf("“%s”是空的", key), "写上值，或删除这个键")
			*t = dossier.Text{}
		default:
			*t = t.Slice(head, head+utf8.RuneCountInString(core))
		}
	}
}

// web reads what only the website edition prints of a notice.
func (l *loader) web(s webShape) dossier.Web {
	l.trim(map[string]*dossier.Text{"index": &s.Index, "category": &s.Category, "source": &s.Source})
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

package web

import (
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/html"
)

//go:embed templates/*.html
var templates embed.FS

var pageTemplate = template.Must(template.New("page.html").ParseFS(templates, "templates/*.html"))

// view is what the templates see of one page.
type view struct {
	Site   *Site
	Page   *Page
	Name   string // of the site
	Meta   []Entry
	Bodies []template.HTML // of the sections' blocks
	QR     template.HTML
	// HasFeed says whether there is a feed.
	HasFeed bool
}

// name is what the site is called: as configured, else as its home page.
func (s Site) name() string { return cmp.Or(s.Config.Name, s.Pages[0].Title) }

// view prepares a page with the markup of its sections' blocks.
func (m *maker) view(p *Page, bodies []string) view {
	v := view{Site: &m.site, Page: p, Name: m.site.name(), Meta: metas(m.site.Config, *p), HasFeed: m.feed}
	for _, b := range bodies {
		v.Bodies = append(v.Bodies, template.HTML(b))
	}
	if m.site.Config.Address != "" {
		v.QR = qrCode(m.site.Config.absolute(p.Path))
	}
	return v
}

func (m *maker) task(path string) *Task {
	if i := slices.IndexFunc(m.site.Tasks, func(t Task) bool { return t.Page == path }); i >= 0 {
		return &m.site.Tasks[i]
	}
	return nil
}

// bodies renders the blocks of all sections.
func (m *maker) bodies(p *Page) (html.Fragment, error) {
	var groups []html.Group
	for _, s := range p.Sections {
		level := 2
		if s.Heading != "" {
			level = 3
		}
		groups = append(groups, html.Group{Blocks: s.Blocks, Level: level})
	}
	return html.NewFragment(groups, m.set)
}

// drawPage notes the characters of a page: those of documents for the faces
// that show them, all of them for the face of furniture, search results and
// tables, and those of its head.
func (m *maker) drawPage(p *Page, made madePage) {
	for id, chars := range made.drawn {
		for _, r := range chars {
			m.drawn.add(id, r)
		}
	}
	m.draw(fontset.Hei, string(made.data))
	m.draw(fontset.Hei, string(script))
	m.draw(fontset.Title, p.Title+m.site.name())
}

// Href gives the address of a place as seen from this page.
func (v *view) Href(path string) string { return relative(v.Page.Path, path) }

// Asset gives the address of a shared file, whose mark mark fills in.
func (v *view) Asset(file string) string { return v.Href(unmarked(file)) }

// Canonical is the public address of the page.
func (v *view) Canonical() string { return v.Site.Config.absolute(v.Page.Path) }

// IsHome says whether this is the home page.
func (v *view) IsHome() bool { return v.Page.Path == home }

// Here says whether a link leads to this very page.
func (v *view) Here(l Link) bool { return l.Path == v.Page.Path }

// Label is what the page is called in the breadcrumb.
func (v *view) Label() string { return cmp.Or(v.Page.Short, v.Page.Title) }

// Body is the markup of section i.
func (v *view) Body(i int) template.HTML { return v.Bodies[i] }

// IsDocument says whether section i shows an official document as on paper.
func (v *view) IsDocument(i int) bool {
	return slices.ContainsFunc(v.Page.Sections[i].Blocks, func(b doc.Block) bool {
		switch b.(type) {
		case doc.Title, doc.Masthead:
			return true
		}
		return false
	})
}

// Filtered says whether a table is long enough to be worth a filter.
func (v *view) Filtered(t *Table) bool { return v.Page.Kind != Article && len(t.Rows) >= 8 }

// mention is one line of the foot of a page; Address leads out of the site.
type mention struct{ Label, Value, Address string }

// The offices where numbers of websites can be looked up: the only places
// outside to which pages lead.
const (
	icpOffice    = "https://beian.miit.gov.cn/"
	policeOffice = "https://beian.mps.gov.cn/"
)

// Footer gives what the configuration says of the site's operator.
func (v *view) Footer() []mention {
	c := v.Site.Config
	all := []mention{
		{"主办单位", c.Host, ""}, {"承办单位", c.Operator, ""}, {"联系方式", c.Contact, ""}, {"网站标识码", c.Code, ""},
		{"ICP备案号", c.ICP, icpOffice}, {"公网安备号", c.Police, policeOffice},
	}
	return slices.DeleteFunc(all, func(m mention) bool { return m.Value == "" })
}

// Details tells of a file what people want to know before they open it.
func (a Attachment) Details() string {
	s := a.Type
	if a.Bytes > 0 {
		s += "，" + size(a.Bytes)
	}
	if a.Pages > 0 {
		s += fmt.Sprintf("，%d页", a.Pages)
	}
	return s
}

// size gives bytes as people say them.
func size(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", max(1, (n+512)/1024))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

var emptyLines = regexp.MustCompile(`\n\s*\n+`)

// tidy takes out the empty lines that templates leave.
func tidy(page []byte) []byte { return emptyLines.ReplaceAll(page, []byte("\n")) }

// Root leads from this page to the site's root.
func (v *view) Root() string { return strings.TrimSuffix(v.Href(home), home) }

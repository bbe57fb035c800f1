package disclose

import (
	"slices"
	"strings"

	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/web"
)

const notOriginal = "整理本，不是公文原文"

// noticePage shows the notice as issued.
func (c *chapter) noticePage() web.Page {
	n := c.issued.Notice
	d := c.document(docset.Notice, "")
	changes := c.touching(ofText)
	p := c.article(d, n.Title.Value, c.say("印发通知"), c.issued.Web)
	p.Disclosure = disclosure(n, c.issued.Web, len(changes) > 0)
	p.Updated = n.Date.ISO()
	p.Summary = summary(n.Title.Value, n.DocNumber.Value, n.Date.Value)
	p.Superseded = len(changes) > 0
	p.Files = c.offers(d, c.annexAt(n.Date.ISO()))
	p.Versions = c.versions(d)
	if len(changes) > 0 {
		p.Banner = web.Banner{
			Tone:  "amended",
			Words: "本件已由" + c.calls(changes) + "修改，本页为印发时的原文，" + c.lasting() + "文本见整理本。",
			Links: append(c.amendmentLinks(changes), c.currentText()...),
		}
	}
	p.Related = append(c.currentText(), c.links(docset.Amendment, docset.Comparison)...)
	p.Related = append(p.Related, c.lists()...)
	return p
}

// amendmentPage shows an amending notice as issued.
func (c *chapter) amendmentPage(d *Document) web.Page {
	a := d.Amendment
	p := c.article(d, a.Title.Value, a.Date.Value+"修改通知", a.Web)
	again := c.overtaken(a)
	p.Disclosure = disclosure(a.Notice, a.Web, len(again) > 0)
	p.Updated = a.Date.ISO()
	p.Summary = summary(a.Title.Value, a.DocNumber.Value, a.Date.Value)
	p.Files = c.offers(d)
	p.Banner = web.Banner{Tone: "current", Words: "本件修改" + c.issued.Notice.Date.Value + "印发的《" + quoted(c.issued.Plan.Title.Value) + "》，修改后的全文见整理本。"}
	if len(again) > 0 {
		p.Banner = web.Banner{Tone: "amended", Words: "本件所作的修改，部分又已由" + c.calls(again) + "修改，" + c.lasting() + "文本见整理本。"}
	}
	if v := ended(a.Web); v != "" {
		p.Superseded = true
		p.Banner.Tone, p.Banner.Words = "amended", "本件已"+v+"。"+p.Banner.Words
	}
	p.Banner.Links = append(append([]web.Link{c.noticeLink()}, c.amendmentLinks(again)...), c.currentText()...)
	p.Related = append([]web.Link{c.noticeLink()}, c.currentText()...)
	for _, other := range c.of(docset.Comparison) {
		if other.Amendment.ID == a.ID {
			p.Related = append(p.Related, c.link(other))
		}
	}
	p.Related = append(p.Related, c.lists()...)
	return p
}

// consolidatedPage shows plan and annex as amended up to an edition.
func (c *chapter) consolidatedPage(d *Document) web.Page {
	all := c.touching(ofText)
	sources, later := until(all, d.Edition), after(all, d.Edition)
	p := c.article(d, d.Tree.Meta.Title, spoken(d.Edition)+"整理本", c.basis(sources))
	p.Disclosure = c.compiled(p.Title, sources)
	p.Updated = newest(sources)
	p.Summary = summary(p.Title, spoken(d.Edition))
	p.Superseded = len(later) > 0
	p.Files = c.offers(d, c.annexAt(d.Edition))
	p.Banner = web.Banner{
		Tone:  "compiled",
		Words: notOriginal + "，以正式文件为准。本页按" + c.issued.Notice.Date.Value + "印发的原文和" + c.calls(sources) + "整理。",
		Links: append([]web.Link{c.noticeLink()}, c.amendmentLinks(sources)...),
	}
	if len(later) > 0 {
		p.Banner.Tone = "amended"
		p.Banner.Words = notOriginal + "，且已不是" + c.lasting() + "文本：" + c.calls(later) + "又作了修改，" + c.lasting() + "文本见" + spoken(c.latest().Edition) + "整理本。"
		p.Banner.Links = append(c.currentText(), c.amendmentLinks(later)...)
	}
	p.Versions = c.versions(d)
	p.Related = append([]web.Link{c.noticeLink()}, c.links(docset.Amendment, docset.Comparison)...)
	p.Related = append(p.Related, c.lists()...)
	return p
}

// comparisonPage shows what a notice changed, side by side.
func (c *chapter) comparisonPage(d *Document) web.Page {
	one := []*dossier.Amendment{d.Amendment}
	p := c.article(d, d.Tree.Meta.Title, d.Amendment.Date.Value+"修改前后对照表", c.basis(one))
	p.Disclosure = c.compiled(p.Title, one)
	p.Summary = summary(p.Title, c.call(d.Amendment))
	p.Updated = d.Amendment.Date.ISO()
	p.Files = c.offers(d)
	p.Banner = web.Banner{
		Tone:  "compiled",
		Words: "对照表，不是公文原文，以正式文件为准。本页对照" + c.call(d.Amendment) + "修改前后的文字。",
		Links: append([]web.Link{c.noticeLink(), c.amendmentLink(d.Amendment)}, c.currentText()...),
	}
	p.Related = append(c.links(docset.Amendment), c.lists()...)
	return p
}

// article begins the page of a document.
func (c *chapter) article(d *Document, title, short string, w dossier.Web) web.Page {
	return web.Page{
		Path: c.address(d), Kind: web.Article, Title: title, Short: short, Trail: c.trail(),
		Published: w.Published.Value, Source: w.Source.Value, Keywords: c.keywords(),
		Sections: []web.Section{{Blocks: d.Tree.Blocks}},
	}
}

// summary describes a page by facts of its document alone; those that are not
// known are left out.
func summary(facts ...string) string {
	return strings.Join(slices.DeleteFunc(facts, func(f string) bool { return f == "" }), "，")
}

func (c *chapter) keywords() []string {
	if v := c.issued.Name.Value; v != "" {
		return []string{v}
	}
	return nil
}

// disclosure is the block above a document that an organ issued, in the order of
// government websites. Organs of a joint document stand in the order in which
// they sign.
func disclosure(n dossier.Notice, w dossier.Web, amended bool) []web.Entry {
	validity := w.Validity.Value
	if validity == "" && amended {
		validity = dossier.Amended
	}
	var organs []string
	for _, o := range n.Issuers {
		organs = append(organs, o.Value)
	}
	return given(
		web.Entry{Label: "索引号", Value: w.Index.Value}, web.Entry{Label: "主题分类", Value: w.Category.Value},
		web.Entry{Label: "发文机关", Value: strings.Join(organs, "、")}, web.Entry{Label: "成文日期", Value: n.Date.Value},
		web.Entry{Label: "标题", Value: n.Title.Value}, web.Entry{Label: "发文字号", Value: n.DocNumber.Value},
		web.Entry{Label: "发布日期", Value: w.Published.Value}, web.Entry{Label: "有效性", Value: validity},
	)
}

// compiled is the block above what was made of issued texts: it has no number
// and no organ of its own.
func (c *chapter) compiled(title string, sources []*dossier.Amendment) []web.Entry {
	n := c.issued.Notice
	issued := n.Date.Value + c.say("印发通知")
	if v := n.DocNumber.Value; v != "" {
		issued += "（" + v + "）"
	}
	basis := []string{issued}
	for _, a := range sources {
		basis = append(basis, c.call(a))
	}
	day := n.Date.ISO()
	if len(sources) > 0 {
		day = newest(sources)
	}
	return given(web.Entry{Label: "标题", Value: title}, web.Entry{Label: "依据", Value: strings.Join(basis, "；")}, web.Entry{Label: "版本日期", Value: spoken(day)})
}

func given(list ...web.Entry) []web.Entry {
	var out []web.Entry
	for _, e := range list {
		if e.Value != "" {
			out = append(out, e)
		}
	}
	return out
}

// basis gives the web values of the newest notice a text rests on: what is made
// of notices is published with them.
func (c *chapter) basis(sources []*dossier.Amendment) dossier.Web {
	w := c.issued.Web
	if n := len(sources); n > 0 {
		w = sources[n-1].Web
	}
	if w.Source.IsZero() {
		w.Source = c.issued.Web.Source
	}
	return w
}

// quoted sets a title that stands in title marks: its own are those of the
// other kind.
func quoted(title string) string {
	return strings.NewReplacer("《", "〈", "》", "〉", "〈", "《", "〉", "》").Replace(title)
}

package disclose

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/web"
)

// known is an item with the editions in which it reads differently.
type known struct {
	item  dossier.Item // as of the newest
	at    []int        // indices of those editions, oldest first: the first has brought it
	notes []*dossier.Amendment
}

// items gives the items that are or were part of the plan, in printed order.
func (c *chapter) items() []known {
	var out []known
	for _, i := range c.now.Dossier.Annex.Items() {
		k := known{item: i, notes: c.touching(ofItem(i.ID))}
		for n, e := range c.Editions {
			if _, there := c.itemAt(n, i.ID); !there {
				continue
			}
			touched := slices.ContainsFunc(k.notes, func(a *dossier.Amendment) bool { return a.Date.ISO() == e.Date })
			if len(k.at) == 0 || touched {
				k.at = append(k.at, n)
			}
		}
		out = append(out, k)
	}
	return out
}

// itemAt finds an item in an edition.
func (c *chapter) itemAt(n int, id string) (dossier.Item, bool) {
	all := c.Editions[n].Dossier.Annex.Items()
	i := slices.IndexFunc(all, func(i dossier.Item) bool { return i.ID == id })
	if i < 0 {
		return dossier.Item{}, false
	}
	return all[i], true
}

// printed gives what the text of an edition prints of an item.
func (c *chapter) printed(n int, id string) excerpt {
	if e, ok := c.texts[n].items[id]; ok {
		return e
	}
	i, _ := c.itemAt(n, id)
	return printedItem(i)
}

// itemAddress is where an item stands, as of an edition in which it reads
// differently; the newest has the plain address.
func (c *chapter) itemAddress(k known, version int) string {
	if version == len(k.at)-1 {
		return c.at("item-" + k.item.ID + ".html")
	}
	return c.at("item-" + k.item.ID + "-" + c.Editions[k.at[version]].Date + ".html")
}

// itemPages gives a page for every item, and one for each earlier wording.
func (c *chapter) itemPages() []web.Page {
	var out []web.Page
	all := c.items()
	for i, k := range all {
		for version := range k.at {
			p := c.itemPage(k, version)
			p.Related = append(c.neighbours(all, i), append(c.lists(), c.noticeLink())...)
			out = append(out, p)
		}
	}
	return out
}

func (c *chapter) itemPage(k known, version int) web.Page {
	n := k.at[version]
	day := c.Editions[n].Date
	shown := c.printed(n, k.item.ID)
	item, _ := c.itemAt(n, k.item.ID)
	so := until(k.notes, day)
	w := c.basis(so)
	p := web.Page{
		Path: c.itemAddress(k, version), Kind: web.Article, Title: shown.title, Short: item.Number, Trail: c.trail(c.itemsLink()),
		Published: w.Published.Value, Source: w.Source.Value, Keywords: append(c.keywords(), item.Number),
		Disclosure: c.compiledItem(k.item.ID, so), Banner: c.itemBanner(k, version), Versions: c.itemVersions(k, version),
		Sections: []web.Section{{Blocks: shown.blocks}}, Superseded: version < len(k.at)-1 || k.item.Deleted,
	}
	p.Updated = c.issued.Notice.Date.ISO()
	if len(so) > 0 {
		p.Updated = newest(so)
	}
	if len(item.Problem) > 0 {
		p.Summary = item.Problem[0].Slice(0, min(item.Head, item.Problem[0].Len())).Value
	}
	if version < len(k.at)-1 {
		p.Title += "（" + spoken(day) + "的文字）"
		p.Short = spoken(day) + "的文字"
		p.Trail = c.trail(c.itemsLink(), web.Link{Words: item.Number, Path: c.itemAddress(k, len(k.at)-1)})
		return p
	}
	if !item.Deleted {
		p.Sections = append(p.Sections, c.holders(item)...)
	}
	p.Sections = append(p.Sections, c.changes(item, so)...)
	return p
}

// compiledItem tells where an item is printed, and by what. The number and the
// day of the plan are not those of an item that a notice added; item is "" for
// what is of several.
func (c *chapter) compiledItem(item string, sources []*dossier.Amendment) []web.Entry {
	n := c.issued.Notice
	list := []web.Entry{{Label: "所属文件", Value: c.issued.Plan.Title.Value}}
	if a := c.noticeThat(dossier.Insert, item); a != nil {
		list = append(list, web.Entry{Label: "增加依据", Value: c.call(a)})
		sources = without(sources, a)
	} else {
		list = append(list, web.Entry{Label: "发文字号", Value: n.DocNumber.Value}, web.Entry{Label: "成文日期", Value: n.Date.Value})
	}
	return given(append(list, web.Entry{Label: "修改依据", Value: c.calls(sources)})...)
}

// itemBanner says what became of an item.
func (c *chapter) itemBanner(k known, version int) web.Banner {
	last := len(k.at) - 1
	day := c.Editions[k.at[version]].Date
	later := after(k.notes, day)
	switch {
	case version < last:
		words := c.lasting() + "文字"
		if k.item.Deleted {
			words = "本项现状（已删去）"
		}
		b := web.Banner{Tone: "amended", Words: "本页是" + spoken(day) + "的文字，" + strings.Join(c.undone(k, later), "，") + "。"}
		b.Links = append([]web.Link{{Words: words, Path: c.itemAddress(k, last)}}, c.amendmentLinks(later)...)
		return b
	case len(k.notes) == 0:
		return web.Banner{}
	}
	return web.Banner{Tone: "amended", Words: c.fate(k), Links: append(c.amendmentLinks(k.notes), c.noticeLink())}
}

// undone says what some notices did to the words of an item.
func (c *chapter) undone(k known, notes []*dossier.Amendment) []string {
	var out []string
	gone := c.noticeThat(dossier.Delete, k.item.ID)
	if rest := without(notes, gone); len(rest) > 0 {
		out = append(out, "已由"+c.calls(rest)+"修改")
	}
	if gone != nil && slices.Contains(notes, gone) {
		out = append(out, "已由"+c.call(gone)+"删去")
	}
	return out
}

// without gives some notices except one.
func without(list []*dossier.Amendment, one *dossier.Amendment) []*dossier.Amendment {
	return slices.DeleteFunc(slices.Clone(list), func(a *dossier.Amendment) bool { return a == one })
}

// fate says in one sentence what notices did to an item.
func (c *chapter) fate(k known) string {
	rest := k.notes
	var did []string
	if a := c.noticeThat(dossier.Insert, k.item.ID); a != nil {
		did, rest = append(did, "由"+c.call(a)+"增加"), without(rest, a)
	}
	did = append(did, c.undone(k, rest)...)
	if k.item.Deleted {
		return "本项" + strings.Join(did, "，") + "，不再执行。"
	}
	return "本项" + strings.Join(did, "，") + "，本页是" + c.lasting() + "文字（" + notOriginal + "）。"
}

func (c *chapter) itemVersions(k known, shown int) []web.Version {
	if len(k.at) < 2 {
		return nil
	}
	var out []web.Version
	for i, n := range k.at {
		e := c.Editions[n]
		v := web.Version{Date: e.Date, Words: spoken(e.Date) + "修改后", Path: c.itemAddress(k, i), Current: i == shown}
		switch {
		case i == 0 && c.noticeThat(dossier.Insert, k.item.ID) != nil:
			v.Words = spoken(e.Date) + "增加"
		case i == 0:
			v.Words = spoken(e.Date) + "印发"
		case i == len(k.at)-1 && k.item.Deleted:
			v.Words = spoken(e.Date) + "删去"
		}
		out = append(out, v)
	}
	return out
}

// neighbours leads to the items before and after one.
func (c *chapter) neighbours(all []known, i int) []web.Link {
	var out []web.Link
	if i > 0 {
		out = append(out, web.Link{Words: "上一项：" + all[i-1].item.Number, Path: c.itemAddress(all[i-1], len(all[i-1].at)-1)})
	}
	if i+1 < len(all) {
		out = append(out, web.Link{Words: "下一项：" + all[i+1].item.Number, Path: c.itemAddress(all[i+1], len(all[i+1].at)-1)})
	}
	return out
}

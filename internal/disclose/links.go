package disclose

import (
	"hongtou/internal/docset"
	"hongtou/internal/web"
)

var homeLink = web.Link{Words: "首页", Path: "index.html"}

func (c *chapter) noticeLink() web.Link {
	return web.Link{Words: c.say("印发通知（原文）"), Path: c.at("notice.html")}
}

func (c *chapter) itemsLink() web.Link {
	return web.Link{Words: c.say("整改任务一览"), Path: c.at("items.html")}
}

func (c *chapter) unitsLink() web.Link {
	return web.Link{Words: "按单位查看", Path: c.at("units.html")}
}

// lists are the pages that lead on to tasks.
func (c *chapter) lists() []web.Link { return []web.Link{c.itemsLink(), c.unitsLink()} }

// latest is the newest consolidated text, or nil.
func (c *chapter) latest() *Document {
	all := c.of(docset.Consolidated)
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

// currentText leads to the newest text when it is not the issued one.
func (c *chapter) currentText() []web.Link {
	if d := c.latest(); d != nil {
		return []web.Link{{Words: c.lasting() + "整理本（" + spoken(d.Edition) + "）", Path: c.address(d)}}
	}
	return nil
}

// link leads to the page of a document.
func (c *chapter) link(d *Document) web.Link {
	words := ""
	switch d.Kind {
	case docset.Notice:
		return c.noticeLink()
	case docset.Amendment:
		return c.amendmentLink(d.Amendment)
	case docset.Consolidated:
		words = spoken(d.Edition) + "整理本"
	case docset.Comparison:
		words = c.call(d.Amendment) + "修改前后对照表"
	}
	return web.Link{Words: words, Path: c.address(d)}
}

// links leads to all documents of some kinds.
func (c *chapter) links(kinds ...docset.Kind) []web.Link {
	var out []web.Link
	for _, k := range kinds {
		for _, d := range c.of(k) {
			out = append(out, c.link(d))
		}
	}
	return out
}

// versions leads to the plan as it was at every date, where one of its texts is
// shown.
func (c *chapter) versions(shown *Document) []web.Version {
	all := append(c.of(docset.Notice), c.of(docset.Consolidated)...)
	if len(all) < 2 {
		return nil
	}
	var out []web.Version
	for _, d := range all {
		v := web.Version{Date: d.Edition, Words: spoken(d.Edition) + "修改后", Path: c.address(d), Current: d == shown}
		if d.Kind == docset.Notice {
			v.Words = spoken(d.Edition) + "印发"
		}
		out = append(out, v)
	}
	return out
}

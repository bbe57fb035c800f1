package disclose

import (
	"cmp"

	"hongtou/internal/dossier"
	"hongtou/internal/web"
)

// ended gives the word of the office for what is no longer in force: 废止, 失效;
// "" for anything else.
func ended(w dossier.Web) string {
	if v := w.Validity.Value; v == "废止" || v == "失效" {
		return v
	}
	return ""
}

// lasting is how the newest text is told from those before it. Of a plan that
// has ended nothing is in force.
func (c *chapter) lasting() string {
	if ended(c.issued.Web) != "" {
		return "最后的"
	}
	return "现行"
}

// end says on a page that the plan has ended, if it has.
func (c *chapter) end(p *web.Page) {
	v := ended(c.issued.Web)
	if v == "" {
		return
	}
	p.Superseded = true
	p.Banner.Tone, p.Banner.Words = "amended", "本方案已"+v+"。"+p.Banner.Words
	if len(p.Banner.Links) == 0 && p.Path != c.noticeLink().Path {
		p.Banner.Links = []web.Link{c.noticeLink()}
	}
}

// state says in lists what became of a notice: what the office says, or else
// what the data prove.
func state(w dossier.Web, proven string) string {
	if v := cmp.Or(w.Validity.Value, proven); v != "" {
		return v + "，原文"
	}
	return "原文"
}

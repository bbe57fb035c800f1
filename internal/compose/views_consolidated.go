package compose

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
)

type consolidatedView struct {
	Sources []sourceView `doc:"改动过方案和清单的通知，先后为序"`
	Plan    planView     `doc:"方案，照修改后的文字"`
	Annex   annexView    `doc:"整改措施清单，照修改后的文字"`
}

type sourceView struct {
	Title   *Title `doc:"通知的标题"`
	Quoted  *Title `doc:"通知的标题，写在书名号里用：其中的《》已改为〈〉"`
	Date    *Text  `doc:"通知的成文日期"`
	Number  *Text  `doc:"通知的发文字号；没有时为空"`
	Matter  *Text  `doc:"标题中“关于”与书名号之间的词，如“补充完善”；没有时为空"`
	Ordinal *Text  `doc:"同日的通知分不开时是第几件，如“之二”；否则为空"`
}

func (v consolidatedView) must() []*value {
	return slices.Concat(mustSources(v.Sources), v.Plan.must(), v.Annex.must())
}

// mustSources asks for the dates of the first and the last notice: between
// them there may be more than a status line can hold.
func mustSources(list []sourceView) []*value {
	if len(list) == 0 {
		return nil
	}
	return []*value{list[0].Date.held(), list[len(list)-1].Date.held()}
}

func inPlan(a dossier.Address) bool { return strings.HasPrefix(string(a), "plan.") }

// sources gives the notices that changed a word of some part of the text.
func (x *edition) sources(in func(dossier.Address) bool) []sourceView {
	var out []sourceView
	if x.Edition == nil {
		return nil
	}
	changed := x.memory.edition(x.Edition).changed
	for _, n := range x.Applied {
		if slices.ContainsFunc(changed[n.ID], in) {
			out = append(out, newSource(n, x.Applied))
		}
	}
	return out
}

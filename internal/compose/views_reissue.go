package compose

import (
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// reissueView says who gets which documents anew after the notices of one day.
type reissueView struct {
	Plan     *Title        `doc:"方案的标题"`
	Sources  []sourceView  `doc:"当日生效的通知，先后为序"`
	Day      *Text         `doc:"换发后各文书的版本日期"`
	Open     []openView    `doc:"修改过而原文没有列明受文单位的任务；只有此类单位的在前"`
	Renewed  []renewedView `doc:"须换发或收回文书的单位，照名册的次序"`
	Kept     []keptView    `doc:"文书全部继续有效的单位，照名册的次序"`
	Passages []*Text       `doc:"不属于某一任务的修改，如“方案五、（三）”；没有时为空"`
}

type openView struct {
	Task       *Text       `doc:"任务，如“第十项”"`
	Changed    []*Text     `doc:"改了什么，如“整改目标”"`
	Only       bool        `doc:"没有一个已知的受文单位"`
	Words      []wordsView `doc:"原文怎样写受文单位"`
	Candidates []*Text     `doc:"该任务的原文提到而没有列为受文单位的单位；没有时为空"`
}

type wordsView struct {
	Role  string `doc:"responsible（负责）、supervisors（督导）或cooperating（配合）"`
	Words *Text  `doc:"原文"`
}

type renewedView struct {
	Unit    *Text           `doc:"收文单位"`
	Former  *Text           `doc:"该单位原来的名称；没有改名时为空"`
	Tasks   []affectedView  `doc:"涉及的任务；只因方案条文修改而换发时为空"`
	Quoted  []*Text         `doc:"修改过的、任务书照录的方案条款，如“方案五、（三）”；没有换发任务书的为空"`
	Issued  []documentsView `doc:"换发的文书，版本都是Day；不再承担任务的为空"`
	Expired []editionView   `doc:"收回的文书，每个版本一项；首次领取的为空"`
	Same    bool            `doc:"收回的就是换发文书的旧版，且只有一个版本"`
}

type affectedView struct {
	Task    *Text    `doc:"任务，如“第十项”"`
	What    string   `doc:"changed（内容修改）、joined（新增任务）、left（不再承担）、deleted（任务删去）、moved（职责改变）"`
	Before  roleView `doc:"原来的职责"`
	After   roleView `doc:"现在的职责"`
	Changed []*Text  `doc:"改了什么，如“整改目标”“整改措施（一）”"`
}

type documentsView struct {
	Kind  string  `doc:"文种：taskbook、clauses、acceptance"`
	Tasks []*Text `doc:"销号验收表是哪些任务的；其他文种为空"`
}

type editionView struct {
	Edition   *Text           `doc:"版本日期"`
	Documents []documentsView `doc:"这个版本的文书"`
}

type keptView struct {
	Unit     *Text         `doc:"收文单位"`
	Editions []editionView `doc:"继续有效的文书，每个版本一项"`
}

func newReissue(p docset.Document) reissueView {
	r := newReissuing(p)
	v := reissueView{
		Plan: newTitle("plan.title", p.Dossier.Plan.Title, mainOutline("plan", p.Dossier.Plan.Title)),
		Day:  newText("edition", editionDay(p)),
	}
	for _, a := range p.Text.Applied {
		if a.Date.ISO() == p.Edition {
			v.Sources = append(v.Sources, newSource(a, p.Text.Applied))
		}
	}
	for _, t := range p.Changes.Open {
		v.Open = append(v.Open, r.open(t))
	}
	v.Passages = r.passages(nil)
	for _, id := range r.units() {
		if renewed := r.renewed(id); len(renewed.Tasks)+len(renewed.Issued)+len(renewed.Expired) > 0 {
			v.Renewed = append(v.Renewed, renewed)
		} else {
			v.Kept = append(v.Kept, keptView{renewed.Unit, r.editions(r.parts[id], r.now)})
		}
	}
	return v
}

// editionDay gives the date of a document's edition as its notice prints it.
func editionDay(p docset.Document) dossier.Text {
	for _, a := range p.Text.Applied {
		if a.Date.ISO() == p.Edition {
			return a.Date.Text
		}
	}
	if day := p.Text.Issued.Notice.Date; day.ISO() == p.Edition {
		return day.Text
	}
	return dossier.Text{Value: p.Edition}
}

func reissueOf(p docset.Document) view {
	v := newReissue(p)
	return view{data: v, document: v.must, workbook: v.must}
}

func reissueMeta(p docset.Document) doc.Meta {
	return madeMeta(p, planInMarks(p.Dossier)+"换发清单")
}

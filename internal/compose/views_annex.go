package compose

import (
	"slices"
	"strconv"

	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

type annexView struct {
	Mark        *Text        `doc:"附件标志“附件”"`
	Title       *Title       `doc:"标题"`
	Parts       []partView   `doc:"各部分，按印发顺序"`
	Heads       []headView   `doc:"除整改措施外的字段，按首次出现的顺序；工作表的列"`
	MeasureHead *Text        `doc:"整改措施的标签；没有这个字段时为空"`
	Sources     []sourceView `doc:"改动过清单的通知，先后为序；照印发原文时为空"`
}

type headView struct {
	Kind  string `doc:"字段类别：goal、deadline、responsible、leaders、persons、supervisors"`
	Label *Text  `doc:"标签，如“整改目标”"`
}

type partView struct {
	Heading *Paragraphs `doc:"部分的标题，如“一、……”"`
	Items   []itemView  `doc:"这一部分的整改项"`
}

func (x *edition) annex(a dossier.Annex) annexView {
	const name = "annex"
	v := annexView{
		Mark:  newText(name+".mark", a.Mark),
		Title: newTitle(name+".title", a.Title, mainOutline(name, a.Title)),
	}
	heads := fieldHeads(a)
	n := &numbering{part: name}
	for i, p := range a.Parts {
		field := name + ".part." + strconv.Itoa(i+1)
		part := partView{Heading: newParagraphs(field, []doc.Paragraph{printed(field, p.Heading, n)})}
		x.trace(part.Heading.held(), partAddress(i))
		for _, item := range p.Items {
			part.Items = append(part.Items, x.item(item, heads))
		}
		v.Parts = append(v.Parts, part)
	}
	for _, h := range heads {
		label := newText("annex.label."+string(h.Kind), h.Label)
		if h.Kind == dossier.Measures {
			v.MeasureHead = label
		} else {
			v.Heads = append(v.Heads, headView{Kind: string(h.Kind), Label: label})
		}
	}
	return v
}

// fieldHeads gives the first field of each kind, in order of appearance.
func fieldHeads(a dossier.Annex) []dossier.Field {
	var out []dossier.Field
	for _, item := range a.Items() {
		for _, aspect := range item.Aspects {
			for _, f := range aspect.Fields {
				if !slices.ContainsFunc(out, func(h dossier.Field) bool { return h.Kind == f.Kind }) {
					out = append(out, f)
				}
			}
		}
	}
	return out
}

func (v annexView) must() []*value {
	return append([]*value{v.Mark.held()}, v.list(func(f fieldView) []*value { return f.Label.must() })...)
}

// mustTabulate lists what a workbook of the annex has to carry: all values,
// each label once.
func (v annexView) mustTabulate() []*value {
	out := []*value{v.MeasureHead.held()}
	for _, h := range v.Heads {
		out = append(out, h.Label.held())
	}
	return append(out, v.list(func(fieldView) []*value { return nil })...)
}

// list walks title, headings, problems, remarks and fields in printed order;
// label adds what a field has to carry beside its value.
func (v annexView) list(label func(fieldView) []*value) []*value {
	out := v.Title.must()
	for _, p := range v.Parts {
		out = append(out, p.Heading.must()...)
		for _, i := range p.Items {
			out = append(out, i.must(label)...)
		}
	}
	return append(out, mustSources(v.Sources)...)
}

// must lists problem, remarks and fields in printed order; label adds what a
// field has to carry beside its value.
func (v itemView) must(label func(fieldView) []*value) []*value {
	out := append(v.Problem.must(), v.Remarks.must()...)
	for _, a := range v.Aspects {
		out = append(out, a.Problem.must()...)
		for _, f := range a.Fields {
			out = append(append(out, label(f)...), held(f.texts())...)
		}
	}
	return out
}

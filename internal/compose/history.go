package compose

import (
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

type stepView struct {
	Verb   string `doc:"做了什么：replace（修改）、insert（增加）、delete（删去）、renumber（改序号）、rename（改名称）、merge（合并）"`
	Date   *Text  `doc:"通知的成文日期"`
	Number *Text  `doc:"通知的发文字号；没有时为空"`

	Matter  *Text `doc:"同日的通知凭字号分不开时，通知标题中的词，如“补充完善”；否则为空"`
	Ordinal *Text `doc:"仍分不开时是第几件，如“之二”；否则为空"`

	amendment string
}

type goneView struct {
	Labels []*Text    `doc:"删去的是什么：字段的标签，整改项的序号；只是一段话时为空"`
	Steps  []stepView `doc:"修改记录，最后一步是删去"`
}

// edition looks up what notices did to the values of one edition. A nil
// Edition is a text as issued: nothing was done to it.
type edition struct {
	*amend.Edition
	memory *memory
	gone   map[dossier.Address][]goneView // by the value they stood behind
}

func newEdition(e *amend.Edition) *edition { return (*memory)(nil).newEdition(e) }

func (m *memory) newEdition(e *amend.Edition) *edition {
	return m.newExtract(e, func(dossier.Address) bool { return true })
}

// newExtract is for a document that prints a part of the edition: of what is
// gone it tells only what was in that part.
func (m *memory) newExtract(e *amend.Edition, in func(dossier.Address) bool) *edition {
	x := &edition{Edition: e, memory: m, gone: map[dossier.Address][]goneView{}}
	if e != nil && e.Amended() {
		x.findGone(in)
	}
	return x
}

// steps gives what notices did to a value. What a notice inserted as part of
// something larger, one of parents, is told there and not here.
func (x *edition) steps(a dossier.Address, parents ...dossier.Address) []stepView {
	var out []stepView
	for _, r := range x.revisions(a) {
		with := func(p dossier.Address) bool { return x.inserted(p, r.By.Amendment) }
		if r.Restated || r.Verb == dossier.Insert && slices.ContainsFunc(parents, with) {
			continue
		}
		if n := len(out) - 1; n >= 0 && out[n].amendment == r.By.Amendment {
			if r.Verb == dossier.Delete {
				out[n].Verb = string(r.Verb)
			}
			continue
		}
		out = append(out, x.step(a, r))
	}
	return out
}

func (x *edition) revisions(a dossier.Address) []dossier.Revision {
	if x.Edition == nil {
		return nil
	}
	return x.History(a)
}

// inserted says whether a notice inserted a value.
func (x *edition) inserted(a dossier.Address, amendment string) bool {
	return slices.ContainsFunc(x.revisions(a), func(r dossier.Revision) bool {
		return r.Verb == dossier.Insert && r.By.Amendment == amendment
	})
}

func (x *edition) step(a dossier.Address, r dossier.Revision) stepView {
	field := string(a) + ".origin"
	v := stepView{
		Verb: string(r.Verb), amendment: r.By.Amendment,
		Date: newText(field, r.By.Date.Text), Number: newText(field, r.By.Number),
	}
	for _, n := range x.Applied {
		if n.ID == r.By.Amendment {
			matter, ordinal := apart(n, x.Applied)
			v.Matter, v.Ordinal = newText(field, matter), newText(field, ordinal)
		}
	}
	return v
}

// text gives a value with its history.
func (x *edition) text(field string, t dossier.Text, a dossier.Address, parents ...dossier.Address) *Text {
	v := newText(field, t)
	x.trace(v.held(), a, parents...)
	return v
}

func (x *edition) trace(v *value, a dossier.Address, parents ...dossier.Address) {
	if v != nil {
		v.steps, v.gone = x.steps(a, parents...), x.gone[a]
	}
}

// findGone gathers what was deleted and has nothing printed in its place,
// behind the value that is printed before it.
func (x *edition) findGone(in func(dossier.Address) bool) {
	for _, p := range x.memory.edition(x.Edition).gone {
		if !in(p.address) {
			continue
		}
		steps := x.steps(p.address)
		if n := len(steps) - 1; n >= 0 && steps[n].Verb == string(dossier.Delete) {
			x.gone[p.behind] = appendGone(x.gone[p.behind], goneView{x.goneLabels(p.address), steps})
		}
	}
}

// appendGone tells once what one notice deleted in one place.
func appendGone(list []goneView, g goneView) []goneView {
	n := len(list) - 1
	if n < 0 || last(list[n].Steps).amendment != last(g.Steps).amendment {
		return append(list, g)
	}
	list[n].Labels = append(list[n].Labels, g.Labels...)
	return list
}

func last(steps []stepView) stepView { return steps[len(steps)-1] }

// goneLabels names a field that was deleted by its label, an item by its
// number.
func (x *edition) goneLabels(a dossier.Address) []*Text {
	label := labelIn(a, x.Issued)
	if label.IsZero() {
		return nil
	}
	return []*Text{newText(string(a)+".label", label)}
}

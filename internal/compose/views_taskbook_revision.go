package compose

import (
	"slices"

	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

type revisionView struct {
	Sources []sourceView `doc:"这一次的通知中，改动了本册的"`
	Changes []changeView `doc:"各处修改，先后照清单的次序"`
	Moves   []moveView   `doc:"增加、退出和职责变动的任务"`
}

type moveView struct {
	Number *Text    `doc:"任务的序号，如第十七项（二）"`
	Was    roleView `doc:"原来的职责"`
	Is     roleView `doc:"现在的职责"`
}

// revision tells what the notices of the edition changed for the recipient;
// nil when the book stands as issued.
func (b *book) revision() *revisionView {
	if b.Changes == nil {
		return nil
	}
	var v revisionView
	reached := b.memory.emptyScope(b.Document)
	c := b.memory.step(b.Before, b.Text)
	cited := map[string]bool{} // notices
	for _, t := range b.affected() {
		reached.items[t.Item], reached.aspects[t.Aspect] = true, true
		if m := (moveView{Was: roleOf(t.Before), Is: roleOf(t.After)}); m.Was != m.Is {
			m.Number = newText(t.Aspect+".moved", dossier.Text{Value: t.Label, At: b.Text.Dossier.Annex.Title.At})
			v.Moves = append(v.Moves, m)
			c.cite(cited, c.movers(t.Place))
		}
	}
	for _, ch := range c.rows {
		if reached.has(ch.address) {
			v.Changes = append(v.Changes, c.row(ch))
			c.cite(cited, ch.by)
		}
	}
	if len(v.Changes)+len(v.Moves) == 0 {
		return nil
	}
	for _, n := range c.notices {
		if cited[n.ID] {
			v.Sources = append(v.Sources, newSource(n, b.Text.Applied))
		}
	}
	return &v
}

// affected gives the recipient's tasks that changed.
func (b *book) affected() []impact.Task {
	i := slices.IndexFunc(b.Changes.Affected, func(r impact.Recipient) bool { return r.Unit.ID == b.Unit })
	if i < 0 {
		return nil
	}
	return b.Changes.Affected[i].Tasks
}

func (v *revisionView) must() []*value {
	if v == nil {
		return nil
	}
	out := mustSources(v.Sources)
	for _, m := range v.Moves {
		out = append(out, m.Number.held())
	}
	for _, c := range v.Changes {
		out = append(append(out, held(c.Clause)...), c.Old.held(), c.New.held())
	}
	return out
}

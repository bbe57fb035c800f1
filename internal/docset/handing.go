package docset

import (
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/dossier"
	"hongtou/internal/printed"
)

// handing works out what is handed out as of one edition, and what is kept
// about it, from the edition before: a document stays as it is until an edition
// comes in which it would print something else. So its edition is that of the
// newest notice that changed anything it prints.
type handing struct {
	*planner
	at        int // index of the edition
	was, is   map[key]handed
	old, made map[Kind][]Document // of the edition before, and of this one
	undated   map[Kind][]planned
	documents []Document // those that recipients get: made of their kinds, one after the other
}

// key tells documents apart, whatever edition they are of.
type key struct {
	kind              Kind
	unit, task, share string
}

// handed is a document with what it prints.
type handed struct {
	at      int      // in the made documents of its kind
	undated *planned // instead, of one that has no date
	prints  printed.Print
}

// out plans everything that is handed out.
func (h *handing) out(e *printed.Edition) {
	for i := range e.Recipients {
		h.recipient(&e.Recipients[i])
	}
	h.gather()
	if len(e.Recipients) > 0 {
		h.hand(Ledger, planned{}, e.Ledger())
		h.overviews()
	}
}

// toRecipients are the kinds that recipients get, in the order of Kinds.
var toRecipients = [...]Kind{TaskBook, Letter, Acceptance, Clauses}

// gather puts the documents that recipients get into one list, of the newest
// edition into the plan itself: there are thousands, and whatever is made of
// them or lists them takes a part of it.
func (h *handing) gather() {
	n := 0
	for _, k := range toRecipients {
		n += len(h.made[k])
	}
	var all []Document
	if h.at < len(h.editions)-1 {
		all = make([]Document, 0, n)
	} else {
		all = h.room(n, len(h.made[TaskBook]))
	}
	for _, k := range toRecipients {
		from := len(all)
		all = append(all, h.made[k]...)
		h.made[k] = all[from:len(all):len(all)]
	}
	h.documents = all
	forms := h.made[Acceptance]
	for i := range forms { // a workbook stands behind the forms it holds
		if n := len(forms[i].Parts); n > 0 {
			forms[i].Parts = forms[i-n : i : i]
		}
	}
}

// recipient plans the book, the forms and the clauses in force of a recipient:
// one file of forms for every task that has any, and a workbook of them all.
func (h *handing) recipient(r *printed.Recipient) {
	own := r.Recipient // what it prints is not kept
	one := func(folder, name string) planned {
		return planned{recipient: &own, naming: naming{folder: folder, name: name}}
	}
	name, say := own.Unit.Name.Value, h.editions[h.at].Dossier.Words.Say
	h.hand(TaskBook, one(say("任务书"), name), r.Book)
	if !h.editions[h.at].Dossier.Handout.Letter.Organ.IsZero() {
		h.hand(Letter, one(say("交办函"), name), letterPrint(own))
	}
	before := len(h.made[Acceptance])
	for _, t := range r.Tasks {
		if !t.Form.Empty() {
			form := one(say("销号验收"), name+"/"+t.ID)
			form.task, form.formats = t.ID, formFormats
			h.hand(Acceptance, form, t.Form)
		}
	}
	if !r.Workbook.Empty() {
		all := one(say("销号验收"), name)
		all.formats = workbookFormats
		all.parts = h.made[Acceptance][before:]
		h.hand(Acceptance, all, r.Workbook)
	}
	h.hand(Clauses, one("现行条款", name), r.Clauses)
}

// A form is a file of its own to print; the workbook of a recipient holds all.
var formFormats, workbookFormats = []Format{PDF, HTML}, []Format{XLSX}

// letterPrint is what a hand-over letter says of its book: to whom it goes and
// in which roles. Its own number and date never change.
func letterPrint(r assign.Recipient) printed.Print {
	var names []any
	for _, u := range r.Units {
		names = append(names, u.Name.Value)
	}
	p := printed.Say("addressee", append(names, r.Unit.Name.Value)...)
	p.Add(printed.Say("roles", len(r.Responsible) > 0, len(r.Supervised) > 0, len(r.Assisted) > 0))
	return p
}

// hand plans a document, as it was when it prints what it printed.
func (h *handing) hand(k Kind, one planned, prints printed.Print) {
	id := key{kind: k, task: one.task, share: one.share}
	if one.recipient != nil {
		id.unit = one.recipient.Unit.ID
	}
	old, had := h.was[id]
	same := had && old.prints.Equal(prints)
	now := handed{at: len(h.made[k]), prints: prints}
	switch {
	case same && old.undated != nil:
		now.undated = old.undated
	case same:
		d := h.old[k][old.at]
		d.Parts, d.inside = one.parts, one.inside
		h.made[k] = append(h.made[k], d)
	default:
		var earlier []*dossier.Amendment
		switch {
		case had && old.undated != nil:
			earlier = old.undated.sources
		case had:
			earlier = h.old[k][old.at].Sources
		}
		one.version = h.version(one, prints, earlier)
		if one.edition == "" {
			now.undated = &one
		} else {
			h.made[k] = append(h.made[k], h.specs[k].document(one))
		}
	}
	if now.undated != nil {
		h.undated[k] = append(h.undated[k], *now.undated)
	}
	h.is[id] = now
}

// version makes a document from this edition.
func (h *handing) version(one planned, prints printed.Print, earlier []*dossier.Amendment) version {
	e := h.editions[h.at]
	if h.at == 0 {
		return version{text: e, edition: issued(h.editions), serial: 1}
	}
	v := version{text: e, before: h.editions[h.at-1], changes: &h.steps[h.at-1], edition: e.Date, serial: 1}
	v.sources = h.sources(one, prints, earlier)
	return v
}

// sources gives the notices that changed anything a document prints: those
// that did before, those of its parts, those that changed a value it prints
// and, of this day, those that changed names or people of the register; when
// these are none, all of this day.
func (h *handing) sources(one planned, prints printed.Print, earlier []*dossier.Amendment) []*dossier.Amendment {
	e := h.editions[h.at]
	counted := map[string]bool{}
	count := func(list []*dossier.Amendment) {
		for _, a := range list {
			counted[a.ID] = true
		}
	}
	count(earlier)
	alone := true
	for d := range one.each {
		count(d.Sources)
		alone = false
	}
	fresh := false
	for _, a := range e.Applied {
		today := a.Date.ISO() == e.Date
		counted[a.ID] = counted[a.ID] || prints.By(a.ID) || today && alone && entered(e, a.ID)
		fresh = fresh || today && counted[a.ID]
	}
	return slices.DeleteFunc(slices.Clone(e.Applied), func(a *dossier.Amendment) bool {
		return !counted[a.ID] && (fresh || a.Date.ISO() != e.Date)
	})
}

// entered says whether a notice changed the register: documents may print
// other names and people by it alone.
func entered(e *amend.Edition, amendment string) bool {
	return changed(e, func(a dossier.Address) bool { return !inText(a) }, func(by dossier.Provenance) bool { return by.Amendment == amendment })
}

// FormTasks gives the IDs of the aspects for which a recipient gets closing and
// acceptance forms, those it answers for first: standing tasks only when the
// register says so.
func FormTasks(r assign.Recipient) []string { return printed.FormTasks(r) }

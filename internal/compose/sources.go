package compose

import (
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// newSource names a notice, so that it can be told from all others in force.
func newSource(n *dossier.Amendment, all []*dossier.Amendment) sourceView {
	name := "amendment." + n.ID
	_, ordinal := apart(n, all)
	place := mainOutline("title", n.Title)
	return sourceView{
		Title: newTitle(name+".title", n.Title, place), Quoted: quotedTitle(name+".title", n.Title, place),
		Date:    newText(name+".date", n.Date.Text),
		Number:  newText(name+".number", n.DocNumber),
		Matter:  newText(name+".matter", n.Title.Matter()),
		Ordinal: newText(name+".ordinal", ordinal),
	}
}

// apart gives what tells a notice from the others of its day when their numbers
// do not: what it does, if that differs from notice to notice, or else its place
// among them. Both are zero when date and number suffice.
func apart(n *dossier.Amendment, all []*dossier.Amendment) (matter, ordinal dossier.Text) {
	place, others := 0, false
	differ := true
	seen := map[string]bool{}
	for _, o := range all {
		if o.Date.ISO() != n.Date.ISO() || o.DocNumber.Value != n.DocNumber.Value {
			continue
		}
		does := o.Title.Matter().Value
		differ = differ && !seen[does]
		seen[does] = true
		others = others || o.ID != n.ID
		if o.Serial <= n.Serial {
			place++
		}
	}
	switch {
	case !others:
		return dossier.Text{}, dossier.Text{}
	case differ:
		return n.Title.Matter(), dossier.Text{}
	}
	return dossier.Text{}, dossier.Text{Value: "之" + zh.Numeral(place), At: n.Title.At}
}

// must lists what names a notice in full.
func (v sourceView) must() []*value {
	return []*value{v.Title.held(), v.Date.held(), v.Number.held(), v.Ordinal.held()}
}

// mustQuote lists the same of a notice whose title stands in our marks.
func (v sourceView) mustQuote() []*value {
	return []*value{v.Quoted.held(), v.Date.held(), v.Number.held(), v.Ordinal.held()}
}

package check

import (
	"hongtou/internal/dossier"
)

// place says what a printed text is, for rules that hold for some only.
type place int

const (
	body       place = iota // a paragraph
	title                   // a title
	name                    // an organ, number or other short element
	value                   // the value of a labelled field
	entry                   // a text of the register
	recipients              // 主送机关; load demands the colon at its end
)

// printed is one text with its characters; a title keeps its breaks, so that
// columns stay right.
type printed struct {
	dossier.Title
	where place
	rs    []rune
}

// texts collects printed texts in order.
type texts []printed

func (ts *texts) add(where place, list ...dossier.Text) {
	for _, t := range list {
		ts.addTitle(where, dossier.Title{Text: t})
	}
}

func (ts *texts) addTitle(where place, t dossier.Title) {
	if t.Value != "" {
		*ts = append(*ts, printed{Title: t, where: where, rs: []rune(t.Value)})
	}
}

func (ts *texts) addParagraphs(ps []dossier.Paragraph) {
	for _, p := range ps {
		ts.add(body, p.Text)
	}
}

// dossierTexts gives every printed text of a dossier once, in printed order.
// The parts of changes are not among them: they are paragraphs of their
// amendment.
func dossierTexts(d *dossier.Dossier) []printed {
	var ts texts
	ts.add(name, d.Name)
	ts.addNotice(d.Notice)
	ts.addTitle(title, d.Plan.Title)
	ts.addParagraphs(d.Plan.Body)
	ts.add(name, d.Plan.AttachmentNote)
	ts.add(name, d.Plan.Attachments...)
	ts.add(name, d.Annex.Mark)
	ts.addTitle(title, d.Annex.Title)
	for _, p := range d.Annex.Parts {
		ts.add(body, p.Heading.Text)
		for _, i := range p.Items {
			ts.addItem(i)
		}
	}
	for _, a := range d.Amendments {
		ts.addNotice(a.Notice)
	}
	ts.add(body, d.Handout.Reporting...)
	letter := d.Handout.Letter
	ts.add(name, letter.Organ, letter.Number, letter.Signature, letter.Date.Text, letter.CC)
	ts.add(name, d.Web.Source)
	return ts
}

func (ts *texts) addNotice(n dossier.Notice) {
	ts.add(name, n.HeadMarks.SerialNumber, n.HeadMarks.Secrecy, n.HeadMarks.Urgency)
	ts.add(name, n.Masthead.Organs...)
	ts.add(name, n.DocNumber)
	ts.add(name, n.Signers...)
	ts.add(name, n.Issuers...)
	ts.addTitle(title, n.Title)
	ts.add(recipients, n.Recipients)
	ts.addParagraphs(n.Body)
	ts.add(name, n.Signature...)
	ts.add(name, n.Sealing.Posts...)
	for _, p := range n.Sealing.Pictures {
		ts.add(name, p.Alt)
	}
	ts.add(name, n.Date.Text, n.Note)
	ts.add(name, n.Imprint.Recipients, n.Imprint.CC, n.Imprint.Printer, n.Imprint.PrintDate.Text)
}

func (ts *texts) addItem(i dossier.Item) {
	ts.add(name, i.Short)
	ts.add(body, i.Problem...)
	ts.add(body, i.Remarks...)
	for _, a := range i.Aspects {
		ts.add(body, a.Problem...)
		for _, f := range a.Fields {
			ts.add(name, f.Label)
			ts.add(value, f.Value)
			for _, m := range f.Measures {
				ts.add(body, m.Text)
			}
		}
	}
}

// registerTexts gives the names in the register.
func registerTexts(r *dossier.Register) []printed {
	var ts texts
	for _, u := range r.Units {
		ts.add(entry, u.Name)
		ts.add(entry, u.Aliases...)
	}
	for _, g := range r.Groups {
		ts.add(entry, g.Name)
		ts.add(entry, g.Aliases...)
	}
	for _, p := range r.People {
		ts.add(entry, p.Name)
	}
	return ts
}

package check

import (
	"slices"
	"testing"

	"hongtou/internal/dossier"
)

// TestEveryPrintedElementIsRead puts the same mistake into one element after
// the other.
func TestEveryPrintedElementIsRead(t *testing.T) {
	const slip = "甲(乙"
	for name, put := range map[string]func(d *dossier.Dossier, t dossier.Text){
		"serial":             func(d *dossier.Dossier, t dossier.Text) { d.Notice.HeadMarks.SerialNumber = t },
		"secrecy":            func(d *dossier.Dossier, t dossier.Text) { d.Notice.HeadMarks.Secrecy = t },
		"urgency":            func(d *dossier.Dossier, t dossier.Text) { d.Notice.HeadMarks.Urgency = t },
		"signer":             func(d *dossier.Dossier, t dossier.Text) { d.Notice.Signers = []dossier.Text{t} },
		"note":               func(d *dossier.Dossier, t dossier.Text) { d.Amendments[0].Note = t },
		"post":               func(d *dossier.Dossier, t dossier.Text) { d.Notice.Sealing.Posts = []dossier.Text{t} },
		"picture":            func(d *dossier.Dossier, t dossier.Text) { d.Notice.Sealing.Pictures = []dossier.Picture{{Alt: t}} },
		"imprint recipients": func(d *dossier.Dossier, t dossier.Text) { d.Notice.Imprint.Recipients = t },
		"letter organ":       func(d *dossier.Dossier, t dossier.Text) { d.Handout.Letter.Organ = t },
		"letter number":      func(d *dossier.Dossier, t dossier.Text) { d.Handout.Letter.Number = t },
		"letter signature":   func(d *dossier.Dossier, t dossier.Text) { d.Handout.Letter.Signature = t },
		"letter date":        func(d *dossier.Dossier, t dossier.Text) { d.Handout.Letter.Date.Text = t },
		"letter cc":          func(d *dossier.Dossier, t dossier.Text) { d.Handout.Letter.CC = t },
	} {
		d, w := example()
		put(d, w.text(slip))
		if got := report(d, w); !slices.Equal(got, []string{"bracket: (", "half-width: ("}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestLetterElements: the rules for numbers and colons hold for the letter that
// hands task books over, and good elements pass.
func TestLetterElements(t *testing.T) {
	d, w := example()
	d.Notice.HeadMarks = dossier.HeadMarks{SerialNumber: w.text("000012"), Secrecy: w.text("机密★1年"), Urgency: w.text("特急")}
	d.Notice.Note, d.Notice.Imprint.Recipients = w.text("（联系人：张甲，电话：0000-1234567）"), w.text("主送：各县政府。")
	d.Handout.Letter = dossier.Letter{Number: w.text("甲督函〔2021〕1号"), CC: w.text("抄送：市环保局。"), Date: w.date(2021, 3, 9, "2021年3月9日")}
	if got := report(d, w); len(got) > 0 {
		t.Errorf("good elements: %q", got)
	}
	d.Handout.Letter.Number, d.Handout.Letter.CC = w.text("甲督函[2021]1号"), w.text("抄送:市环保局。")
	if got := report(d, w); !slices.Equal(got, []string{"doc-number: [2021]1号", "half-width: :"}) {
		t.Errorf("%q", got)
	}
}

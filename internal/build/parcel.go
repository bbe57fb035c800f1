package build

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hongtou/internal/bundle"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/filename"
)

// contents plans the archive of one recipient: names and editions, no bytes
// yet. Its documents are those of carried, in the same order.
func contents(d docset.Document) bundle.Contents {
	unit := d.Recipient.Unit.Name.Value
	out := bundle.Contents{
		Folder: unit, Date: d.Edition,
		Cover: bundle.Cover{Recipient: unit, Plan: d.Text.Dossier.Plan.Title.Value, Basis: basis(d), Edition: d.Edition},
	}
	for _, u := range d.Recipient.Units {
		out.Cover.Bodies = append(out.Cover.Bodies, u.Name.Value)
	}
	stems := formNames(d.Parts)
	for i, part := range d.Parts {
		one := bundle.Document{Title: label(part) + called(part), Edition: part.Edition}
		for _, f := range carried(part) {
			one.Files = append(one.Files, bundle.File{Name: nameInside(part, f, stems[i])})
		}
		out.Documents = append(out.Documents, one)
	}
	return out
}

// carried gives the files of a document that go into an archive. A form is for
// printing and typing into: its page for the screen stays out.
func carried(d docset.Document) []docset.File {
	return slices.DeleteFunc(slices.Clone(d.Files), func(f docset.File) bool { return d.Item != "" && f.Format == docset.HTML })
}

// nameInside is the name of a file inside its recipient's folder: it need not
// say whom it is for. A form has the stem of formNames.
func nameInside(d docset.Document, f docset.File, stem string) string {
	if d.Item == "" {
		return called(d) + "." + string(f.Format)
	}
	return d.Folder + "/" + stem + "." + string(f.Format)
}

// formNames names forms as their tasks are printed, 第七项: that is what people
// look for. Where the print would not do, because two tasks print the same or
// some system refuses it, it is the ID.
func formNames(parts []docset.Document) []string {
	times := map[string]int{}
	for _, p := range parts {
		times[filename.Fold(label(p))]++
	}
	var out []string
	for _, p := range parts {
		stem := label(p)
		if times[filename.Fold(stem)] > 1 || strings.Contains(stem, "/") || filename.Refusal(stem) != "" {
			stem = p.Item
		}
		out = append(out, stem)
	}
	return out
}

// called is the name of a document's kind as its plan calls it.
func called(d docset.Document) string {
	if d.Dossier == nil { // the website is not of one dossier
		return kindTitle(d.Kind)
	}
	return d.Dossier.Words.Say(kindTitle(d.Kind))
}

func kindTitle(k docset.Kind) string {
	for _, s := range docset.Kinds() {
		if s.Kind == k {
			return s.Title
		}
	}
	return string(k)
}

// label names the task that a document is about, 第七项; "" when it is about
// none.
func label(d docset.Document) string {
	if d.Item == "" || d.Recipient == nil {
		return ""
	}
	for _, s := range d.Recipient.All() {
		if s.Task.ID == d.Item {
			return s.Task.Label
		}
	}
	return ""
}

// basis cites the notices that gave the documents of an archive their words,
// oldest first.
func basis(d docset.Document) []string {
	n := d.Text.Issued.Notice
	out := []string{d.Dossier.Words.Say(cited(n.Title.Matter().Value, n.DocNumber, n.Date))}
	for _, a := range d.Sources {
		what := a.Title.Matter().Value
		if what == "" {
			what = "修改"
		}
		out = append(out, cited(what, a.DocNumber, a.Date))
	}
	return out
}

// cited names a notice by its day and by what it does: 2021年6月1日补充完善通知.
func cited(what string, number dossier.Text, date dossier.Date) string {
	out := date.Value + what + "通知"
	if number.Value != "" {
		out += "（" + number.Value + "）"
	}
	return out
}

// writeParcel writes all that decides the bytes of an archive: what it says
// and, for every file in it, what decides that file's bytes.
func writeParcel(w io.Writer, d docset.Document, of func(docset.File) string) {
	c := contents(d)
	fmt.Fprintf(w, "%q %q %q\n", c.Folder, c.Date, c.Note())
	for i, part := range d.Parts {
		for j, f := range carried(part) {
			fmt.Fprintf(w, "%q %s\n", c.Documents[i].Files[j].Name, of(f))
		}
	}
}

package build

import (
	"fmt"
	"io"
	"path"
	"slices"

	"hongtou/internal/bundle"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
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
	for _, part := range d.Parts {
		one := bundle.Document{Title: label(part) + kindTitle(part.Kind), Edition: part.Edition}
		for _, f := range carried(part) {
			one.Files = append(one.Files, bundle.File{Name: nameInside(part, f)})
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
// say whom it is for.
func nameInside(d docset.Document, f docset.File) string {
	if d.Item == "" {
		return kindTitle(d.Kind) + "." + string(f.Format)
	}
	folder := path.Base(path.Dir(path.Dir(f.Path)))
	return folder + "/" + d.Item + "." + string(f.Format)
}

func kindTitle(k docset.Kind) string {
	for _, s := range docset.Kinds() {
		if s.Kind == k {
			return s.Title
		}
	}
	return string(k)
}

// label names the task that a document is about: 第七项.
func label(d docset.Document) string {
	for _, s := range slices.Concat(d.Recipient.Responsible, d.Recipient.Supervised) {
		if s.Task.ID == d.Item {
			return s.Task.Label
		}
	}
	return ""
}

// basis cites the notices in force, oldest first.
func basis(d docset.Document) []string {
	n := d.Text.Issued.Notice
	out := []string{cited("通知", n.DocNumber, n.Date)}
	for _, a := range d.Text.Applied {
		out = append(out, cited("修改通知", a.DocNumber, a.Date))
	}
	return out
}

func cited(what string, number dossier.Text, date dossier.Date) string {
	out := date.Value + "的" + what
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

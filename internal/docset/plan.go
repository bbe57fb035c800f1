// Package docset says which documents an edition asks for, for whom, and what
// each file is called, before anything is rendered: edition + register in,
// planned documents out. Name collisions, reserved and over-long names are
// diagnostics.
package docset

import (
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// Kind is the manifest word of a document kind (design: notice, annex,
// amendment, …).
type Kind string

// Format is the manifest word of a file format.
type Format string

// The formats.
const (
	PDF  Format = "pdf"
	HTML Format = "html"
	XLSX Format = "xlsx"
	ZIP  Format = "zip"
)

// Document is one planned document: one composition, one or more files.
type Document struct {
	Kind      Kind
	Title     string               // for people, e.g. 印发通知
	Dossier   *dossier.Dossier     // what the edition says; read only
	Text      *amend.Edition       // the edition it prints, with the history of every value
	Before    *amend.Edition       // the one before that; only for documents that tell what changed
	Edition   string               // date of the newest notice that changed anything it prints
	Recipient *assign.Recipient    // whom it is for, as of Text; nil when not for one recipient
	Unit      string               // that recipient's unit ID, or ""
	Item      string               // ID of the item or aspect (17.2) it is about; "" when not about one
	Changes   *impact.Impact       // the step from Before to Text; nil when there is no Before
	Amendment *dossier.Amendment   // only for kinds that print one
	Sources   []*dossier.Amendment // notices that changed anything it prints, oldest first; only for what is handed out
	Folder    string               // Chinese name of the folder that holds documents of its kind for recipients; "" when there is none
	Parts     []Document           // the documents it is made of, or lists; of an archive only once it is Unpacked
	Former    []Document           // only for reissue lists: what the recipients had as of Before
	Files     []File

	inside []*Document // the documents of an archive: all that its recipient gets
}

// Unpacked gives an archive with its Parts, and any other document as it is.
// There are thousands of archives and they hold everything that recipients get:
// all their Parts together would be every document once more.
func (d Document) Unpacked() Document {
	if d.Parts == nil && len(d.inside) > 0 {
		d.Parts = make([]Document, len(d.inside))
		for i, part := range d.inside {
			d.Parts[i] = *part
		}
	}
	return d
}

// File is one file of a planned document.
type File struct {
	Format Format
	Path   string // slash-separated, relative to out/, as a clerk would name it
}

// Plan lists the documents that a dossier's editions ask for as of a date such
// as 2020-08-01, in the order of Kinds; "" means that all editions count. The
// editions are those of amend.Editions, oldest first. A dossier issued after
// the date has no documents. The names are checked with CheckNames; who plans
// several dossiers calls that again on the union.
func Plan(editions []*amend.Edition, asOf string) ([]Document, diag.List) {
	editions = until(editions, asOf)
	if len(editions) == 0 {
		return nil, nil
	}
	p := newPlanner(editions)
	var problems diag.List
	for _, k := range Kinds() {
		if k.Kind == toRecipients[0] {
			p.handOut()
		}
		problems.Add(p.add(k)...)
	}
	problems.Add(CheckNames(p.done)...)
	return p.done, problems.Sorted()
}

// add plans the documents of one kind. It reports those whose notice has no
// date, unless that was reported where the date should stand.
func (p *planner) add(k Spec) diag.List {
	if k.plan == nil {
		if !slices.Contains(toRecipients[:], k.Kind) { // those are there already
			p.done = append(p.done, p.now.made[k.Kind]...)
		}
		return undatedOf(k, p.now.undated[k.Kind])
	}
	var without []planned
	for _, one := range k.plan(p) {
		if one.edition == "" {
			without = append(without, one)
		} else {
			p.done = append(p.done, k.document(one))
		}
	}
	return undatedOf(k, without)
}

func undatedOf(k Spec, list []planned) diag.List {
	var problems diag.List
	for _, one := range list {
		if !one.text.Dossier.Unread.Dates {
			problems.Add(undated(k, one))
		}
	}
	return problems
}

func (k Spec) document(p planned) Document {
	d := p.text.Dossier
	k.Title = d.Words.Say(k.Title)
	out := Document{
		Kind: k.Kind, Title: k.Title, Dossier: d, Text: p.text, Before: p.before,
		Edition: p.edition, Recipient: p.recipient, Item: p.task, Changes: p.changes,
		Amendment: p.amendment, Sources: p.sources, Folder: p.folder, Parts: p.parts, Former: p.former, inside: p.inside,
	}
	if p.recipient != nil {
		out.Unit = p.recipient.Unit.ID
		out.Title += "（" + p.recipient.Unit.Name.Value + "）"
	}
	if p.share != "" {
		out.Title += "（" + p.share + "）"
	}
	formats := k.Formats
	if p.formats != nil {
		formats = p.formats
	}
	path := d.ID + "/"
	if p.folder != "" {
		path += p.folder + "/"
	}
	for _, f := range formats {
		out.Files = append(out.Files, File{Format: f, Path: path + p.stem(k.Title) + "." + string(f)})
	}
	return out
}

func undated(k Spec, p planned) diag.Diagnostic {
	return diag.Diagnostic{
		Severity: diag.Error, Code: "missing-date", At: p.at(),
		Message: "“" + k.Title + "”没有成文日期，无法确定版本日期和文件名",
		Hint:    "请补上成文日期",
	}
}

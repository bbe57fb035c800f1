package disclose

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/filename"
	"hongtou/internal/web"
)

// chapter is the part of the website that tells of one dossier.
type chapter struct {
	Dossier
	folder     string
	issued     *dossier.Dossier // as issued; its amendments are not all in force
	now        *amend.Edition   // the newest
	assignment assign.Assignment
	recipients []assign.Recipient   // of the newest edition
	everyone   [][]assign.Recipient // of every edition
	steps      []step
	texts      []text // the plan at each edition, oldest first
}

// text is plan and annex as of an edition: the issued notice or a consolidated
// text.
type text struct {
	edition *amend.Edition
	tree    *Document
	items   map[string]excerpt // by item ID
}

func newChapter(d Dossier) *chapter {
	c := &chapter{Dossier: d, issued: d.Editions[0].Issued, now: d.Editions[len(d.Editions)-1]}
	c.folder = docset.FolderOf(c.issued)
	c.steps = stepsOf(c.now)
	c.assignment = assign.Of(c.now)
	c.recipients = c.assignment.Recipients()
	for i, e := range d.Editions {
		c.everyone = append(c.everyone, assign.Of(e).Recipients())
		t := text{edition: e, tree: c.textOf(i)}
		t.items = excerpts(t.tree.Tree)
		c.texts = append(c.texts, t)
	}
	return c
}

// textOf finds the document that prints the plan as of an edition: the
// consolidated text of that day, the last one before it when nothing of the
// text changed on that day, or the notice.
func (c *chapter) textOf(i int) *Document {
	for ; i >= 0; i-- {
		if d := c.document(docset.Consolidated, c.Editions[i].Date); d != nil {
			return d
		}
	}
	return c.document(docset.Notice, "")
}

// document finds a document by its kind and edition; "" takes any.
func (c *chapter) document(k docset.Kind, edition string) *Document {
	i := slices.IndexFunc(c.Documents, func(d Document) bool { return d.Kind == k && (edition == "" || d.Edition == edition) })
	if i < 0 {
		return nil
	}
	return &c.Documents[i]
}

// of gives all documents of a kind, oldest first.
func (c *chapter) of(k docset.Kind) []*Document {
	var out []*Document
	for i := range c.Documents {
		if c.Documents[i].Kind == k {
			out = append(out, &c.Documents[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *Document) int { return strings.Compare(a.Edition, b.Edition) })
	return out
}

// at gives a path in the folder of the dossier.
func (c *chapter) at(name string) string { return c.folder + "/" + name }

func (c *chapter) index() web.Link { return web.Link{Words: c.name(), Path: c.at("index.html")} }

// name is what the dossier is called.
func (c *chapter) name() string {
	if v := c.issued.Name.Value; v != "" {
		return v
	}
	return c.issued.Plan.Title.Value
}

// trail leads from the home page to the page above one of this dossier.
func (c *chapter) trail(above ...web.Link) []web.Link {
	return append([]web.Link{homeLink, c.index()}, above...)
}

// address is where the page of a document lies; "" for an annex, which is
// offered for download only.
func (c *chapter) address(d *Document) string {
	switch d.Kind {
	case docset.Notice:
		return c.at("notice.html")
	case docset.Amendment, docset.Comparison:
		return c.at(string(d.Kind) + "-" + d.Amendment.ID + ".html")
	case docset.Consolidated:
		return c.at(string(d.Kind) + "-" + d.Edition + ".html")
	}
	return ""
}

// pages gives all pages of the dossier, its index first.
func (c *chapter) pages() []web.Page {
	out := []web.Page{c.indexPage(), c.itemsPage(), c.unitsPage(), c.noticePage()}
	for _, d := range c.of(docset.Amendment) {
		out = append(out, c.amendmentPage(d))
	}
	for _, d := range c.of(docset.Consolidated) {
		out = append(out, c.consolidatedPage(d))
	}
	for _, d := range c.of(docset.Comparison) {
		out = append(out, c.comparisonPage(d))
	}
	out = append(out, c.itemPages()...)
	for _, r := range c.recipients {
		out = append(out, c.unitPage(r))
	}
	for i := range out {
		c.end(&out[i])
	}
	return out
}

// attachments gives the files that the pages of the dossier offer.
func (c *chapter) attachments() []web.File {
	var out []web.File
	for i := range c.Documents {
		for _, f := range c.Documents[i].Files {
			out = append(out, web.File{Path: c.file(&c.Documents[i], f), Data: f.Data})
		}
	}
	return out
}

// file is where a file of a document lies.
func (c *chapter) file(d *Document, f File) string {
	name := d.Edition
	if d.Amendment != nil {
		name = d.Amendment.ID
	}
	return c.at(fmt.Sprintf("files/%s-%s.%s", d.Kind, name, f.Format))
}

// offers lists the files of some documents for download.
func (c *chapter) offers(documents ...*Document) []web.Attachment {
	var out []web.Attachment
	for _, d := range documents {
		if d == nil {
			continue
		}
		for _, f := range d.Files {
			out = append(out, web.Attachment{
				Name: nameOf(d, f), Path: c.file(d, f), Type: strings.ToUpper(string(f.Format)), Bytes: int64(len(f.Data)), Pages: f.Pages,
			})
		}
	}
	return out
}

// nameOf is what a file is called when people have it: the title of its
// document, which says more among the files of others than its kind, with the
// edition where the title has none. A title that no file can have gives way to
// the name of the kind.
func nameOf(d *Document, f File) string {
	title := d.Tree.Meta.Title
	if d.Kind != docset.Notice && d.Kind != docset.Amendment {
		if bare, bracketed := strings.CutSuffix(title, "）"); bracketed {
			title = bare + "，" + spoken(d.Edition) + "）"
		} else if title != "" {
			title += "（" + spoken(d.Edition) + "）"
		}
	}
	name := title + "." + string(f.Format)
	if title == "" || strings.Contains(name, "/") || filename.Refusal(name) != "" {
		return path.Base(f.Name)
	}
	return name
}

// annexAt gives the measures list as of a day.
func (c *chapter) annexAt(day string) *Document {
	var out *Document
	for _, d := range c.of(docset.Annex) {
		if d.Edition <= day {
			out = d
		}
	}
	return out
}

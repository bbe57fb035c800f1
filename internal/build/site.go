package build

import (
	"path"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/disclose"
	"hongtou/internal/docset"
	"hongtou/internal/web"
)

const siteHome = docset.SiteFolder + "/index.html"

// disclosed gives what the website tells of, without its documents.
func (c *content) disclosed() []disclose.Dossier {
	var out []disclose.Dossier
	for _, d := range c.dossiers {
		if editions := d.until(c.asOf); len(editions) > 0 && !d.boundless {
			out = append(out, disclose.Dossier{Editions: editions})
		}
	}
	return out
}

// unpublishable says why the website, if it is wanted, cannot be made.
func (c *content) unpublishable(wanted []*docset.Document) diag.List {
	if !slices.ContainsFunc(wanted, func(d *docset.Document) bool { return d.Kind == docset.Site }) {
		return nil
	}
	return disclose.Check(c.disclosed())
}

// site makes and stages the website, from the files that this run made and
// those of its attachments that were not asked for. What these have to tell is
// theirs: of the website only its own problems count.
func (w workshop) site(d *docset.Document, done finished, out *outcome) error {
	dossiers := slices.Clone(w.website)
	for _, part := range d.Parts {
		i := slices.IndexFunc(dossiers, func(x disclose.Dossier) bool { return slices.Contains(x.Editions, part.Text) })
		one, list, err := w.published(part, done)
		out.problems.Add(list...)
		if err != nil || out.problems.HasErrors() {
			return err
		}
		dossiers[i].Documents = append(dossiers[i].Documents, one)
	}
	s, list := disclose.Site(dossiers)
	if out.problems.Add(list...); out.problems.HasErrors() {
		return nil
	}
	outputs, err := web.Render(s, w.fonts, w.options.Jobs)
	if err != nil {
		return err
	}
	out.files = make([]made, len(outputs))
	group, failed := newGroup(w.options.Jobs)
	for i, o := range outputs {
		m := made{document: d, file: docset.File{Format: docset.Format(strings.TrimPrefix(path.Ext(o.Path), ".")), Path: docset.SiteFolder + "/" + o.Path}}
		if m.file.Path == siteHome {
			m.inputs, m.problems = w.inputs, len(list)
		}
		out.files[i] = m
		group.Go(func() error {
			if failed() {
				return nil
			}
			return w.session.Put(m.file.Path, o.Data)
		})
	}
	w.progress.step(d.Title)
	return group.Wait()
}

// published gathers a document of the website and the files of it that the
// website offers.
func (w workshop) published(d docset.Document, done finished) (disclose.Document, diag.List, error) {
	p := &partMaker{workshop: w, document: d, done: done}
	out := disclose.Document{Document: d, Tree: w.trees.of(d)}
	if out.Tree == nil {
		out.Tree = p.compose().Document
	}
	problems := p.told()
	if problems.HasErrors() {
		return out, problems, nil
	}
	for _, f := range d.Files {
		if f.Format == docset.HTML { // the website has pages of its own
			continue
		}
		one, list, err := p.file(f)
		problems.Add(list...)
		if err != nil || problems.HasErrors() {
			return out, problems, err
		}
		out.Files = append(out.Files, disclose.File{Format: f.Format, Name: path.Base(f.Path), Data: one.data, Pages: one.pages})
	}
	return out, problems, nil
}

package build

import (
	"path"
	"slices"
	"strings"

	"hongtou/internal/compose"
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
func (c *content) unpublishable(wanted []docset.Document) diag.List {
	if !slices.ContainsFunc(wanted, func(d docset.Document) bool { return d.Kind == docset.Site }) {
		return nil
	}
	return disclose.Check(c.disclosed())
}

// site makes and stages the website, from the files that this run made and
// those of its attachments that were not asked for.
func (w workshop) site(d docset.Document, done map[string]made) ([]made, diag.List, error) {
	var problems diag.List
	dossiers := slices.Clone(w.website)
	for _, part := range d.Parts {
		i := slices.IndexFunc(dossiers, func(x disclose.Dossier) bool { return slices.Contains(x.Editions, part.Text) })
		one, list, err := w.published(part, done)
		problems.Add(list...)
		if err != nil || problems.HasErrors() {
			return nil, problems, err
		}
		dossiers[i].Documents = append(dossiers[i].Documents, one)
	}
	s, list := disclose.Site(dossiers)
	problems.Add(list...)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	outputs, err := web.Render(s, w.fonts)
	if err != nil {
		return nil, problems, err
	}
	var out []made
	for _, o := range outputs {
		f := docset.File{Format: docset.Format(strings.TrimPrefix(path.Ext(o.Path), ".")), Path: docset.SiteFolder + "/" + o.Path}
		if err := w.session.Put(f.Path, o.Data); err != nil {
			return nil, problems, err
		}
		out = append(out, made{document: d, file: f})
	}
	return out, problems, nil
}

// published composes a document of the website and gathers the files that it
// offers.
func (w workshop) published(d docset.Document, done map[string]made) (disclose.Document, diag.List, error) {
	composed, problems := compose.Compose(w.templates, d)
	out := disclose.Document{Document: d, Tree: composed.Document}
	if problems.HasErrors() {
		return out, problems, nil
	}
	p := partMaker{workshop: w, document: d, done: done, composed: &composed}
	for _, f := range d.Files {
		if f.Format == docset.HTML { // the website has pages of its own
			continue
		}
		m, data, list, err := p.file(f)
		problems.Add(list...)
		if err != nil || problems.HasErrors() {
			return out, problems, err
		}
		out.Files = append(out.Files, disclose.File{Format: f.Format, Name: path.Base(f.Path), Data: data, Pages: m.pages})
	}
	return out, problems, nil
}

package build

import (
	"maps"
	"slices"

	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/publish"
)

// publish makes out/ hold the files and tells what it did.
func (w workshop) publish(p plan, c content, files []made, r *Report) error {
	w.progress.stage("写入", 0)
	before := w.session.Previous()
	manifest := listing(p, c, w.inputs, files, before)
	result, err := w.session.Commit(manifest)
	if err != nil {
		return err
	}
	w.progress.Done()
	r.take(result, files)
	r.tell(c, result, before, manifest)
	return nil
}

// listing describes out/ as it shall be. A run that makes only some kinds or
// formats leaves the others as the previous manifest has them, as long as they
// are still planned.
func listing(p plan, c content, inputs string, files []made, previous publish.Manifest) publish.Manifest {
	o := p.options
	m := publish.Manifest{InputsHash: inputs, Shard: o.shard()}
	if o.partial() && len(previous.Outputs) > 0 && previous.InputsHash != inputs {
		m.InputsHash = "" // what is left as it was may be older
	}
	for _, d := range c.dossiers {
		m.Dossiers = append(m.Dossiers, d.entry(c.asOf))
	}
	m.Outputs = make([]publish.Output, len(files), len(files)+len(previous.Outputs))
	for i := range files {
		m.Outputs[i] = files[i].entry()
	}
	if o.partial() {
		here := map[string]bool{}
		for _, f := range files {
			here[f.file.Path] = true
		}
		planned := plannedPaths(p.documents)
		for _, out := range previous.Outputs {
			stays := planned[out.Path]
			if out.Kind == string(docset.Site) { // all of it is made at once
				stays = planned[siteHome] && !here[siteHome]
			}
			if stays && !here[out.Path] {
				m.Outputs = append(m.Outputs, out)
			}
		}
	}
	return m
}

func plannedPaths(documents []docset.Document) map[string]bool {
	all := map[string]bool{}
	for _, d := range documents {
		for _, f := range d.Files {
			all[f.Path] = true
		}
	}
	return all
}

// recipientsOf names those whose documents a publication wrote or removed, in
// the register's order; one that the register does not know any more, by ID.
func (c *content) recipientsOf(r publish.Result, manifests ...publish.Manifest) []UnitReport {
	touched := map[string]bool{}
	for _, path := range slices.Concat(r.Written, r.Removed) {
		touched[path] = true
	}
	units := map[string]bool{}
	for _, m := range manifests {
		for _, o := range m.Outputs {
			if o.Unit != "" && touched[o.Path] {
				units[o.Unit] = true
			}
		}
	}
	out := []UnitReport{}
	for _, u := range c.units() {
		if units[u.ID] {
			out = append(out, unitReport(u))
			delete(units, u.ID)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(units)) {
		out = append(out, UnitReport{id, id})
	}
	return out
}

// units gives the units of the register, as the newest editions have them.
func (c *content) units() []*dossier.Unit {
	var out []*dossier.Unit
	for _, d := range c.dossiers {
		e := d.at(c.asOf)
		if e == nil || e.Dossier.Register == nil {
			continue
		}
		for i := range e.Dossier.Register.Units {
			out = append(out, &e.Dossier.Register.Units[i])
		}
	}
	return out
}

// entry lists the editions of a dossier as of a day, or of its newest notice
// when none is given.
func (d edited) entry(asOf string) publish.Dossier {
	out := publish.Dossier{ID: d.ID, AsOf: asOf}
	for _, e := range d.until(asOf) {
		out.Editions = append(out.Editions, e.Date)
		if asOf == "" {
			out.AsOf = e.Date
		}
	}
	return out
}

func (m *made) entry() publish.Output {
	out := publish.Output{
		Path: m.file.Path, Kind: string(m.document.Kind), Format: string(m.file.Format), Edition: m.document.Edition,
		Unit: m.document.Unit, Item: m.document.Item,
		Pages: m.pages, InputsHash: m.inputs, Key: m.key, Problems: m.problems,
	}
	if m.document.Dossier != nil { // the website is not of one dossier
		out.Dossier = m.document.Dossier.ID
	}
	return out
}

package build

import (
	"slices"

	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/publish"
)

// listing describes out/ as it shall be. A run that makes only some kinds or
// formats leaves the others as the previous manifest has them, as long as they
// are still planned.
func listing(o Options, c content, documents []docset.Document, files []made, previous publish.Manifest) publish.Manifest {
	var m publish.Manifest
	for i := range c.dossiers {
		m.Dossiers = append(m.Dossiers, dossierEntry(&c.dossiers[i], o.AsOf))
	}
	here := map[string]bool{}
	for _, f := range files {
		here[f.file.Path] = true
		m.Outputs = append(m.Outputs, f.entry())
	}
	if o.partial() {
		planned := plannedPaths(documents)
		for _, out := range previous.Outputs {
			if planned[out.Path] && !here[out.Path] {
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

// dossierEntry lists the editions of a dossier as of a date, or of its newest
// notice when none is given.
func dossierEntry(d *dossier.Dossier, asOf string) publish.Dossier {
	editions := []string{d.Notice.Date.ISO()}
	for _, a := range d.Amendments {
		editions = append(editions, a.Date.ISO())
	}
	slices.Sort(editions)
	editions = slices.Compact(editions)
	if asOf == "" {
		return publish.Dossier{ID: d.ID, AsOf: editions[len(editions)-1], Editions: editions}
	}
	later := slices.IndexFunc(editions, func(e string) bool { return e > asOf })
	if later >= 0 {
		editions = editions[:later]
	}
	return publish.Dossier{ID: d.ID, AsOf: asOf, Editions: editions}
}

func (m made) entry() publish.Output {
	return publish.Output{
		Path: m.file.Path, Kind: string(m.document.Kind), Format: string(m.file.Format),
		Dossier: m.document.Dossier.ID, Edition: m.document.Edition,
		Unit: m.document.Unit, Item: m.document.Item,
		Pages: m.pages, InputsHash: m.inputs,
	}
}

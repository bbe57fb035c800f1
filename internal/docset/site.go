package docset

import (
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/filename"
)

// SiteFolder is the folder of the website edition in out/.
const SiteFolder = "site"

// nothing is the plan of a kind that is not of one dossier.
func nothing(*planner) []planned { return nil }

// PlanSite plans the website edition of all dossiers, whose documents Plan gave
// and whose editions are those of amend.Editions; none when there is nothing
// to publish. Its parts are the documents it shows or offers: what organs
// issued and what is made of it for everybody, none of what is handed out.
// Consolidated texts that are no longer the newest are among them: what was
// published stays on its page. What files the website has shows only when it is made: the
// one that is planned is its home page.
func PlanSite(dossiers [][]*amend.Edition, documents []Document, asOf string) ([]Document, diag.List) {
	site := Document{Kind: Site, Files: []File{{Format: HTML, Path: SiteFolder + "/index.html"}}}
	for _, k := range Kinds() {
		if k.Kind == Site {
			site.Title = k.Title
		}
	}
	var problems diag.List
	for _, editions := range dossiers {
		own := func(d *Document) bool { return slices.Contains(editions, d.Text) }
		site.Parts = append(site.Parts, published(until(editions, asOf), documents, own)...)
		problems.Add(inTheWay(documents, own)...)
	}
	for _, d := range site.Parts {
		site.Edition = max(site.Edition, d.Edition)
	}
	if len(site.Parts) == 0 {
		return nil, problems
	}
	return []Document{site}, problems
}

// published gives the documents of one dossier that everybody may see.
func published(editions []*amend.Edition, documents []Document, own func(*Document) bool) []Document {
	var out []Document
	for i := range documents {
		d := &documents[i]
		switch d.Kind {
		case Notice, Annex, Amendment, Consolidated, Comparison:
		default:
			continue
		}
		if !own(d) {
			continue
		}
		if d.Kind == Consolidated {
			out = append(out, superseded(editions, *d)...)
		}
		out = append(out, *d)
	}
	return out
}

// superseded gives the consolidated texts before the newest.
func superseded(editions []*amend.Edition, newest Document) []Document {
	var out []Document
	for _, e := range editions {
		if e.Date < newest.Edition && changedOn(e, inText) {
			d := newest
			d.Dossier, d.Text, d.Edition = e.Dossier, e, e.Date
			d.Files = slices.Clone(newest.Files)
			for i, f := range d.Files {
				d.Files[i].Path = strings.ReplaceAll(f.Path, "（"+newest.Edition+"）", "（"+e.Date+"）")
			}
			out = append(out, d)
		}
	}
	return out
}

// inTheWay reports a dossier whose documents would lie in the website's folder.
func inTheWay(documents []Document, own func(*Document) bool) diag.List {
	last := "" // the folder looked at before: mostly the same
	for i := range documents {
		d := &documents[i]
		if !own(d) {
			continue
		}
		for _, f := range d.Files {
			first, _, _ := strings.Cut(f.Path, "/")
			if first != last && filename.Fold(first) == SiteFolder {
				return diag.List{nameProblem(Document{Dossier: d.Dossier}, "path-collision", f.Path, "“"+SiteFolder+"”是网站版的文件夹")}
			}
			last = first
		}
	}
	return nil
}

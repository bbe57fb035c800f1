package build

import (
	"hongtou/internal/diag"
	"hongtou/internal/docset"
)

// Build checks the content and makes out/ hold its documents.
func Build(o Options, p Progress) (Report, error) {
	return build(o.withDefaults(), p, func(*content) {})
}

// build runs the stages. Reading this function is reading the architecture:
// each stage takes what those before it gave, and an error among the problems
// ends the run before out/ is touched. The options are complete; what was read
// is shown to seen.
func build(o Options, p Progress, seen func(*content)) (Report, error) {
	report := newReport(o)
	opened := openAside(o) // fonts and templates, which all documents share and nobody changes
	defer opened.close()

	// Read content/, check it and apply the notices: every problem of every file.
	c, err := readAloud(o, p, seen)
	if err != nil {
		return report, err
	}
	report.Later = c.later()

	// Plan: which documents, for whom, named how. Nothing is rendered yet.
	plan, err := c.planFor(o)
	if err != nil {
		return report, err
	}
	tools, problems, err := opened.tools()
	if c.stops(&report, problems, err) {
		return report, err
	}

	// Take out/: from here on nobody else writes it.
	session, err := plan.begin()
	if err != nil {
		return report, err
	}
	defer session.Close()

	// Make what out/ does not hold already, and stage it.
	shop := workshop{tools: tools, session: session, options: plan.options, progress: &steps{to: p}, inputs: tools.inputs(c), website: c.disclosed()}
	files, problems, err := shop.produce(plan.wanted)
	if c.stops(&report, problems, err) {
		return report, err
	}

	// Publish: rename what was staged, remove what is stale, write the manifest.
	err = shop.publish(plan, c, files, &report)
	return report, err
}

// readAloud reads the content as a stage of a build.
func readAloud(o Options, p Progress, seen func(*content)) (content, error) {
	p.Stage("读取与检查", 0)
	c, err := read(o)
	if err != nil {
		return c, err
	}
	seen(&c)
	p.Done()
	return c, nil
}

// stops takes a stage's problems into the report and says whether the run ends.
func (c *content) stops(r *Report, problems diag.List, err error) bool {
	c.problems.List.Add(problems...)
	r.Problems = c.problems
	return err != nil || c.problems.List.HasErrors()
}

// Check reads and checks the content.
func Check(o Options) (CheckReport, error) {
	c, err := read(o.withDefaults())
	if err != nil {
		return CheckReport{}, err
	}
	c.plan() // for the names
	out := CheckReport{Problems: c.problems, Later: c.later(), Dossiers: []DossierSummary{}}
	for _, d := range c.dossiers {
		out.Dossiers = append(out.Dossiers, DossierSummary{d.ID, len(d.Annex.Items()), len(d.Amendments)})
	}
	out.Assigned = c.assignments()
	return out, nil
}

// List tells what Build would make.
func List(o Options) (ListReport, error) {
	o = o.withDefaults()
	c, err := read(o)
	if err != nil {
		return ListReport{}, err
	}
	if o, err = c.addressed(o); err != nil {
		return ListReport{}, err
	}
	out := ListReport{Later: c.later(), Documents: []DocumentSummary{}}
	for _, d := range o.wanted(c.plan()) {
		out.Documents = append(out.Documents, summary(*d, o))
	}
	out.Assigned = o.ours(c.assignments())
	out.Problems = c.problems
	return out, nil
}

func summary(d docset.Document, o Options) DocumentSummary {
	s := DocumentSummary{Kind: string(d.Kind), Title: label(d) + d.Title, Name: called(d), Edition: d.Edition, Unit: d.Unit, Item: d.Item}
	if d.Dossier != nil {
		s.Dossier = d.Dossier.ID
	}
	for _, f := range o.selected(&d) {
		s.Files = append(s.Files, f.Path)
	}
	return s
}

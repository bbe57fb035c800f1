package build

import (
	"hongtou/internal/docset"
)

// Build runs the stages. Reading this function is reading the architecture.
func Build(o Options, p Progress) (Report, error) {
	o = o.withDefaults()
	report := Report{Out: o.Out}

	// Read content/ and check it: every problem of every file in one run.
	p.Stage("读取与检查", 0)
	c, err := read(o)
	if err != nil {
		return report, err
	}
	p.Done()

	// Plan: which documents, for whom, named how. Nothing is rendered yet.
	documents := c.plan()

	// Fonts and templates are shared by all documents and never change.
	tools, problems, err := open(o)
	c.problems.List.Add(problems...)
	if report.Problems = c.problems; err != nil || c.problems.List.HasErrors() {
		return report, err
	}

	// Compose each document and render its files, several at once.
	p.Stage("编排与制作", len(documents))
	made, problems, err := makeAll(documents, tools, o, p)
	c.problems.List.Add(problems...)
	if report.Problems = c.problems; err != nil || c.problems.List.HasErrors() {
		return report, err
	}
	p.Done()

	// Publish: stage everything, then rename. The only stage that writes.
	p.Stage("写入", 0)
	result, err := publishAll(o, c, documents, made)
	if err != nil {
		return report, err
	}
	p.Done()
	report.Written, report.Unchanged, report.Removed, report.Kept = result.Written, result.Unchanged, result.Removed, result.Kept
	return report, nil
}

// Check reads and checks the content.
func Check(o Options) (CheckReport, error) {
	c, err := read(o.withDefaults())
	if err != nil {
		return CheckReport{}, err
	}
	c.plan() // for the names
	out := CheckReport{Problems: c.problems, Dossiers: []DossierSummary{}}
	for _, d := range c.dossiers {
		out.Dossiers = append(out.Dossiers, DossierSummary{d.ID, len(d.Annex.Items()), len(d.Amendments)})
	}
	return out, nil
}

// List tells what Build would make.
func List(o Options) (ListReport, error) {
	o = o.withDefaults()
	c, err := read(o)
	if err != nil {
		return ListReport{}, err
	}
	out := ListReport{Documents: []DocumentSummary{}}
	for _, d := range c.plan() {
		if s := summary(d, o); len(s.Files) > 0 {
			out.Documents = append(out.Documents, s)
		}
	}
	out.Problems = c.problems
	return out, nil
}

func summary(d docset.Document, o Options) DocumentSummary {
	s := DocumentSummary{Kind: string(d.Kind), Title: d.Title, Dossier: d.Dossier.ID, Edition: d.Edition}
	for _, f := range d.Files {
		if o.wants(d.Kind, f.Format) {
			s.Files = append(s.Files, f.Path)
		}
	}
	return s
}

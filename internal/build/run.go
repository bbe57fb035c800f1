package build

import (
	"hongtou/internal/docset"
	"hongtou/internal/publish"
)

// Build checks the content and makes out/ hold its documents.
func Build(o Options, p Progress) (Report, error) { return build(o, p, func(*content) {}) }

// build runs the stages. Reading this function is reading the architecture.
// What was read is shown to seen.
func build(o Options, p Progress, seen func(*content)) (Report, error) {
	o = o.withDefaults()
	report := newReport(o)

	// Read content/, check it and apply the notices: every problem of every file
	// in one run.
	p.Stage("读取与检查", 0)
	c, err := read(o)
	if err != nil {
		return report, err
	}
	report.Later = c.later()
	seen(&c)
	p.Done()

	// Plan: which documents, for whom, named how. Nothing is rendered yet.
	if o, err = c.addressed(o); err != nil {
		return report, err
	}
	documents := c.plan()
	wanted := o.wanted(documents)

	// What must not stand on a website stops the run before anything is made.
	c.problems.List.Add(c.unpublishable(wanted)...)

	// Fonts and templates are shared by all documents and never change.
	tools, problems, err := open(o)
	defer tools.memo.Close()
	c.problems.List.Add(problems...)
	if report.Problems = c.problems; err != nil || c.problems.List.HasErrors() {
		return report, err
	}

	if len(wanted) == 0 && o.nothing(documents) {
		return report, misused("核对 --as-of、--kind、--format 和 --unit；运行 hongtou list 查看可以生成的文件", "没有选中任何文件，%s 未动", o.Out)
	}

	session, err := publish.Begin(o.Out)
	if err != nil {
		return report, err
	}
	defer session.Close()
	if err := o.fits(session.Previous()); err != nil {
		return report, err
	}

	// When nothing has changed since out/ was made, it stands. Else compose each
	// document, render those of its files whose inputs are not those of the file
	// in out/, and stage them, several at once; then pack the archives that hold
	// them and make the website that offers them.
	shop := workshop{tools: tools, session: session, options: o, progress: &steps{to: p}, inputs: tools.inputs(c), website: c.disclosed()}
	files, stands := shop.standing(wanted)
	if !stands {
		files, problems, err = shop.makeAll(wanted)
		c.problems.List.Add(problems...)
		if report.Problems = c.problems; err != nil || c.problems.List.HasErrors() {
			return report, err
		}
	}

	// Publish: rename what was staged, remove what is stale, write the manifest.
	p.Stage("写入", 0)
	manifest := listing(o, c, shop.inputs, documents, files, session.Previous())
	result, err := session.Commit(manifest)
	if err != nil {
		return report, err
	}
	p.Done()
	report.take(result, files)
	report.Recipients = c.recipientsOf(result, session.Previous(), manifest)
	report.First = len(session.Previous().Outputs) == 0
	for _, d := range c.dossiers {
		report.Amendments += len(d.Amendments)
	}
	return report, nil
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
		out.Documents = append(out.Documents, summary(d, o))
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
	for _, f := range o.selected(d) {
		s.Files = append(s.Files, f.Path)
	}
	return s
}

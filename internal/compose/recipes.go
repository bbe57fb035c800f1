package compose

import (
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// recipe is one line of the table of kinds: which templates make the kind,
// from which view.
type recipe struct {
	kind     docset.Kind
	document string // template of PDF and HTML; "" = none
	workbook string // template of XLSX; "" = none
	view     func(*memory, docset.Document) view
	meta     func(docset.Document) doc.Meta
}

// view is what a template gets, and what it must put.
type view struct {
	data     any
	document func() []*value // values the document must carry; none for a kind without one
	workbook func() []*value // values the workbook must carry
	problems diag.List
}

func recipes() []recipe {
	return []recipe{
		{docset.Notice, "notice/document.md.tmpl", "", alone(noticeOf), noticeMeta},
		{docset.Annex, "annex/document.md.tmpl", "annex/workbook.md.tmpl", alone(annexOf), annexMeta},
		{docset.Amendment, "amendment/document.md.tmpl", "", alone(amendmentOf), amendmentMeta},
		{docset.Consolidated, "consolidated/document.md.tmpl", "", alone(consolidatedOf), consolidatedMeta},
		{docset.Comparison, "comparison/document.md.tmpl", "comparison/workbook.md.tmpl", alone(comparisonOf), comparisonMeta},
		{docset.TaskBook, "taskbook/document.md.tmpl", "taskbook/workbook.md.tmpl", taskBookOf, taskBookMeta},
		{docset.Letter, "letter/document.md.tmpl", "", handoverOf, handoverMeta},
		{docset.Acceptance, "acceptance/document.md.tmpl", "acceptance/workbook.md.tmpl", formsOf, formsMeta},
		{docset.Clauses, "clauses/document.md.tmpl", "", clausesOf, clausesMeta},
		{docset.Volume, "volume/document.md.tmpl", "", volumeOf, volumeMeta},
		{docset.Reissue, "reissue/document.md.tmpl", "reissue/workbook.md.tmpl", alone(reissueOf), reissueMeta},
		{docset.Ledger, "", "ledger/workbook.md.tmpl", alone(ledgerOf), ledgerMeta},
		{docset.Register, "register/document.md.tmpl", "register/workbook.md.tmpl", alone(registerOf), registerMeta},
	}
}

// alone is a view that no other document has anything in common with.
func alone(of func(docset.Document) view) func(*memory, docset.Document) view {
	return func(_ *memory, p docset.Document) view { return of(p) }
}

func recipeOf(k docset.Kind) (recipe, bool) {
	all := recipes()
	i := slices.IndexFunc(all, func(r recipe) bool { return r.kind == k })
	if i < 0 {
		return recipe{}, false
	}
	return all[i], true
}

func noticeOf(p docset.Document) view {
	d, x := p.Text.Issued, newEdition(nil)
	v := noticeView{Letter: letter("notice", d.Notice), Plan: x.plan(d.Plan), Annex: x.annex(d.Annex)}
	return view{data: v, document: v.must}
}

func annexOf(p docset.Document) view {
	x := newEdition(p.Text)
	v := x.annex(p.Dossier.Annex)
	v.Sources = x.sources(func(a dossier.Address) bool { return !inPlan(a) && !registered(a) })
	return view{data: v, document: v.must, workbook: v.mustTabulate}
}

func amendmentOf(p docset.Document) view {
	v := amendment(*p.Amendment)
	return view{data: v, document: v.must}
}

func consolidatedOf(p docset.Document) view {
	x := newEdition(p.Text)
	v := consolidatedView{Plan: x.plan(p.Dossier.Plan), Annex: x.annex(p.Dossier.Annex)}
	v.Sources = x.sources(func(a dossier.Address) bool { return !registered(a) })
	return view{data: v, document: v.must}
}

func comparisonOf(p docset.Document) view {
	v := newComparison(p)
	return view{data: v, document: v.must, workbook: v.must}
}

func noticeMeta(p docset.Document) doc.Meta {
	return meta(p, p.Dossier.Notice, p.Dossier.Notice.Title)
}

func annexMeta(p docset.Document) doc.Meta {
	if p.Text.Amended() {
		return madeMeta(p, p.Dossier.Annex.Title.Value+"（整理本）")
	}
	return meta(p, p.Dossier.Notice, p.Dossier.Annex.Title)
}

func consolidatedMeta(p docset.Document) doc.Meta {
	return madeMeta(p, p.Dossier.Plan.Title.Value+"（整理本）")
}

func comparisonMeta(p docset.Document) doc.Meta {
	return madeMeta(p, planInMarks(p.Dossier)+"修改前后对照表")
}

// madeMeta describes what the program made of what organs issued: it has no
// author and no number.
func madeMeta(p docset.Document, title string) doc.Meta {
	m := meta(p, dossier.Notice{}, dossier.Title{Text: dossier.Text{Value: title}})
	m.Date = p.Edition
	return m
}

func amendmentMeta(p docset.Document) doc.Meta { return meta(p, p.Amendment.Notice, p.Amendment.Title) }

func meta(p docset.Document, n dossier.Notice, title dossier.Title) doc.Meta {
	var authors []string
	for _, o := range n.Issuers {
		authors = append(authors, o.Value)
	}
	m := doc.Meta{
		Kind: string(p.Kind), Title: title.Value, Subject: n.DocNumber.Value,
		Author: strings.Join(authors, "、"), Date: n.Date.ISO(), Edition: p.Edition,
	}
	if name := p.Dossier.Name.Value; name != "" {
		m.Keywords = []string{name}
	}
	return m
}

package docset

import (
	"slices"
	"strconv"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// The kinds of documents.
const (
	Notice       Kind = "notice"
	Annex        Kind = "annex"
	Amendment    Kind = "amendment"
	Consolidated Kind = "consolidated"
	Comparison   Kind = "comparison"
	TaskBook     Kind = "taskbook"
	Letter       Kind = "letter"
	Acceptance   Kind = "acceptance"
	Clauses      Kind = "clauses"
	Reissue      Kind = "reissue"
	Ledger       Kind = "ledger"
	Register     Kind = "register"
	Volume       Kind = "volume"
	Bundle       Kind = "bundle"
	Site         Kind = "site"
)

// Spec is one line of the table of kinds.
type Spec struct {
	Kind    Kind
	Title   string                   // Chinese name, also the stem of the file names
	Formats []Format                 // every document of the kind is made in these
	plan    func(*planner) []planned // nil for what is handed out: handing plans it
}

// planned is a document before it has names.
type planned struct {
	version
	recipient *assign.Recipient
	task      string // ID of the aspect it is about
	amendment *dossier.Amendment
	parts     []Document
	inside    []*Document // instead of parts, of an archive
	former    []Document
	share     string // 第一册, of a document that is divided
	naming
}

// version says from which edition a document is made, and why from that one.
type version struct {
	text    *amend.Edition
	before  *amend.Edition
	edition string               // date of the newest notice that changed anything it prints
	serial  int                  // of that notice within its day
	changes *impact.Impact       // from before to text
	sources []*dossier.Amendment // notices that changed anything it prints
}

// naming says what a document's files are called.
type naming struct {
	named   bool     // whether the edition stands in the file names
	folder  string   // "" for the dossier's own
	name    string   // in the folder; "" for the kind's Chinese name
	formats []Format // nil for all of the kind
}

// each goes through the documents that this one is made of.
func (p planned) each(yield func(*Document) bool) {
	for i := range p.parts {
		if !yield(&p.parts[i]) {
			return
		}
	}
	for _, d := range p.inside {
		if !yield(d) {
			return
		}
	}
}

// at is where the document's notice stands in the source.
func (p planned) at() diag.Position {
	if p.amendment != nil {
		return p.amendment.Title.At
	}
	return p.text.Issued.Notice.Title.At
}

// Kinds is the table of kinds, in the order documents are listed and made. A
// new kind is a line here, a planning function, a folder of templates and a
// view in compose.
func Kinds() []Spec {
	return []Spec{
		{Notice, "印发通知", []Format{PDF, HTML}, planNotice},
		{Annex, "整改措施清单", []Format{PDF, HTML, XLSX}, planAnnex},
		{Amendment, "修改通知", []Format{PDF, HTML}, planAmendments},
		{Consolidated, "整理本", []Format{PDF, HTML}, planConsolidated},
		{Comparison, "修改前后对照表", []Format{PDF, HTML, XLSX}, planComparisons},
		{TaskBook, "任务书", []Format{PDF, HTML, XLSX}, nil},
		{Letter, "交办函", []Format{PDF, HTML}, nil},
		{Acceptance, "销号验收表", []Format{PDF, HTML, XLSX}, nil},
		{Clauses, "现行条款", []Format{PDF}, nil},
		{Reissue, "换发清单", []Format{PDF, HTML, XLSX}, planReissues},
		{Ledger, "整改台账", []Format{XLSX}, nil},
		{Register, "发放登记表", []Format{PDF, XLSX}, nil},
		{Volume, "任务书汇编", []Format{PDF}, nil},
		{Bundle, "分发包", []Format{ZIP}, nil},
		{Site, "网站版", []Format{HTML}, nothing},
	}
}

var withEdition = naming{named: true}

func planNotice(p *planner) []planned {
	return []planned{{version: version{text: p.editions[0], edition: issued(p.editions), serial: 1}}}
}

// planAnnex plans the measures list as issued, and again for every edition in
// which it changed.
func planAnnex(p *planner) []planned {
	es := p.editions
	var out []planned
	for i, e := range es {
		if i == 0 || changedOn(e, inAnnex) {
			out = append(out, planned{version: version{text: e, edition: e.Date, serial: 1}, naming: withEdition})
		}
	}
	return out
}

// planAmendments plans every notice that is in force, whether it could be
// carried out or not: it prints the notice as issued.
func planAmendments(p *planner) []planned {
	es := p.editions
	last := es[len(es)-1]
	var out []planned
	for i := range last.Issued.Amendments {
		a := &last.Issued.Amendments[i]
		if day := a.Date.ISO(); day <= last.Date {
			out = append(out, planned{version: version{text: editionOf(es, day), edition: day, serial: a.Serial}, naming: withEdition, amendment: a})
		}
	}
	return out
}

// planConsolidated plans plan and annex as amended, for the newest edition in
// which either changed.
func planConsolidated(p *planner) []planned {
	es := p.editions
	for _, e := range slices.Backward(es) {
		if changedOn(e, inText) {
			return []planned{{version: version{text: e, edition: e.Date, serial: 1}, naming: withEdition}}
		}
	}
	return nil
}

// planComparisons plans a comparison for every notice that changed a word.
func planComparisons(p *planner) []planned {
	es := p.editions
	var out []planned
	for _, a := range es[len(es)-1].Applied {
		day := a.Date.ISO()
		e := editionOf(es, day)
		if changedBy(e, a.ID) {
			v := version{text: e, before: before(es, e), edition: day, serial: a.Serial}
			out = append(out, planned{version: v, naming: withEdition, amendment: a})
		}
	}
	return out
}

// stem is the file name without its ending: the kind's Chinese name, with the
// edition in full-width brackets when one dossier has several such documents.
func (p planned) stem(title string) string {
	switch {
	case p.name != "":
		return p.name
	case p.share != "":
		return title + "（" + p.share + "）"
	case !p.named:
		return title
	}
	edition := p.edition
	if p.serial > 1 {
		edition += "-" + strconv.Itoa(p.serial)
	}
	return title + "（" + edition + "）"
}

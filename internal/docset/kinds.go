package docset

import (
	"strconv"

	"hongtou/internal/dossier"
)

// The kinds that are planned today.
const (
	Notice    Kind = "notice"
	Annex     Kind = "annex"
	Amendment Kind = "amendment"
)

// Spec is one line of the table of kinds.
type Spec struct {
	Kind    Kind
	Title   string   // Chinese name, also the stem of the file names
	Formats []Format // every document of the kind is made in these
	plan    func(d *dossier.Dossier, asOf string) []planned
}

// planned is a document before it has names.
type planned struct {
	dated     dossier.Date // of the notice that sets the edition
	serial    int          // of that notice within its day
	named     bool         // whether the edition stands in the file names
	amendment *dossier.Amendment
}

// Kinds is the table of kinds, in the order documents are listed and made. A
// new kind is a line here, a planning function, a folder of templates and a
// view in compose.
func Kinds() []Spec {
	return []Spec{
		{Notice, "印发通知", []Format{PDF, HTML}, planNotice},
		{Annex, "整改措施清单", []Format{PDF, HTML, XLSX}, planAnnex},
		{Amendment, "修改通知", []Format{PDF, HTML}, planAmendments},
	}
}

func planNotice(d *dossier.Dossier, _ string) []planned {
	return []planned{{dated: d.Notice.Date, serial: 1}}
}

// planAnnex plans the measures list as issued. Its edition is the date of
// the notice that issued it.
func planAnnex(d *dossier.Dossier, _ string) []planned {
	return []planned{{dated: d.Notice.Date, serial: 1, named: true}}
}

func planAmendments(d *dossier.Dossier, asOf string) []planned {
	var out []planned
	for i := range d.Amendments {
		a := &d.Amendments[i]
		if asOf != "" && a.Date.ISO() > asOf {
			continue
		}
		out = append(out, planned{dated: a.Date, serial: a.Serial, named: true, amendment: a})
	}
	return out
}

// stem is the file name without its ending: the kind's Chinese name, with the
// edition in full-width brackets when one dossier has several such documents.
func (p planned) stem(title string) string {
	if !p.named {
		return title
	}
	edition := p.dated.ISO()
	if p.serial > 1 {
		edition += "-" + strconv.Itoa(p.serial)
	}
	return title + "（" + edition + "）"
}

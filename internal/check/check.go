// Package check judges a loaded dossier. In: the dossiers of one content
// folder with their register. Out: every problem, all at once, each with its
// place, by one small function per rule (rules.go). It reads text by the
// clauses of GB/T 9704-2012 (numbering 7.3.3, document number 7.2.5,
// attachments 7.3.4), GB/T 15834 (punctuation) and by what the data say about
// each other. It changes nothing and reads no files.
package check

import (
	"fmt"
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// Options choose what Check does beyond its defaults.
type Options struct {
	Enable []string // codes of rules that are off by default
}

// Check applies every rule to the dossiers, which share one register, and
// gives the problems in the order of their places. What the content marks as
// a slip of the original ({sic=…}) is reported as that and nothing else.
func Check(dossiers []dossier.Dossier, opt Options) diag.List {
	o, out := newOffice(dossiers)
	for _, r := range rules {
		if r.Off && !slices.Contains(opt.Enable, r.Code) {
			continue
		}
		out.Add(r.apply(o)...)
	}
	return fewPerFile(withoutBlanksInNames(onlyUnfilled(o.withoutSlips(out))).Sorted())
}

// office is everything of one run: the dossiers as scenes and the register.
type office struct {
	reg    *dossier.Register
	index  *register.Index
	scenes []*scene
	names  []printed // the register's own texts
	whole  bool      // no dossier was left out
}

// scene is one dossier with what several rules need of it.
type scene struct {
	*dossier.Dossier
	index  *register.Index
	texts  []printed // every printed text, in printed order
	duties []duty    // who answers for what, as issued and after each amendment

	items    map[string]*dossier.Item // by ID, the first of duplicates
	editions []*amend.Edition         // as issued and after each day of amendments
	refused  diag.List                // changes that cannot be carried out
}

// newOffice prepares a run. A dossier with a paragraph, or with duties, beyond
// all measure is reported and not looked at further, so that the work stays
// bounded.
func newOffice(dossiers []dossier.Dossier) (*office, diag.List) {
	o := &office{reg: &dossier.Register{}, whole: true}
	for _, d := range dossiers {
		if d.Register != nil {
			o.reg = d.Register
		}
	}
	o.index = register.New(o.reg)
	o.names = registerTexts(o.reg)
	var out diag.List
	for i := range dossiers {
		s := &scene{Dossier: &dossiers[i], index: o.index, texts: dossierTexts(&dossiers[i])}
		if long := longParagraphs(s.texts); len(long) > 0 {
			out.Add(long...)
			o.whole = false
			continue
		}
		if boundless := s.prepare(); len(boundless) > 0 {
			out.Add(boundless...)
			o.whole = false
			continue
		}
		o.scenes = append(o.scenes, s)
	}
	return o, out
}

// prepare reads what several rules share. A dossier that is beyond all measure
// is not prepared to the end.
func (s *scene) prepare() diag.List {
	s.items = map[string]*dossier.Item{}
	for p := range s.Annex.Parts {
		for i := range s.Annex.Parts[p].Items {
			item := &s.Annex.Parts[p].Items[i]
			if s.items[item.ID] == nil {
				s.items[item.ID] = item
			}
		}
	}
	s.editions, s.refused = amend.Editions(s.Dossier)
	if boundless := Boundless(s.editions); len(boundless) > 0 {
		return boundless
	}
	s.duties = dutiesOf(s)
	return nil
}

// longestParagraph is far above what is printed (the real case has 3,000
// characters at most).
const longestParagraph = 20000

func longParagraphs(ts []printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, p := range ts {
		if len(p.rs) > longestParagraph {
			d := mark(p.At, 0, fmt.Sprintf("一段有%d字，超过%d字的上限，本案卷不再检查", len(p.rs), longestParagraph), "分段")
			d.Code = codeLong
			out = append(out, d)
		}
	}
	return out
}

// apply runs a rule over everything it looks at.
func (r Rule) apply(o *office) diag.List {
	var out diag.List
	add := func(ds []diag.Diagnostic) {
		for _, d := range ds {
			d.Code, d.Severity = r.Code, r.Severity
			out.Add(d)
		}
	}
	if r.register != nil && r.needs&o.unread() == 0 {
		add(r.register(o))
	}
	for _, p := range o.names {
		if r.text != nil {
			add(few(r.text(p)))
		}
	}
	for _, s := range o.scenes {
		if r.dossier != nil && r.needs&s.unread() == 0 {
			add(r.dossier(s))
		}
		for _, p := range s.texts {
			if r.text != nil {
				add(few(r.text(p)))
			}
		}
	}
	return out
}

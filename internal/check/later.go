package check

import (
	"fmt"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// Edition judges what an edition contradicts without anybody's mistake: the
// numbers that the text states, which stay as issued when notices add or
// delete items.
func Edition(e *amend.Edition) diag.List {
	var out diag.List
	if !e.Amended() {
		return out
	}
	mistaken := map[diag.Position]bool{} // already as issued: counts reports them
	for _, d := range statedCounts(e.Issued, wrong) {
		mistaken[d.At] = true
	}
	for _, d := range statedCounts(e.Dossier, notLonger) {
		if !mistaken[d.At] {
			d.Code, d.Severity = codeLater, diag.Warning
			out.Add(d)
		}
	}
	return out.Sorted()
}

// laterCounts judges the text in force after all amendments.
func laterCounts(s *scene) []diag.Diagnostic {
	return Edition(s.editions[len(s.editions)-1])
}

// notLonger words what a number contradicts: the issued text, or the text in
// force.
func notLonger(words, unit string, real int) (message, hint string) {
	return fmt.Sprintf("正文称“%s%s”，现为%d%s，原文不改", words, unit, real, unit), "需要更正的，由修改通知一并修改"
}

// everyItem gives the items as issued, then those that amendments insert.
func (s *scene) everyItem() []dossier.Item {
	out := s.Annex.Items()
	for _, a := range s.Amendments {
		for _, c := range a.Changes {
			if c.Inserted != nil {
				out = append(out, *c.Inserted)
			}
		}
	}
	return out
}

// inForce gives the items that are not deleted.
func inForce(items []dossier.Item) []dossier.Item {
	var out []dossier.Item
	for _, i := range items {
		if !i.Deleted {
			out = append(out, i)
		}
	}
	return out
}

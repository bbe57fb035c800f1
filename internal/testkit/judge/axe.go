package judge

import (
	"os"
	"strings"
	"testing"
)

// axeScript reads axe-core, which Page.Axe puts into pages.
func axeScript(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(npmFile(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Axe returns what axe-core holds against the page as it is shown now: every
// violation of its rules, those of good practice included, one for each place.
// It loads nothing (preload), so that the network log stays that of the page.
func (p *Page) Axe() []Finding {
	p.t.Helper()
	present := false
	if p.Eval("typeof axe === 'object'", &present); !present {
		p.Eval(axeScript(p.t)+";true", nil)
	}
	var violations []struct {
		ID, Help string
		Nodes    []struct {
			Target         []any
			HTML           string
			FailureSummary string
		}
	}
	p.Eval(`axe.run(document, {resultTypes: ["violations"], preload: false}).then(r => r.violations)`, &violations)
	address := p.Address()
	var found []Finding
	for _, v := range violations {
		for _, n := range v.Nodes {
			place := ""
			if len(n.Target) > 0 {
				place, _ = n.Target[0].(string)
			}
			html := []rune(n.HTML)
			found = append(found, Finding{
				Path: address, Rule: v.ID, Place: place,
				Text: v.Help + ": " + string(html[:min(200, len(html))]) + " " + strings.Join(strings.Fields(n.FailureSummary), " "),
			})
		}
	}
	return found
}

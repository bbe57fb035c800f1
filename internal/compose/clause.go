package compose

import (
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// clauses names every value of a dossier for a comparison: 第六项 and 整改时限,
// 实施方案 and 五、（二）.
func clauses(d *dossier.Dossier) map[dossier.Address][]string {
	out := map[dossier.Address][]string{}
	numbers := map[string]string{}
	for _, p := range d.Plan.Body {
		numbers[p.ID] = p.Number
		out[planAddress(p)] = []string{"方案", planPath(p.ID, numbers)}
	}
	for i, part := range d.Annex.Parts {
		out[partAddress(i)] = []string{"清单", "第" + zh.Numeral(i+1) + "部分标题"}
		for _, item := range part.Items {
			clausesOfItem(out, item)
		}
	}
	return out
}

// planPath joins the numbers down to a paragraph; one without a number is
// counted: 五、（二）第1段.
func planPath(id string, numbers map[string]string) string {
	var b strings.Builder
	path := ""
	for _, step := range strings.Split(id, ".") {
		path = strings.TrimPrefix(path+"."+step, ".")
		if n, bare := strings.CutPrefix(step, "p"); bare {
			b.WriteString("第" + n + "段")
		} else {
			b.WriteString(numbers[path])
		}
	}
	return b.String()
}

func clausesOfItem(out map[dossier.Address][]string, item dossier.Item) {
	out[dossier.Address(item.ID)] = []string{item.Number}
	out[under(item.ID, "problem")] = []string{item.Number, "反馈问题"}
	out[under(item.ID, "remarks")] = []string{item.Number, "说明"}
	for _, a := range item.Aspects {
		number := item.Number + a.Number
		if len(a.Problem) > 0 {
			out[under(a.ID, "problem")] = []string{number, "反馈问题"}
		}
		for _, f := range a.Fields {
			out[under(a.ID, string(f.Kind))] = []string{number, f.Label.Value}
			for _, m := range f.Measures {
				out[dossier.Address(m.ID)] = []string{number, f.Label.Value + measureName(m, a.ID)}
			}
		}
	}
}

// measureName tells a measure from its siblings by its number, one without a
// number by its place.
func measureName(m dossier.Measure, aspect string) string {
	rest := strings.TrimPrefix(m.ID, aspect+".")
	_, place, further := strings.Cut(rest, ".p")
	switch {
	case m.Number != "":
		return m.Number
	case further:
		return "第" + place + "段"
	case m.Lead:
		return "引语"
	case rest == "1":
		return ""
	}
	return "第" + rest + "段"
}

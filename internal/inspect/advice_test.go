package inspect

import (
	"testing"

	"hongtou/internal/gbt9704"
	"hongtou/internal/norm"
	"hongtou/internal/printout"
	"hongtou/internal/textlint"
)

func TestFewer(t *testing.T) {
	at := func(x0, x1 float64) printout.Box { return printout.Box{X0: x0, Y0: 50, X1: x1, Y1: 56} }
	say := func(basis string, box printout.Box, message string) textlint.Advice {
		return textlint.Advice{Basis: basis, Page: 1, Box: box, Message: message}
	}
	fails := func(id, part string, box printout.Box) Row {
		return Row{clause(id, part, gbt9704.Must, ""), norm.Result{Verdict: norm.Fails, Places: []norm.Place{{Page: 1, Box: box}}}}
	}
	comma := say("GB/T 15834—2011 5.1", at(60, 62), "“,”改为“，”")
	unit := say("GB 3100～3102—1993", at(60, 70), "单位符号“ug/m3”写作“μg/m³”")
	power := say("GB 3100～3102—1993", at(64, 70), "“m3”的数字用上标，写作“m³”")
	year := say("GB/T 9704—2012 7.2.5", at(60, 90), "年份用六角括号，写作“〔2024〕5号”")
	held := fails("9", "标点", at(50, 70))
	held.Result.Verdict = norm.Holds
	for _, c := range []struct {
		name string
		all  []textlint.Advice
		rows []Row
		want []textlint.Advice
	}{
		{"alone", []textlint.Advice{comma, year}, nil, []textlint.Advice{comma, year}},
		{"told by the clause", []textlint.Advice{comma, year}, []Row{fails("9", "标点", at(50, 70))}, []textlint.Advice{year}},
		{"the clause holds", []textlint.Advice{comma}, []Row{held}, []textlint.Advice{comma}},
		{"told elsewhere", []textlint.Advice{comma}, []Row{fails("9", "标点", at(70, 90))}, []textlint.Advice{comma}},
		{"another matter", []textlint.Advice{comma, unit}, []Row{fails("5.2.1", "订口", at(50, 90)), fails("9", "数字", at(50, 90))}, []textlint.Advice{comma, unit}},
		{"number", []textlint.Advice{year, unit}, []Row{fails("7.2.5", "写法", at(50, 90))}, []textlint.Advice{unit}},
		{"same cure", []textlint.Advice{power, unit}, nil, []textlint.Advice{unit}},
		{"same cure elsewhere", []textlint.Advice{comma, say(comma.Basis, at(80, 82), comma.Message)}, nil,
			[]textlint.Advice{comma, say(comma.Basis, at(80, 82), comma.Message)}},
	} {
		got := fewer(c.all, c.rows)
		same := len(got) == len(c.want)
		for i := range got {
			same = same && got[i] == c.want[i]
		}
		if !same {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

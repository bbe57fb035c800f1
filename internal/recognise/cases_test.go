package recognise_test

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/dossier"
	"hongtou/internal/recognise"
	"hongtou/internal/zh"
)

// score compares the items of a draft with the tasks: right of all fields.
func score(d recognise.Draft, ts []task, print func(int) string, ordinal func(int) int) (right, all int, wrong []string) {
	f := usualForm()
	if print != nil {
		f.measure = print
	}
	items := d.Annex.Items()
	say := func(ok bool, what, got, want string) {
		all++
		if ok {
			right++
		} else if len(wrong) < 4 {
			wrong = append(wrong, what+"\n  got  "+got+"\n  want "+want)
		}
	}
	for i, t := range ts {
		var it recognise.Item
		if i < len(items) {
			it = items[i]
		}
		problem := ""
		for _, p := range it.Problem {
			problem += p.Value()
		}
		n := i + 1
		if ordinal != nil {
			n = ordinal(n)
		}
		want := opening(d.Annex.Numbering, n, problem) + t.problem
		say(problem == want, zh.Ordinal(n), problem, want)
		for _, k := range append(append([]dossier.FieldKind(nil), kinds...), dossier.Measures) {
			got := ""
			if len(it.Aspects) == 1 {
				if field := it.Aspects[0].Field(k); field != nil {
					got = field.Content()
				}
			}
			expect := t.fields[k]
			if k == dossier.Measures {
				for n, m := range f.numbered(t) {
					if n > 0 {
						expect += "\n"
					}
					expect += m
				}
			}
			say(got == expect, zh.Ordinal(n)+string(k), got, expect)
		}
	}
	return right, all, wrong
}

// opening is the number before an item's problem: kept as the list prints it,
// where a dossier knows the numbering, else 第N项，.
func opening(numbering string, n int, printed string) string {
	switch numbering {
	case "1.":
		if wide := fmt.Sprintf("%d．", n); strings.HasPrefix(printed, wide) {
			return wide
		}
		return fmt.Sprintf("%d.", n)
	case "（1）":
		return fmt.Sprintf("（%d）", n)
	case "一、":
		return zh.Numeral(n) + "、"
	case "（一）":
		return "（" + zh.Numeral(n) + "）"
	}
	return zh.Ordinal(n) + "，"
}

// TestVariants imports each variant of the real and of neutral tasks: 99 % of
// the fields are exactly right, every character is accounted for, every doubt
// has its line.
func TestVariants(t *testing.T) {
	sources := []struct {
		name  string
		tasks []task
	}{{"原文", realTasks()}, {"例文", neutralTasks()}}
	total, good := 0, 0
	for _, v := range variants() {
		for _, s := range sources {
			ms := v.make(s.tasks)
			d, rep := recognise.Recognise(ms, nil)
			if err := recognise.Account(ms, d, rep); err != nil {
				t.Errorf("%s %s: %v", v.name, s.name, err)
			}
			want := s.tasks
			if v.want != nil {
				want = v.want(want)
			}
			right, all, wrong := score(d, want, v.print, v.ordinal)
			total, good = total+all, good+right
			t.Logf("%-24s %s %d/%d 疑问%d 未放%d", v.name, s.name, right, all, len(rep.Doubts), len(rep.Unplaced))
			if right*100 < all*99 || len(d.Annex.Items()) != len(want) {
				t.Errorf("%s %s: %d of %d, %d items", v.name, s.name, right, all, len(d.Annex.Items()))
			}
			for _, w := range wrong {
				t.Logf("%.900s", w)
			}
			if s.name == "例文" && len(rep.Doubts) < v.doubts {
				t.Errorf("%s: %d doubts, want %d", v.name, len(rep.Doubts), v.doubts)
			}
			for _, x := range rep.Doubts {
				if x.Place.Line == 0 || x.File == "" || x.Why == "" || x.Assumed == "" {
					t.Errorf("%s: a doubt without its place: %+v", v.name, x)
					break
				}
			}
		}
	}
	t.Logf("%d cases, %d of %d fields", len(variants())*2, good, total)
}

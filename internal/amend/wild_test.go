package amend

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/load"
	"hongtou/internal/source"
)

// Values that wild instructions are put together from: right ones, wrong ones
// and right ones in the wrong place.
var (
	wildKeys = map[string][]string{
		"item":    {"01", "02", "02.1", "02.2", "03", "04", "05", "09"},
		"field":   {"goal", "deadline", "responsible", "persons", "leaders", "supervisors", "measures", "measures", "measures"},
		"measure": {"01.1", "01.2", "01.3", "01.lead", "01.1.p2", "01.1.1", "02.1.1", "02.2.1", "03.1", "03.2", "01.4", "04.1"},
		"plan":    {"p1", "1", "1.p1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "2.2", "3", "1.3", "3.p1", "p2"},
		"part":    {"1", "2", "3"},
		"unit":    {"jia", "yi", "bing", "ding", "wu"},
		"person":  {"张三", "李四", "王五", "赵六"},
		"verb":    {"replace", "insert", "delete", "renumber", "rename", "merge"},
		"expect":  {"00000000", "排查。", `排查。\n再排查。`, "张三", "市乙局"},
		"find":    {"排查", "检查", "（一）", "。", "完成", "市乙局", "2类3项"},
		"after":   {"01", "02", "03", "04", "01.1", "01.2", "01.lead", "1.1", "1", "2.1", "03.1"},
		"number":  {"（一）", "（二）", "（三）", "（四）", "1.", "2.", "第一项", "第二项", "第五项", "三、"},
		"to":      {"市戊局", "市丙局"},
		"into":    {"jia", "yi", "bing"},
		"by":      {"赵六", "李四", "王五"},
	}
	// The verb that fits first, then the keys.
	wildForms = [][]string{
		{"replace", "item", "field"}, {"insert", "item", "field"}, {"delete", "item", "field"}, {"replace", "item", "field", "measure"},
		{"delete", "item", "field", "measure"}, {"renumber", "item", "field", "measure", "number"}, {"replace", "item", "field", "measure", "number"},
		{"replace", "item", "field", "find"}, {"insert", "item", "field", "measure", "find"}, {"insert", "item", "field", "after"}, {"insert", "item", "part"},
		{"insert", "item", "after"}, {"delete", "item"}, {"renumber", "item", "number"}, {"replace", "plan"}, {"delete", "plan"}, {"replace", "plan", "find"},
		{"insert", "plan", "after"}, {"renumber", "plan", "number"}, {"replace", "part", "find"}, {"replace", "part"}, {"rename", "unit", "to"}, {"merge", "unit", "into"},
		{"replace", "person", "by"}, {"replace", "person", "by", "unit"},
	}
	wildTexts = []string{
		"（一）甲。", "（二）乙。", "（三）丙。", "1.丁。", "戊。", "三、己", "“庚”。", "排查。", "2021年底前", "第四项，辛。\n\n整改目标：壬。\n\n整改措施：\n\n（一）癸。\n\n1.子。",
		"\n\n（一）建立机制。\n\n（二）检查。", "\n\n丑。\n\n寅。\n\n{end}\n卯。", "\n\n（四）辰。\n\n1.巳。\n\n午。\n\n{end}\n未。", "市乙局、市戊局，张三", "",
	}
)

// TestWildInstructions puts instructions together at random: whatever comes of
// it, nothing breaks, and every edition is whole.
func TestWildInstructions(t *testing.T) {
	carriedOut := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 5))
		c := small()
		for n := range 3 {
			notice(c, fmt.Sprintf("2021-%02d-01", 6+n), wildBody(r))
		}
		fsys := fstest.MapFS{}
		for name, data := range c {
			fsys[name] = &fstest.MapFile{Data: []byte(data)}
		}
		files, _ := source.Read(fsys, "content", source.DefaultLimits)
		dossiers, _ := load.Load(files)
		all, list := Editions(&dossiers[0])
		for _, d := range list {
			if d.Message == "" || d.At.Line < 1 {
				t.Errorf("seed %d: %+v", seed, d)
			}
		}
		for _, e := range all {
			consistent(t, e, c)
		}
		carriedOut += len(news(all[len(all)-1]))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if carriedOut < 1000 {
		t.Errorf("only %d values changed", carriedOut)
	}
}

func wildBody(r *rand.Rand) string {
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var s strings.Builder
	for n := range 1 + r.IntN(5) {
		form := wildForms[r.IntN(len(wildForms))]
		line := "{change verb=" + form[0]
		if r.IntN(10) == 0 {
			line = "{change verb=" + pick(wildKeys["verb"])
		}
		for _, k := range form[1:] {
			line += fmt.Sprintf(" %s=%q", k, pick(wildKeys[k]))
		}
		if r.IntN(10) == 0 {
			line += fmt.Sprintf(" expect=%q", pick(wildKeys["expect"]))
		}
		if r.IntN(8) == 0 {
			line += " first"
		}
		names := ""
		for _, k := range []string{"find", "number", "to", "by"} {
			if _, after, ok := strings.Cut(line, " "+k+`="`); ok {
				name, _, _ := strings.Cut(after, `"`)
				names += "“" + name + "”"
			}
		}
		fmt.Fprintf(&s, "%s、第一项\n\n%s}\n删去或者并入或者更名为或者增加%s修改为：%s\n\n", []string{"一", "二", "三", "四", "五"}[n], line, names, pick(wildTexts))
	}
	return s.String()
}

package recognise_test

import (
	"fmt"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
	"hongtou/internal/zh"
)

// task is what an item says, however an office writes it.
type task struct {
	problem  string // without its number
	fields   map[dossier.FieldKind]string
	measures []string // without numbers; one without a number when alone
}

var kinds = []dossier.FieldKind{dossier.Goal, dossier.Deadline, dossier.Responsible, dossier.Leaders, dossier.Persons, dossier.Supervisors}

// realTasks are the ordinary items of the content.
func realTasks() []task {
	var out []task
	for _, it := range handmade().Annex.Items() {
		if len(it.Aspects) > 1 {
			continue
		}
		t := task{fields: map[dossier.FieldKind]string{}}
		for i, p := range it.Problem {
			if i == 0 {
				t.problem = strings.TrimPrefix(p.Value, it.Number+"，")
			} else {
				t.problem += p.Value
			}
		}
		for _, f := range it.Aspects[0].Fields {
			t.fields[f.Kind] = f.Value.Value
			for _, m := range f.Measures {
				if !m.Lead || len(f.Measures) == 1 {
					t.measures = append(t.measures, strings.TrimPrefix(m.Text.Value, m.Number))
				}
			}
		}
		out = append(out, t)
	}
	return out
}

// neutralTasks are invented: no office of this name exists.
func neutralTasks() []task {
	units := []string{"市甲局", "市乙委", "丙县政府", "丁区政府", "各县区政府", "市戊办公室"}
	people := []string{"张三", "李四", "王五六", "赵七", "欧阳八九", "孙十一"}
	what := []string{"污水管网建设滞后", "散煤管控不力", "渣场防渗不到位", "扬尘治理措施不落实", "河道“四乱”问题反弹", "规划指标缺项漏项"}
	var out []task
	for i := 0; i < 12; i++ {
		w := what[i%len(what)]
		t := task{problem: fmt.Sprintf("%s。截至2022年年底，仅完成任务的%d%%，PM2.5浓度同比上升%d.5%%，群众反映强烈。", w, 30+i, i+1), fields: map[dossier.FieldKind]string{
			dossier.Goal:        fmt.Sprintf("%s得到有效解决，完成率达到%d%%以上。", w, 80+i),
			dossier.Deadline:    fmt.Sprintf("%d年%d月底前", 2024+i%3, 1+i),
			dossier.Responsible: units[i%6] + "、" + units[(i+1)%6] + "，" + units[(i+3)%6],
			dossier.Leaders:     people[i%6],
			dossier.Persons:     people[(i+1)%6] + "、" + people[(i+2)%6] + "、" + people[(i+4)%6],
			dossier.Supervisors: units[(i+2)%6],
		}}
		for k := 0; k <= i%4; k++ {
			t.measures = append(t.measures, fmt.Sprintf("组织第%d轮排查（含园区）。对照《%s整治方案》，逐项建立台账，明确时间表；%d月底前完成整改，定期调度，确保整改到位。", k+1, w, k+6))
		}
		out = append(out, t)
	}
	return out
}

// form is how an office writes its list.
type form struct {
	labels  map[dossier.FieldKind]string
	item    func(n int) string // what stands before the problem
	measure func(n int) string // what stands before a measure
	order   []dossier.FieldKind
	runIn   bool   // the first measure stands beside its label
	open    string // before a label
	colon   string // after it
	own     bool   // values in lines of their own
	gap     string // between paragraphs
	title   string
}

func usualForm() form {
	return form{
		labels: map[dossier.FieldKind]string{dossier.Goal: "整改目标", dossier.Deadline: "整改时限", dossier.Responsible: "责任单位", dossier.Leaders: "责任领导", dossier.Persons: "责任人员", dossier.Supervisors: "督导单位", dossier.Measures: "整改措施"},
		item:   func(n int) string { return zh.Ordinal(n) + "，" },
		measure: func(n int) string {
			return "（" + zh.Numeral(n) + "）"
		},
		order: append(append([]dossier.FieldKind(nil), kinds...), dossier.Measures),
		colon: "：", gap: "\n\n", title: "反馈问题整改措施清单\n\n一、反馈问题（%d项）",
	}
}

func with(change func(f *form)) form {
	f := usualForm()
	change(&f)
	return f
}

// numbered gives the measures as the form prints them.
func (f form) numbered(t task) []string {
	if len(t.measures) == 1 {
		return t.measures
	}
	var out []string
	for i, m := range t.measures {
		out = append(out, f.measure(i+1)+m)
	}
	return out
}

// write writes a list.
func (f form) write(ts []task) string {
	var ps []string
	if f.title != "" {
		ps = append(ps, fmt.Sprintf(f.title, len(ts)))
	}
	for i, t := range ts {
		ps = append(ps, f.item(i+1)+t.problem)
		for _, k := range f.order {
			ps = append(ps, f.field(t, k)...)
		}
	}
	return strings.Join(ps, f.gap)
}

func (f form) field(t task, k dossier.FieldKind) []string {
	label := f.open + f.labels[k] + f.colon
	if k == dossier.Measures {
		ms := f.numbered(t)
		if f.runIn || len(ms) == 1 && !f.own {
			return append([]string{label + ms[0]}, ms[1:]...)
		}
		return append([]string{label}, ms...)
	}
	if t.fields[k] == "" {
		return nil
	}
	if f.own {
		return []string{label, t.fields[k]}
	}
	return []string{label + t.fields[k]}
}

// variant is one way in which a list comes in.
type variant struct {
	name    string
	make    func(ts []task) []manuscript.Manuscript
	want    func(ts []task) []task // nil: as they are
	print   func(n int) string     // of measures; nil: （一）
	ordinal func(n int) int        // that the item prints; nil: n
	doubts  int                    // so many doubts at least
}

func text(f form) func([]task) []manuscript.Manuscript {
	return func(ts []task) []manuscript.Manuscript {
		return []manuscript.Manuscript{paste("清单.txt", f.write(ts))}
	}
}

// spoilt writes the usual form and spoils its text.
func spoilt(spoil func(string) string) func([]task) []manuscript.Manuscript {
	return func(ts []task) []manuscript.Manuscript {
		return []manuscript.Manuscript{paste("清单.txt", spoil(usualForm().write(ts)))}
	}
}

// lines spoils each line; n counts the lines that are not empty.
func lines(spoil func(n int, s string) string) func(string) string {
	return func(s string) string {
		var out []string
		n := 0
		for _, l := range strings.Split(s, "\n") {
			if l != "" {
				n++
				l = spoil(n, l)
			}
			out = append(out, l)
		}
		return strings.Join(out, "\n")
	}
}

// between puts something between every few Chinese characters.
func between(mark string, every int) func(string) string {
	return lines(func(_ int, s string) string {
		var b strings.Builder
		rs := []rune(s)
		for i, c := range rs {
			b.WriteRune(c)
			if i%every == every-1 && i+1 < len(rs) && zh.IsHan(c) && zh.IsHan(rs[i+1]) {
				b.WriteString(mark)
			}
		}
		return b.String()
	})
}

func before(prefix string) func(string) string {
	return lines(func(_ int, s string) string { return prefix + s })
}

func replace(pairs ...string) func(string) string {
	r := strings.NewReplacer(pairs...)
	return r.Replace
}

// wrapped breaks lines as a mail program does.
func wrapped(width int) func(string) string {
	return lines(func(_ int, s string) string {
		rs := []rune(s)
		if strings.Contains(s, "清单") && len(rs) < 20 {
			return s
		}
		var out []string
		for len(rs) > width+8 {
			w := width
			for w < width+6 && (strings.ContainsRune("。；：！？”）", rs[w-1]) || rs[w] >= '0' && rs[w] <= '9' || strings.ContainsRune("（“《一二三四五六七八九十", rs[w])) {
				w++
			}
			out, rs = append(out, string(rs[:w])), rs[w:]
		}
		return strings.Join(append(out, string(rs)), "\n")
	})
}

func each(ts []task, change func(i int, t *task)) []task {
	var out []task
	for i, t := range ts {
		c := task{problem: t.problem, fields: map[dossier.FieldKind]string{}, measures: append([]string(nil), t.measures...)}
		for k, v := range t.fields {
			c.fields[k] = v
		}
		change(i, &c)
		out = append(out, c)
	}
	return out
}

var otherLabels = []map[dossier.FieldKind]string{
	{dossier.Goal: "工作目标", dossier.Deadline: "完成时限", dossier.Responsible: "牵头单位", dossier.Leaders: "包抓领导", dossier.Persons: "责任人", dossier.Supervisors: "督导验收单位", dossier.Measures: "具体措施"},
	{dossier.Goal: "目标要求", dossier.Deadline: "整改期限", dossier.Responsible: "责任部门", dossier.Leaders: "分管领导", dossier.Persons: "具体责任人", dossier.Supervisors: "验收单位", dossier.Measures: "工作措施"},
	{dossier.Goal: "任务目标", dossier.Deadline: "办结时限", dossier.Responsible: "承办单位", dossier.Leaders: "牵头领导", dossier.Persons: "联系人", dossier.Supervisors: "督办单位", dossier.Measures: "主要措施"},
}

func variants() []variant {
	arabic := func(n int) string { return fmt.Sprintf("%d.", n) }
	pause := func(n int) string { return fmt.Sprintf("%d、", n) }
	circle := func(n int) string { return string([]rune("①②③④⑤⑥⑦⑧⑨")[n-1]) }
	out := []variant{
		{name: "照常", make: text(usualForm())},
		{name: "一段到底", make: text(with(func(f *form) { f.gap, f.title, f.runIn = "", "", true }))},
		{name: "一段到底，空格隔开", make: text(with(func(f *form) { f.gap, f.title, f.runIn = "  ", "", true }))},
		{name: "一项一段", make: oneEach},
		{name: "行内括号在最后一条措施后", make: inBrackets("；")},
		{name: "行内括号，逗号隔开", make: inBrackets("，")},
		{name: "任务后面的括号", make: taskBrackets, want: func(ts []task) []task {
			return each(ts, func(_ int, t *task) { t.measures = nil; delete(t.fields, dossier.Goal) })
		}},
		{name: "一行一项的表格", make: table(false, false)},
		{name: "两层表头的表格", make: table(true, false)},
		{name: "分页续表，表头重复", make: table(false, true)},
		{name: "标签一列、内容一列的表格", make: pairTables},
		{name: "逗号分隔的表格，一格一段", make: flatTable},
		{name: "措施分行、其余合并的表格", make: mergedTable},
	}
	for i, l := range otherLabels {
		out = append(out, variant{name: fmt.Sprintf("别的叫法%d", i+1), make: text(with(func(f *form) { f.labels = l }))})
	}
	measures := map[string]func(int) string{"1.": arabic, "1、": pause, "①": circle, "（1）": func(n int) string { return fmt.Sprintf("（%d）", n) }, "1．": func(n int) string { return fmt.Sprintf("%d．", n) }}
	for _, name := range []string{"1.", "1、", "①", "（1）", "1．"} {
		out = append(out, variant{name: "措施编号" + name, make: text(with(func(f *form) { f.measure = measures[name] })), print: measures[name]})
	}
	return append(out, mistakes()...)
}

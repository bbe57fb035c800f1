package recognise_test

import (
	"fmt"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
	"hongtou/internal/zh"
)

// mistakes are what offices do to a list, each with its name.
func mistakes() []variant {
	plainForm := func(change func(f *form)) func([]task) []manuscript.Manuscript { return text(with(change)) }
	numbering := func(format string) func(f *form) {
		return func(f *form) {
			f.item = func(n int) string { return fmt.Sprintf(format, n) }
			f.title = "整改措施清单"
		}
	}
	han := func(before, after string) func(f *form) {
		return func(f *form) {
			f.item = func(n int) string { return before + zh.Numeral(n) + after }
			f.title = "整改措施清单"
		}
	}
	wideDigits := strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９")
	return []variant{
		{name: "半角标点", make: spoilt(half.Replace)},
		{name: "只有冒号是半角", make: spoilt(replace("：", ":"))},
		{name: "冒号后面有空格", make: spoilt(replace("：", "： "))},
		{name: "冒号前面有空格", make: spoilt(replace("：", " ："))},
		{name: "全角数字", make: spoilt(wideDigits.Replace)},
		{name: "全角字母", make: spoilt(replace("PM2.5", "ＰＭ2.5", "GDP", "ＧＤＰ"))},
		{name: "标签里有空格", make: spoilt(replace("责任单位：", "责 任 单 位：", "整改目标：", "整 改 目 标："))},
		{name: "标签里有全角空格", make: spoilt(replace("督导单位：", "督　导　单　位：", "整改时限：", "整改　时限："))},
		{name: "汉字之间有空格", make: spoilt(between(" ", 7))},
		{name: "汉字之间有零宽空格", make: spoilt(between("\u200b", 5))},
		{name: "汉字之间有标记字符", make: spoilt(between("\U000E0041", 5))},
		{name: "软连字符", make: spoilt(between("\u00ad", 9))},
		{name: "数字两边有空格", make: spoilt(replace("2020", " 2020 ", "2022", " 2022 ", "2023", " 2023 "))},
		{name: "段首四个空格", make: spoilt(before("    "))},
		{name: "段首两个全角空格", make: spoilt(before("　　"))},
		{name: "段首不换行空格", make: spoilt(before("\u00a0\u00a0"))},
		{name: "段首制表符", make: spoilt(before("\t"))},
		{name: "段首项目符号", make: spoilt(lines(func(n int, s string) string {
			if strings.Contains(s, "：") && n > 2 {
				return "●" + s
			}
			return s
		}))},
		{name: "段首Word自造的项目符号", make: spoilt(lines(func(n int, s string) string {
			if n > 2 {
				return "\uf0b7" + s
			}
			return s
		}))},
		{name: "段末有空格", make: spoilt(lines(func(_ int, s string) string { return s + "  \u00a0" }))},
		{name: "段末有回车符", make: spoilt(lines(func(_ int, s string) string { return s + "\r" }))},
		{name: "段间没有空行", make: plainForm(func(f *form) { f.gap = "\n" })},
		{name: "段间有许多空行", make: plainForm(func(f *form) { f.gap = "\n \n\u3000\n\n" })},
		{name: "标签后面漏了冒号，有空格", make: spoilt(replace("责任单位：", "责任单位 ", "整改时限：", "整改时限　")), doubts: 20},
		{name: "标签后面漏了冒号", make: spoilt(replace("责任领导：", "责任领导", "整改时限：", "整改时限")), doubts: 20},
		{name: "标签写在方头括号里", make: plainForm(func(f *form) { f.open, f.colon = "【", "】" })},
		{name: "方头括号后面又有冒号", make: plainForm(func(f *form) { f.open, f.colon = "【", "】：" })},
		{name: "标签独占一行", make: plainForm(func(f *form) { f.own = true })},
		{name: "标签独占一行，没有冒号", make: plainForm(func(f *form) { f.own, f.colon = true, "" })},
		{name: "标签带序号", make: numberedLabels},
		{name: "几个标签写在一行，分号隔开", make: inOneLine("；")},
		{name: "几个标签写在一行，空格隔开", make: inOneLine("    ")},
		{name: "几个标签写在一行，没有隔开", make: inOneLine("")},
		{name: "字段后面多了分号", make: spoilt(lines(func(_ int, s string) string {
			for _, l := range []string{"整改时限：", "责任单位：", "责任领导：", "责任人员：", "督导单位："} {
				if strings.HasPrefix(s, l) && !strings.HasSuffix(s, "。") {
					return s + "；"
				}
			}
			return s
		}))},
		{name: "标签错一个字", make: spoilt(replace("责任领导：", "责任领异：", "督导单位：", "督异单位：")), doubts: 20},
		{name: "各项标签不统一", make: mixedLabels},
		{name: "字段次序不同", make: plainForm(func(f *form) {
			f.order = []dossier.FieldKind{dossier.Responsible, dossier.Persons, dossier.Leaders, dossier.Goal, dossier.Measures, dossier.Deadline, dossier.Supervisors}
		})},
		{name: "措施接在标签后面", make: plainForm(func(f *form) { f.runIn = true })},
		{name: "少写几个字段", make: func(ts []task) []manuscript.Manuscript { return text(usualForm())(fewer(ts)) }, want: fewer},
		{name: "第1项", make: plainForm(numbering("第%d项，"))},
		{name: "第一项、", make: plainForm(han("第", "项、"))},
		{name: "第一项：", make: plainForm(han("第", "项："))},
		{name: "一、作整改项", make: plainForm(han("", "、"))},
		{name: "（一）作整改项，1.作措施", make: plainForm(func(f *form) {
			han("（", "）")(f)
			f.measure = func(n int) string { return fmt.Sprintf("%d.", n) }
		}), print: func(n int) string { return fmt.Sprintf("%d.", n) }},
		{name: "1.作整改项", make: plainForm(numbering("%d."))},
		{name: "1、作整改项", make: plainForm(numbering("%d、"))},
		{name: "1．作整改项", make: plainForm(numbering("%d．"))},
		{name: "问题一：", make: plainForm(han("问题", "："))},
		{name: "序号独占一行，反馈问题：另起", make: plainForm(func(f *form) {
			f.item = func(n int) string { return "问题" + zh.Numeral(n) + "\n\n反馈问题：" }
		})},
		{name: "没有序号，反馈问题：开头", make: plainForm(func(f *form) { f.item = func(int) string { return "反馈问题：" } })},
		{name: "序号重复，文字照印", make: plainForm(func(f *form) { f.item = func(n int) string { return zh.Ordinal(repeated(n)) + "，" } }), ordinal: repeated, doubts: 1},
		{name: "序号跳号，文字照印", make: plainForm(func(f *form) { f.item = func(n int) string { return zh.Ordinal(skipped(n)) + "，" } }), ordinal: skipped, doubts: 1},
		{name: "直引号", make: spoilt(replace("“", `"`, "”", `"`))},
		{name: "页码夹在中间", make: spoilt(lines(func(n int, s string) string {
			if n%9 == 0 {
				return s + "\n\n— " + fmt.Sprint(n/9) + " —"
			}
			return s
		}))},
		{name: "段落中间换行", make: spoilt(wrapped(38)), doubts: 10},
		{name: "两个字的姓名中间有空格", make: spoilt(replace("张三", "张　三", "李四", "李 四", "赵七", "赵  七"))},
		{name: "姓名之间是空格", make: spoilt(lines(func(_ int, s string) string {
			if strings.HasPrefix(s, "责任人员：") && len([]rune(s)) < 30 && !strings.Contains(s, "党委") {
				return strings.ReplaceAll(s, "、", "  ")
			}
			return s
		}))},
		{name: "部首字符", make: spoilt(replace("大", "⼤", "一企一策", "⼀企⼀策", "人", "⼈"))},
		{name: "小号标点", make: spoilt(replace("：", "﹕", "，", "﹐"))},
		{name: "前面有通知和方案", make: withFrame},
		{name: "前后有网页文字", make: spoilt(func(s string) string {
			return "首页 > 政务公开 > 正文\n字号：大 中 小\n\n" + s + "\n\n打印本页 关闭窗口\n主办单位：某某市政府办公室\n上一篇：某某通知\n"
		})},
	}
}

// fewer leaves out some fields.
func fewer(ts []task) []task {
	return each(ts, func(i int, t *task) {
		if i%3 == 0 {
			delete(t.fields, dossier.Leaders)
		}
		if i%4 == 1 {
			delete(t.fields, dossier.Goal)
			delete(t.fields, dossier.Supervisors)
		}
	})
}

func repeated(n int) int {
	if n == 5 {
		return 4
	}
	return n
}

func skipped(n int) int {
	if n > 6 {
		return n + 1
	}
	return n
}

func withFrame(ts []task) []manuscript.Manuscript {
	s := "甲市人民政府办公室文件\n\n甲政办发〔2023〕5号\n\n关于印发《甲市整改方案》的通知\n\n各县区政府，市直各部门：\n\n《甲市整改方案》已经同意，现印发给你们，请认真落实。\n\n" +
		"甲市人民政府办公室\n\n2023年3月5日\n\n甲市整改方案\n\n为落实反馈意见，制定本方案。\n\n一、总体目标\n\n（一）工作目标：问题全部解决。\n\n（二）按时完成。不留死角。\n\n二、组织保障\n\n（一）加强领导。压实责任。\n\n附件：反馈问题整改措施清单\n\n附件\n\n"
	return []manuscript.Manuscript{paste("通知.txt", s+usualForm().write(ts))}
}

func numberedLabels(ts []task) []manuscript.Manuscript {
	f := usualForm()
	var ps []string
	f.measure = func(n int) string { return fmt.Sprintf("（%s）", zh.Numeral(n)) }
	for i, t := range ts {
		ps = append(ps, f.item(i+1)+t.problem)
		for n, k := range f.order {
			fs := f.field(t, k)
			fs[0] = fmt.Sprintf("%d.%s", n+1, fs[0])
			ps = append(ps, fs...)
		}
	}
	return []manuscript.Manuscript{paste("清单.txt", strings.Join(ps, "\n\n"))}
}

func inOneLine(gap string) func([]task) []manuscript.Manuscript {
	return func(ts []task) []manuscript.Manuscript {
		f := usualForm()
		ps := []string{"整改措施清单", "一、反馈问题"}
		for i, t := range ts {
			ps = append(ps, f.item(i+1)+t.problem)
			var line []string
			for _, k := range kinds[1:] {
				line = append(line, f.field(t, k)...)
			}
			ps = append(ps, f.field(t, dossier.Goal)...)
			ps = append(ps, strings.Join(line, gap))
			ps = append(ps, f.field(t, dossier.Measures)...)
		}
		return []manuscript.Manuscript{paste("清单.txt", strings.Join(ps, "\n\n"))}
	}
}

func mixedLabels(ts []task) []manuscript.Manuscript {
	var ps []string
	for i, t := range ts {
		f := usualForm()
		if i%3 > 0 {
			f.labels = otherLabels[i%3]
		}
		ps = append(ps, f.item(i+1)+t.problem)
		for _, k := range f.order {
			ps = append(ps, f.field(t, k)...)
		}
	}
	return []manuscript.Manuscript{paste("清单.txt", strings.Join(ps, "\n\n"))}
}

func oneEach(ts []task) []manuscript.Manuscript {
	f := with(func(f *form) { f.runIn = true })
	ps := []string{"整改措施清单"}
	for i, t := range ts {
		s := f.item(i+1) + t.problem
		for _, k := range f.order {
			s += strings.Join(f.field(t, k), "")
		}
		ps = append(ps, s)
	}
	return []manuscript.Manuscript{paste("清单.txt", strings.Join(ps, "\n\n"))}
}

func inBrackets(gap string) func([]task) []manuscript.Manuscript {
	return func(ts []task) []manuscript.Manuscript {
		f := usualForm()
		ps := []string{"整改措施清单"}
		for i, t := range ts {
			ps = append(ps, f.item(i+1)+t.problem, "整改目标："+t.fields[dossier.Goal], "整改措施：")
			var inner []string
			for _, k := range kinds[1:] {
				inner = append(inner, f.labels[k]+"："+t.fields[k])
			}
			ms := f.numbered(t)
			ps = append(ps, ms...)
			ps[len(ps)-1] += "（" + strings.Join(inner, gap) + "）"
		}
		return []manuscript.Manuscript{paste("清单.txt", strings.Join(ps, "\n\n"))}
	}
}

func taskBrackets(ts []task) []manuscript.Manuscript {
	f := usualForm()
	ps := []string{"重点任务分工"}
	for i, t := range ts {
		var inner []string
		for _, k := range kinds[1:] {
			inner = append(inner, f.labels[k]+"："+t.fields[k])
		}
		ps = append(ps, fmt.Sprintf("%d.%s（%s）", i+1, t.problem, strings.Join(inner, "；")))
	}
	return []manuscript.Manuscript{paste("分工.txt", strings.Join(ps, "\n\n"))}
}

// grid builds a table block.
type grid struct{ rows [][]manuscript.Cell }

func (g *grid) row(cells ...manuscript.Cell) {
	for i := range cells {
		cells[i].Row = len(g.rows)
		cells[i].Place = manuscript.Place{Line: len(g.rows) + 1, Sheet: "清单", Cell: fmt.Sprintf("%c%d", 'A'+cells[i].Col, len(g.rows)+1)}
	}
	g.rows = append(g.rows, cells)
}

func cell(col int, text ...string) manuscript.Cell {
	return manuscript.Cell{Col: col, Rows: 1, Cols: 1, Text: text}
}

func (g *grid) block() manuscript.Block {
	return manuscript.Block{Place: manuscript.Place{Line: 1, Sheet: "清单"}, Rows: g.rows}
}

var heads = []string{"序号", "反馈问题", "整改目标", "整改时限", "责任单位", "责任领导", "责任人员", "督导单位", "整改措施"}

func taskRow(i int, t task) []manuscript.Cell {
	out := []manuscript.Cell{cell(0, fmt.Sprint(i+1)), cell(1, t.problem)}
	for c, k := range kinds {
		out = append(out, cell(c+2, t.fields[k]))
	}
	return append(out, cell(8, usualForm().numbered(t)...))
}

func table(twoRows, again bool) func([]task) []manuscript.Manuscript {
	return func(ts []task) []manuscript.Manuscript {
		m := manuscript.Manuscript{Name: "清单.xlsx", Format: manuscript.Workbook}
		g := &grid{}
		title := cell(0, "反馈问题整改措施清单")
		title.Cols = 9
		g.row(title)
		headRows(g, twoRows)
		for i, t := range ts {
			if again && i == len(ts)/2 {
				m.Blocks = append(m.Blocks, g.block())
				g = &grid{}
				headRows(g, twoRows)
			}
			g.row(taskRow(i, t)...)
		}
		m.Blocks = append(m.Blocks, g.block())
		return []manuscript.Manuscript{m}
	}
}

func headRows(g *grid, two bool) {
	var top, below []manuscript.Cell
	for c, h := range heads {
		x := cell(c, h)
		if two && c >= 4 && c <= 6 {
			below = append(below, cell(c, strings.TrimPrefix(h, "责任")))
			if c == 4 {
				x = cell(c, "责任")
				x.Cols = 3
				top = append(top, x)
			}
			continue
		}
		if two {
			x.Rows = 2
		}
		top = append(top, x)
	}
	g.row(top...)
	if two {
		g.row(below...)
	}
}

func flatTable(ts []task) []manuscript.Manuscript {
	g := &grid{}
	headRows(g, false)
	for i, t := range ts {
		cells := taskRow(i, t)
		cells[8].Text = []string{strings.Join(cells[8].Text, "")}
		g.row(cells...)
	}
	return []manuscript.Manuscript{{Name: "清单.csv", Format: manuscript.CSV, Blocks: []manuscript.Block{g.block()}}}
}

func mergedTable(ts []task) []manuscript.Manuscript {
	g := &grid{}
	headRows(g, false)
	for i, t := range ts {
		ms := usualForm().numbered(t)
		cells := taskRow(i, t)
		for c := range cells[:8] {
			cells[c].Rows = len(ms)
		}
		cells[8].Text = ms[:1]
		g.row(cells...)
		for _, m := range ms[1:] {
			g.row(cell(8, m))
		}
	}
	return []manuscript.Manuscript{{Name: "清单.xlsx", Format: manuscript.Workbook, Blocks: []manuscript.Block{g.block()}}}
}

func pairTables(ts []task) []manuscript.Manuscript {
	m := manuscript.Manuscript{Name: "清单.docx", Format: manuscript.Word}
	f := usualForm()
	for i, t := range ts {
		g := &grid{}
		g.row(cell(0, "序号"), cell(1, fmt.Sprint(i+1)))
		g.row(cell(0, "反馈问题"), cell(1, t.problem))
		for _, k := range kinds {
			g.row(cell(0, f.labels[k]), cell(1, t.fields[k]))
		}
		g.row(cell(0, f.labels[dossier.Measures]), cell(1, f.numbered(t)...))
		b := g.block()
		m.Blocks = append(m.Blocks, b)
	}
	return []manuscript.Manuscript{m}
}

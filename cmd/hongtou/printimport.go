package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hongtou/internal/adopt"
)

// few is how many entries of a list the terminal shows; a report in a file
// holds all.
const few = 20

// printImport tells what became of foreign files; whole leaves nothing out.
func printImport(w io.Writer, r adopt.Report, whole bool) {
	fmt.Fprintf(w, "读入：%s\n", harmless(strings.Join(r.Sources, "、")))
	if r.Problem != "" {
		fmt.Fprintf(w, "没有写入：%s\n", r.Problem)
	}
	printRecognised(w, r)
	p := shownList{w, few}
	if whole {
		p.most = 1 << 30
	}
	list(p, "来源没有、要人补写", r.Missing, func(s string) string { return s })
	list(p, "存疑", r.Doubts, sayDoubt)
	list(p, "案卷的格式容不下", r.Unheld, func(u adopt.Unheld) string {
		item := ""
		if u.Item != "" {
			item = "第" + u.Item + "项："
		}
		return item + "“" + beginning(u.What, whole) + "”：" + u.Why
	})
	loose, furniture := parted(r.Unplaced)
	list(p, "没有放进案卷的文字", loose, func(l adopt.Loose) string { return sayLoose(l, whole) })
	list(p, "没有放进案卷的网页、页面文字（导航、页眉页脚等）", furniture, func(l adopt.Loose) string { return sayLoose(l, whole) })
	list(p, "文件里不是正文的东西", r.Notes, sayDoubt)
	printChanges(p, r)
	printAccount(w, r)
}

func printRecognised(w io.Writer, r adopt.Report) {
	measures, fields := 0, 0
	for _, i := range r.Items {
		measures, fields = measures+i.Measures, fields+i.Fields
	}
	if r.Message != "" {
		fmt.Fprintf(w, "认出：%s\n", harmless(r.Message))
	}
	fmt.Fprintf(w, "任务%d项，字段%d个，措施%d条；修改通知%d份\n", len(r.Items), fields, measures, r.Amendments)
	var labels []string
	for _, l := range r.Labels {
		labels = append(labels, l.Words)
	}
	if len(labels) > 0 {
		fmt.Fprintf(w, "字段名称：%s\n", harmless(strings.Join(labels, "、")))
	}
	printNames(w, "新登记的单位", r.Units)
	printNames(w, "新登记的人员", r.People)
	if r.Beside != "" {
		fmt.Fprintf(w, "已有案卷“%s”，另存为“%s”；是同一方案的，请删去一个，或用 --name 取名\n", r.Beside, r.Name)
	}
	if len(r.Written) > 0 {
		fmt.Fprintf(w, "已写入：%s/，共%d个文件\n", r.Folder, len(r.Written))
	} else if r.Problem == "" {
		fmt.Fprintf(w, "没有写入（--dry-run）；写入时案卷名为“%s”\n", r.Name)
	}
}

func printNames(w io.Writer, heading string, names []adopt.Name) {
	var out []string
	for _, n := range names {
		out = append(out, n.Name)
	}
	if len(out) > 0 {
		fmt.Fprintf(w, "%s（%d个）：%s\n", heading, len(out), harmless(strings.Join(out, "、")))
	}
}

type shownList struct {
	w    io.Writer
	most int
}

func list[T any](p shownList, heading string, entries []T, say func(T) string) {
	if len(entries) == 0 {
		return
	}
	fmt.Fprintf(p.w, "\n%s（%d处）：\n", heading, len(entries))
	for i, e := range entries {
		if i == p.most {
			fmt.Fprintf(p.w, "  ……另有%d处，加 --report 文件名 可存下全部\n", len(entries)-i)
			return
		}
		fmt.Fprintf(p.w, "  %s\n", strings.ReplaceAll(harmless(say(e)), "\n", "⏎"))
	}
}

func sayDoubt(d adopt.Doubt) string {
	out := d.At
	if d.What != "" {
		out += "“" + beginning(d.What, false) + "”"
	}
	out += "：" + d.Why
	if d.Assumed != "" {
		out += "；" + d.Assumed
	}
	return out
}

func sayLoose(l adopt.Loose, whole bool) string {
	return l.At + "“" + beginning(l.Text, whole) + "”：" + l.Why
}

func parted(all []adopt.Loose) (loose, furniture []adopt.Loose) {
	for _, l := range all {
		if l.Furniture {
			furniture = append(furniture, l)
		} else {
			loose = append(loose, l)
		}
	}
	return loose, furniture
}

func printChanges(p shownList, r adopt.Report) {
	var marks []string
	for _, m := range r.Restored {
		marks = append(marks, fmt.Sprintf("%s %d处", m.Mark, m.Times))
	}
	if len(marks) > 0 {
		fmt.Fprintf(p.w, "\n恢复的全角标点：%s\n", harmless(strings.Join(marks, "，")))
	}
	changes := r.Changes
	if p.most == few { // on a terminal counts say enough of single characters
		changes = printKinds(p.w, r)
	}
	list(p, "改动的字符", changes, func(c adopt.Character) string {
		return fmt.Sprintf("%s“%s”→“%s”：%s", c.At, c.Old, c.New, c.Why)
	})
}

// printKinds sums up the changes of single characters by their kind; it gives
// the others.
func printKinds(w io.Writer, r adopt.Report) []adopt.Character {
	var others []adopt.Character
	var kinds []string
	times, all := map[string]int{}, 0
	for _, c := range r.Changes {
		if len([]rune(c.Old)) != 1 || len([]rune(c.New)) > 1 {
			others = append(others, c)
			continue
		}
		if slices.ContainsFunc(r.Restored, func(m adopt.Mark) bool { return m.Mark == c.New }) {
			continue // counted above
		}
		if times[c.Why] == 0 {
			kinds = append(kinds, c.Why)
		}
		times[c.Why]++
		all++
	}
	for i, k := range kinds {
		kinds[i] = fmt.Sprintf("%s %d处", k, times[k])
	}
	if all > 0 {
		fmt.Fprintf(w, "\n改动的单个字符（%d处）：%s；加 --report 文件名 可存下每一处\n", all, harmless(strings.Join(kinds, "，")))
	}
	return others
}

// printAccount adds up the characters.
func printAccount(w io.Writer, r adopt.Report) {
	fmt.Fprintf(w, "\n来源共%d字＝放进案卷%d字＋列出未放%d字＋段首段尾空白%d字＋案卷另有写法的%d字（字段名后的冒号、表头、分隔等）＋删去%d字（列在改动的字符里）。\n",
		r.Characters, r.Placed, r.Left, r.Blank, r.Structure, r.Removed)
}

func beginning(s string, whole bool) string {
	const most = 40
	rs := []rune(s)
	if whole || len(rs) <= most {
		return s
	}
	return string(rs[:most]) + "……"
}

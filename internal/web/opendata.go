package web

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
)

// openData writes the tasks for machines and for spreadsheets.
func (m *maker) openData() {
	m.add("tasks.json", tasksJSON(m.site))
	m.add("tasks.csv", tasksCSV(m.site.Tasks))
}

type openTask struct {
	Dossier  string       `json:"dossier"`
	Plan     string       `json:"plan,omitempty"`
	Item     string       `json:"item"`
	Label    string       `json:"label"`
	Title    string       `json:"title"`
	Page     string       `json:"page"`
	Problem  string       `json:"problem"`
	Goal     string       `json:"goal"`
	Deadline string       `json:"deadline"`
	Due      string       `json:"due,omitempty"`
	Measures []string     `json:"measures"`
	Units    []openHolder `json:"units"`
	Edition  string       `json:"edition"`
	Changed  bool         `json:"changed"`
}

type openHolder struct {
	Unit string `json:"unit"`
	Role string `json:"role"`
	Page string `json:"page,omitempty"`
}

func tasksJSON(s Site) []byte {
	all := struct {
		Site    string     `json:"site,omitempty"`
		Address string     `json:"address,omitempty"`
		Tasks   []openTask `json:"tasks"`
	}{s.Config.Name, s.Config.Address, []openTask{}}
	for _, t := range s.Tasks {
		o := openTask{t.Dossier, t.Plan, t.Item, t.Label, t.Title, t.Page, t.Problem, t.Goal, t.Deadline, t.Due, append([]string{}, t.Measures...), []openHolder{}, t.Edition, t.Changed}
		for _, u := range t.Units {
			o.Units = append(o.Units, openHolder(u))
		}
		all.Tasks = append(all.Tasks, o)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	_ = e.Encode(all) // strings and truth values: nothing can fail
	return b.Bytes()
}

// tasksCSV writes a table with the mark by which spreadsheet programs know
// UTF-8, and one column for each part that units have.
func tasksCSV(tasks []Task) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	roles := rolesOf(tasks)
	head := []string{"案卷", planWord(tasks), "序号", "事项", "名称", "问题", "目标", "时限", "最早期限", "措施"}
	for _, r := range roles {
		head = append(head, r+"单位")
	}
	_ = w.Write(append(head, "文本日期", "是否修改", "网页"))
	for _, t := range tasks {
		row := []string{t.Dossier, t.Plan, itemID(t), t.Label, t.Title, t.Problem, t.Goal, t.Deadline, t.Due, strings.Join(t.Measures, "\n")}
		for _, r := range roles {
			row = append(row, unitsOf(t, r))
		}
		row = append(row, t.Edition, yesNo(t.Changed), t.Page)
		for i := range row {
			row[i] = harmless(row[i])
		}
		_ = w.Write(row)
	}
	w.Flush() // into memory: nothing can fail
	return b.Bytes()
}

// itemID is the ID as words: spreadsheet programs would make 1 of 01 and a day
// of 1.2.
func itemID(t Task) string { return "第" + t.Item + "项" }

// rolesOf gives the parts in order of appearance.
// planWord is what the dossiers of the tasks call their plans, if they agree.
func planWord(tasks []Task) string {
	const usual = "整改方案"
	word := ""
	for _, t := range tasks {
		its := cmp.Or(t.PlanWord, usual)
		if word != "" && its != word {
			return "方案"
		}
		word = its
	}
	return cmp.Or(word, usual)
}

func rolesOf(tasks []Task) []string {
	var roles []string
	for _, t := range tasks {
		for _, u := range t.Units {
			if !slices.Contains(roles, u.Role) {
				roles = append(roles, u.Role)
			}
		}
	}
	return roles
}

func unitsOf(t Task, role string) string {
	var names []string
	for _, u := range t.Units {
		if u.Role == role {
			names = append(names, u.Unit)
		}
	}
	return strings.Join(names, "、")
}

func yesNo(b bool) string {
	if b {
		return "是"
	}
	return "否"
}

// harmless keeps spreadsheet programs from taking text for a formula. They
// look at the first character, full-width forms included.
func harmless(s string) string {
	if s != "" && strings.ContainsAny(string([]rune(s)[:1]), "=+-@\t\r\n|%＝＋－＠") {
		return "'" + s
	}
	return s
}

package synthetic

import (
	"regexp"
	"strconv"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// shares are how many items the classes answer for, in turn.
var shares = []int{2, 1, 3, 1, 2, 1, 7}

// held gives the classes that answer for every item: one to seven items a
// class, more only where there are fewer classes than that reaches.
func (m *maker) held() [][]class {
	out := make([][]class, m.Items)
	next := 0
	for i, c := range m.classes {
		share := min(max(shares[i%len(shares)], (m.Items+len(m.classes)-1)/len(m.classes)), m.Items)
		for range share {
			out[next%m.Items] = append(out[next%m.Items], c)
			next++
		}
	}
	for n := range out {
		if len(out[n]) == 0 {
			out[n] = append(out[n], m.classes[n%len(m.classes)])
		}
	}
	return out
}

// model is the item of the base whose text the nth item repeats.
func (m *maker) model(n int) *dossier.Item {
	items := m.base.Annex.Items()
	return &items[n%len(items)]
}

func (m *maker) items() {
	held := m.held()
	for n := range m.Items {
		text := m.text(m.base.ID + "/items/" + m.model(n).ID + ".md")
		m.put(Folder+"/items/"+m.id(n)+".md", m.item(n, text, held[n]))
	}
}

// counted is a number of things in running text.
var counted = regexp.MustCompile(`\d+(?:家|户|万吨)`)

// rewrite puts invented names and, from the second round on, other numbers into
// a text of the model of the nth item.
func (m *maker) rewrite(n int, text string) string {
	round := n / len(m.base.Annex.Items())
	text = m.wording.Replace(text)
	if round == 0 {
		return text
	}
	return counted.ReplaceAllStringFunc(text, func(s string) string {
		digits := strings.TrimRight(s, "家户万吨")
		v, err := strconv.Atoi(digits)
		if err != nil {
			return s
		}
		return strconv.Itoa(v+round) + s[len(digits):]
	})
}

// otherNumber is an item's number as a base prints it that has a numbering of
// its own; the sample has the usual one.
var otherNumber = regexp.MustCompile(`(?m)^(?:\d+\.|（\d+）|（[一二三四五六七八九十百]+）|[一二三四五六七八九十百]+、)`)

// numbered puts the nth item's number where its model's stands first.
func (m *maker) numbered(n int, text string) string {
	if m.plain {
		at := otherNumber.FindStringIndex(text)
		if at == nil {
			return text
		}
		return text[:at[0]] + zh.Ordinal(n+1) + "，" + text[at[1]:]
	}
	return strings.Replace(text, m.model(n).Number, zh.Ordinal(n+1), 1)
}

// item rewrites the file of a model: another number, other units and people in
// the fields.
func (m *maker) item(n int, text string, by []class) string {
	text = m.numbered(n, m.rewrite(n, text))
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		label, _, ok := strings.Cut(line, "：")
		if value := m.value(m.base.Labels[label], n, by); ok && value != "" {
			lines[i] = label + "：" + value
		}
	}
	return strings.Join(lines, "\n")
}

// value is what a field of units or people says; "" for other fields.
func (m *maker) value(kind dossier.FieldKind, n int, by []class) string {
	var names []string
	for _, c := range by {
		names = append(names, m.words(c))
	}
	all := strings.Join(names, "、")
	switch kind {
	case dossier.Responsible:
		return all
	case dossier.Leaders:
		return m.leader(n % leaders)
	case dossier.Persons:
		return all + "主要负责人"
	case dossier.Supervisors:
		if n%3 == 0 {
			return m.unit(n * 7 % min(m.Units, len(offices)))
		}
		return m.supervisor()
	}
	return ""
}

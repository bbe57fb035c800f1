package web

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
)

// entry is what the search knows of one page.
type entry struct {
	Path  string `json:"p"`
	Title string `json:"t"`
	Note  string `json:"n,omitempty"` // what became of the text
	Old   bool   `json:"o,omitempty"` // something newer is in force instead
	Words string `json:"x"`
}

// search writes the text of all pages as a script: a page opened from the file
// system may not read other files, but it may run them.
func (m *maker) search() error {
	data, err := json.Marshal(m.entries)
	if err != nil {
		return err
	}
	m.add("assets/search.js", append(append([]byte("window.siteSearch="), data...), ";\n"...))
	return nil
}

// words is what people may look for on a page.
func words(p *Page, bodies []string, task *Task) string {
	parts := []string{p.Summary}
	for i, s := range p.Sections {
		parts = append(parts, s.Heading, plain(bodies[i]))
		for _, l := range s.Links {
			parts = append(parts, l.Words)
		}
		if s.Table != nil {
			parts = append(parts, s.Table.words()...)
		}
	}
	if task != nil {
		parts = append(parts, task.words()...)
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

func (t *Table) words() []string {
	list := []string{t.Caption}
	for _, row := range t.Rows {
		for _, c := range row {
			list = append(list, c.Words, c.Mark)
			for _, l := range c.Links {
				list = append(list, l.Words)
			}
		}
	}
	return list
}

// words of a task are those that its page may tell in other forms.
func (t *Task) words() []string {
	list := []string{t.Label, t.Title}
	for _, u := range t.Units {
		list = append(list, u.Unit)
	}
	return list
}

var (
	inlineTag = regexp.MustCompile(`</?(?:span|ins|del|a|br)\b[^>]*>`)
	anyTag    = regexp.MustCompile(`<[^>]*>`)
)

// plain is the text of our own markup, in which no attribute holds a >.
func plain(markup string) string {
	return html.UnescapeString(anyTag.ReplaceAllString(inlineTag.ReplaceAllString(markup, ""), " "))
}

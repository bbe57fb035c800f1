package html

import (
	_ "embed"
	"html"
	"strings"
	"text/template"

	"hongtou/internal/doc"
)

//go:embed office.html
var officeSource string

var officeTemplate = template.Must(template.New("office.html").Parse(officeSource))

// officePart gives one part of what only Word and its kin read: comments for
// everybody else, so that the status line must not be able to end one.
func officePart(name string, s doc.Setup) (string, error) {
	s.Status = strings.ReplaceAll(html.EscapeString(clean(s.Status)), "-", "&#45;")
	var b strings.Builder
	if err := officeTemplate.ExecuteTemplate(&b, name, s); err != nil {
		return "", err
	}
	return b.String(), nil
}

package load

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"

	"hongtou/internal/diag"
)

// yamlText is one YAML document inside a file.
type yamlText struct {
	text  string
	lines []string
	at    diag.Position // of its first character
}

func newYAML(text string, at diag.Position) yamlText {
	return yamlText{text: text, lines: strings.Split(text, "\n"), at: at}
}

// pos gives the place of a line and column counted inside the document.
func (y yamlText) pos(line, column int) diag.Position {
	return diag.Position{File: y.at.File, Line: y.at.Line + max(line, 1) - 1, Column: max(column, 1)}
}

func (y yamlText) nodeAt(n *yaml.Node) diag.Position { return y.pos(n.Line, n.Column) }

// line gives a line counted from 1 inside the document.
func (y yamlText) line(n int) string {
	if n < 1 || n > len(y.lines) {
		return ""
	}
	return y.lines[n-1]
}

// maxYAML bounds one YAML text: every few bytes of it become a node.
const maxYAML = 1 << 20

// root parses the document; nil when it is empty or has a syntax error, which
// is reported.
func (l *loader) root(y yamlText) (root *yaml.Node, ok bool) {
	if len(y.text) > maxYAML {
		l.errorAt(y.at, 0, "yaml-too-large", fmt.Sprintf("YAML超过%d MB，没有读取", maxYAML>>20), "正文写在.md文件中，YAML只写要素和名册")
		return nil, false
	}
	reader, err := yaml.NewLoader(strings.NewReader(y.text))
	if err != nil {
		l.syntaxError(y, err)
		return nil, false
	}
	var doc, more yaml.Node
	switch err := reader.Load(&doc); {
	case errors.Is(err, io.EOF):
		return nil, true
	case err != nil:
		l.syntaxError(y, err)
		return nil, false
	}
	if err := reader.Load(&more); err == nil {
		l.errorAt(y.nodeAt(&more), 0, "yaml-syntax", "一个文件只能有一个YAML文档", "删除多余的“---”及其后内容")
	} else if !errors.Is(err, io.EOF) {
		l.syntaxError(y, err)
		return nil, false
	}
	if len(doc.Content) == 0 {
		return nil, true
	}
	l.noAliases(y, doc.Content[0])
	return doc.Content[0], true
}

// noAliases refuses anchors and aliases: content is written once, plainly,
// and a few nested aliases can stand for terabytes. Decoding never follows
// them.
func (l *loader) noAliases(y yamlText, n *yaml.Node) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		l.errorAt(y.nodeAt(n), 0, "yaml-alias", "不使用YAML的锚点（&）和引用（*）", "把值原样再写一遍")
	}
	for _, c := range n.Content {
		l.noAliases(y, c)
	}
}

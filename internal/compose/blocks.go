package compose

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
)

// The names of attribute lines before a paragraph.
const (
	labelAttribute      = "label"
	recipientsAttribute = "recipients"
	noteAttribute       = "note"
)

var attributes = [...]struct{ name, meaning string }{
	{labelAttribute, "带标签的段落：到第一个“：”（冒号在内）为止用黑体。冒号须是模板里的文字"},
	{recipientsAttribute, "主送机关：顶格排（GB/T 9704 7.3.2）"},
	{noteAttribute, "整理本中的来源行：全段用楷体"},
}

// blocks turns parsed blocks into the blocks of the document.
func (b *builder) blocks(parsed []block) []doc.Block {
	var out []doc.Block
	for i := range parsed {
		m := &parsed[i]
		switch m.kind {
		case markdown.Title:
			out = append(out, b.title(m))
		case markdown.Fence:
			out = append(out, b.element(m)...)
		default:
			out = append(out, b.paragraph(m)...)
		}
	}
	b.checkContents(out)
	return out
}

func (b *builder) title(m *block) doc.Block {
	b.noAttribute(m)
	if p := b.alone(m.text); p != nil && p.lines != nil {
		p.found++
		t := doc.Title{Outline: b.anchored(p.place)}
		for _, l := range p.lines {
			t.Lines = append(t.Lines, styled(l, doc.TitleText))
		}
		return t
	}
	var t doc.Title
	for _, l := range linesOf(dossier.Title{Text: dossier.Text{Value: m.text, At: m.at}, Breaks: m.breaks}) {
		t.Lines = append(t.Lines, b.line(l.Value, m.at, doc.TitleText))
	}
	plain := ""
	for _, l := range t.Lines {
		plain += doc.Plain(l)
	}
	t.Outline = doc.Outline{Level: 1, Title: plain, ID: b.anchor("title")}
	return t
}

func (b *builder) paragraph(m *block) []doc.Block {
	if m.attr != nil {
		return b.attributed(m)
	}
	if p := b.alone(m.text); p != nil && p.blocks != nil {
		p.found++
		var out []doc.Block
		for _, block := range p.blocks {
			block.Outline = b.anchored(block.Outline)
			out = append(out, block)
		}
		return out
	}
	runs, heads := b.runs(m.text, m.at, m.head, levelStyle(m.level))
	p := doc.Paragraph{Text: runs, Head: heads}
	if m.level > 0 {
		title := shortTitle(m.number, doc.Plain(runs[:heads]))
		p.Outline = doc.Outline{Level: 1 + m.level, Title: title, ID: b.anchor("section")}
	}
	return []doc.Block{p}
}

// attributed makes the paragraphs that an attribute line names.
func (b *builder) attributed(m *block) []doc.Block {
	for _, p := range m.attr.Pairs {
		b.problem(p.Key.At, "attribute-unknown", "属性行“"+m.attr.Name.Value+"”没有属性“"+p.Key.Value+"”", "删除该属性")
	}
	switch m.attr.Name.Value {
	case labelAttribute:
		return []doc.Block{b.labelled(m)}
	case recipientsAttribute:
		return []doc.Block{doc.Recipients{Text: b.line(m.text, m.at, doc.Body)}}
	case noteAttribute:
		return []doc.Block{doc.Paragraph{Text: b.line(m.text, m.at, doc.Note)}}
	}
	b.problem(m.attr.At, "attribute-unknown", "不认识的属性行“"+m.attr.Name.Value+"”", "可用的属性行："+joined(len(attributes), func(i int) string { return attributes[i].name }))
	return nil
}

// labelled makes a paragraph whose label ends with the first colon that the
// template itself writes; colons of values never count.
func (b *builder) labelled(m *block) doc.Block {
	offset, found := 0, false
	for _, p := range b.split(m.text) {
		if before, _, ok := strings.Cut(p.text, "："); ok { // a token has no colon
			offset += utf8.RuneCountInString(before) + 1
			found = true
			break
		}
		offset += utf8.RuneCountInString(p.text)
	}
	if !found {
		b.problem(m.at, "label-colon", "带标签的段落中没有“：”", "在标签之后写全角冒号")
	}
	runs, heads := b.runs(m.text, m.at, offset, doc.Label)
	return doc.Paragraph{Text: runs, Head: heads}
}

func (b *builder) noAttribute(m *block) {
	if m.attr != nil {
		b.problem(m.attr.At, "attribute-unknown", "这里不能有属性行“"+m.attr.Name.Value+"”", "属性行只用在段落之前")
	}
}

// levelStyle is the face of a heading of a level (7.3.3).
func levelStyle(level int) doc.Style {
	return [...]doc.Style{doc.Body, doc.Level1, doc.Level2, doc.Level3, doc.Level4}[min(max(level, 0), 4)]
}

func joined(n int, name func(int) string) string {
	var names []string
	for i := range n {
		names = append(names, name(i))
	}
	return strings.Join(names, "、")
}

// placeIn gives the place of line n (from 1) of a fenced block's content.
func placeIn(m *block, n int) diag.Position {
	return diag.Position{Line: m.at.Line + max(min(n, len(m.lines)), 1)}
}

package load

import (
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
	"hongtou/internal/zh"
)

// letter reads notice.md into n.
func (l *loader) letter(p string, n *dossier.Notice) {
	pg, ok := l.page(p)
	if !ok {
		return
	}
	l.noFront(pg)
	l.noAttributes(pg.blocks)
	for _, b := range l.letterhead(pg, n) {
		n.Body = append(n.Body, wholeHeading(b))
	}
}

// letterhead takes title and recipients off the start of a letter and gives
// the blocks of its body.
func (l *loader) letterhead(pg page, n *dossier.Notice) []markdown.Block {
	title, body := l.title(pg)
	n.Title = title
	if len(body) == 0 {
		l.errorAt(pg.at, 0, "missing-body", "没有正文", "标题之后写主送机关和正文，各段之间空一行")
		return nil
	}
	first := body[0].Text
	switch {
	case strings.HasSuffix(first.Value, ":"):
		l.halfColon(first, first.Len()-1)
	case !n.Imprint.Recipients.IsZero():
		if strings.HasSuffix(first.Value, "：") {
			l.errorAt(first.At, first.Len(), "recipients", "主送机关已移至版记（imprint.recipients），又写在正文之前", "只留一处")
		}
		return body
	case !strings.HasSuffix(first.Value, "："):
		l.errorAt(first.At, 0, "recipients", "标题之后应是主送机关，以“：”结束", "在标题与正文之间写主送机关一段")
		return body
	}
	n.Recipients = first
	return body[1:]
}

// halfColon reports a half-width colon at offset where the format needs ：.
func (l *loader) halfColon(t dossier.Text, offset int) {
	l.errorAt(t.Position(offset), 1, "half-colon", "此处应为全角冒号“：”", "改用全角冒号")
}

// title takes the title off the start of a page and reports further ones.
func (l *loader) title(pg page) (dossier.Title, []markdown.Block) {
	var title dossier.Title
	var body []markdown.Block
	for i, b := range pg.blocks {
		switch {
		case b.Kind != markdown.Title:
			body = append(body, b)
		case i == 0:
			title = b.Title()
		default:
			l.errorAt(b.At, 1, "unexpected-title", "一个文件只有开头一个标题", "删除“# ”，用“一、”表示层次")
		}
	}
	if title.IsZero() {
		l.errorAt(pg.at, 0, "missing-title", "文件开头没有标题", "第一行写“# 标题”")
	}
	return title, body
}

// wholeHeading gives a paragraph of a letter or plan: below level 1 headings
// run in, a level 1 paragraph is a heading as a whole.
func wholeHeading(b markdown.Block) dossier.Paragraph {
	p := b.Paragraph()
	if p.Level == 1 {
		p.Head = p.Text.Len()
	}
	return p
}

// headingOf gives a heading that stands in YAML.
func headingOf(t dossier.Text) dossier.Paragraph {
	p := dossier.Paragraph{Text: t}
	if level, ok := zh.ParseLevel(t.Value); ok {
		p.Level, p.Number, p.Head = level.Depth, level.Number, t.Len()
	}
	return p
}

const attachmentMark = "附件："

// plan reads plan.md.
func (l *loader) plan(p string) dossier.Plan {
	pg, ok := l.page(p)
	if !ok {
		return dossier.Plan{}
	}
	l.noFront(pg)
	l.noAttributes(pg.blocks)
	var out dossier.Plan
	title, body := l.title(pg)
	out.Title = title
	if n := noteStart(body); n < len(body) {
		out.AttachmentNote = body[n].Text
		for _, b := range body[n+1:] {
			out.Attachments = append(out.Attachments, b.Text)
		}
		body = body[:n]
	}
	if len(body) == 0 {
		l.errorAt(diag.Position{File: pg.name, Line: 1, Column: 1}, 0, "missing-body", "没有正文", "标题之后写正文，各段之间空一行")
	}
	for _, b := range body {
		out.Body = append(out.Body, wholeHeading(b))
	}
	dossier.IdentifyParagraphs(out.Body)
	return out
}

// noteStart finds the attachment note at the end of a plan: the paragraph
// 附件：… and after it the numbered entries that follow its first.
func noteStart(body []markdown.Block) int {
	for i := len(body) - 1; i >= 0; i-- {
		switch {
		case strings.HasPrefix(body[i].Text.Value, attachmentMark):
			return i
		case body[i].Level != 3:
			return len(body)
		}
	}
	return len(body)
}

package elements

import "hongtou/internal/printout"

// Document is a file with the elements that were found in it. What is absent is
// nil or empty.
type Document struct {
	Pages []*Page
	Fonts []printout.Font

	Letter      bool            // 信函格式: long red rules at the head and the foot of page 1
	RedRules    []printout.Rule // long red rules of page 1, top to bottom
	Mark        *Mark           // 发文机关标志
	Marks       []Line          // 份号, 密级, 紧急程度
	Number      *Line           // 发文字号
	Signers     []Line          // 签发人, with the lines of further names
	Titles      []Title
	Recipients  []Line
	Paragraphs  []Paragraph
	Note        []Line // 附件说明
	Organs      []Line // 署名
	Date        *Line  // 成文日期
	Closing     *Line  // 附注
	Attachments []Line // 附件 at the head of a page
	Imprint     *Imprint

	size    float64 // of the text, in points
	margins []Margins
	classes map[string]Class // of the faces of all glyphs
}

// Class is the class of a face, as ClassOf tells it. Those of the document's own
// glyphs were looked up once.
func (d *Document) Class(face string) Class {
	if c, known := d.classes[face]; known {
		return c
	}
	return ClassOf(face)
}

// classify looks up the faces of glyphs.
func (d *Document) classify(glyphs []printout.Glyph) {
	for _, g := range glyphs {
		if _, known := d.classes[g.Face]; !known {
			d.classes[g.Face] = ClassOf(g.Face)
		}
	}
}

// Title is lines of large type that follow each other, and what stands centred
// right under them in smaller type: a date, a remark in brackets.
type Title struct{ Lines, Under []Line }

// Text is what the lines say in one.
func (t Title) Text() string { return joined(t.Lines) }

// Paragraph is a paragraph of running text, over pages.
type Paragraph struct{ Lines []Line }

// Text is what the lines say in one.
func (p Paragraph) Text() string { return joined(p.Lines) }

// Glyphs are those of all lines.
func (p Paragraph) Glyphs() []printout.Glyph {
	var out []printout.Glyph
	for _, l := range p.Lines {
		out = append(out, l.Glyphs...)
	}
	return out
}

// Find finds the elements of a document.
func Find(from printout.Document) *Document {
	d := &Document{Fonts: from.Fonts, classes: map[string]Class{}}
	family := byFamily(from.Fonts)
	easel := &easel{paint: from.Paint, failed: map[int]bool{}}
	for _, p := range from.Pages {
		p.Glyphs = named(p.Glyphs, family)
		d.classify(p.Glyphs)
		page := &Page{Page: p, easel: easel}
		page.place()
		d.Pages = append(d.Pages, page)
	}
	d.findFrames()
	d.findMargins()
	if len(d.Pages) > 0 {
		d.find()
	}
	return d
}

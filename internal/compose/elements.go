package compose

import (
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

// elementSpec is one line of the table of fenced elements: those parts of an
// official document that are no paragraphs.
type elementSpec struct {
	name, meaning string
	build         func(f fence, root *node) []doc.Block
}

// elements is the table of fenced elements of documents.
func elements() []elementSpec {
	return []elementSpec{
		{"masthead", "发文机关标志（7.2.4）。`organs`：机关名称列表，主办机关在前；`word`：“文件”，可不写", masthead},
		{"head-marks", "份号、密级和保密期限、紧急程度（7.2.1至7.2.3）。`serial`、`secrecy`、`urgency`，可不写", headMarks},
		{"doc-number", "发文字号（7.2.5）。`text`：字号，不写则该行留空；上行文另写`signers`（签发人列表，7.2.6）和`signers_label`（“签发人：”）", docNumber},
		{"red-line", "红色分隔线（7.2.7）。无内容", fixed(doc.RedLine{})},
		{"signature", "署名和成文日期（7.3.5）。`organs`：署名列表；`date`：日期；`sealing`：seal（印章）或stamp（签名章），不写即不用印；`images`：印章或签名章图片列表；`posts`：职务列表", signature},
		{"closing-note", "附注（7.3.6）。`text`：附注，带圆括号", closingNote},
		{"imprint", "版记（7.4）。`recipients`（移来的主送机关）、`cc`（抄送机关）、`printer`（印发机关）、`print_date`（印发日期），可不写", imprint},
		{"attachment-note", "附件说明（7.3.4）。列表，每项`lead`（“附件：”，多件时带序号）和`name`（名称）", attachmentNote},
		{"attachment-mark", "附件标志（7.3.7）。`text`：“附件”", attachmentMark},
		{"page-break", "另起一页。无内容", fixed(doc.PageBreak{})},
		{"setup", "页面设置，不印出。`status`：每页上方的状态行；`landscape`：true为横排（第8章）；`mirrored`：true为双面镜像页边；`letter`：true为信函格式（10.1）", setup},
		{"contents", "目录。列表，每项`text`（文字）和`to`（标题的anchor）；页码由程序填写", contents},
		{"table", "表格。`caption`：表题；`columns`、`head`、`rows`见下", tableElement},
	}
}

// element makes the block of a fenced element.
func (b *builder) element(m *block) []doc.Block {
	b.noAttribute(m)
	if b.specs == nil {
		b.specs = elements()
	}
	specs := b.specs
	i := slices.IndexFunc(specs, func(s elementSpec) bool { return s.name == m.info })
	if i < 0 {
		b.problem(m.at, "element-unknown", "不认识的代码块“"+m.info+"”", "可用的代码块："+joined(len(specs), func(i int) string { return specs[i].name }))
		return nil
	}
	f := fence{b, m}
	return specs[i].build(f, f.root())
}

func fixed(block doc.Block) func(fence, *node) []doc.Block {
	return func(f fence, root *node) []doc.Block {
		if root != nil {
			f.wrong(root, "空的代码块")
		}
		return []doc.Block{block}
	}
}

// runs gives a scalar as runs of one style.
func (f fence) runs(n *node, style doc.Style) []doc.Inline {
	if n == nil {
		return nil
	}
	return f.line(f.text(n), f.at(n), style)
}

// each gives every scalar of a list as runs of one style.
func (f fence) each(n *node, style doc.Style) [][]doc.Inline {
	var out [][]doc.Inline
	for entry := range f.sequence(n).each() {
		out = append(out, f.runs(entry, style))
	}
	return out
}

// setup changes the sheet, not the text: it gives no block.
func setup(f fence, root *node) []doc.Block {
	m := f.mapping(root, "status", "landscape", "mirrored", "letter")
	f.setup.Status = doc.Plain(f.runs(m.of("status"), doc.Body))
	f.setup.Landscape = f.flag(m.of("landscape"))
	f.setup.Mirrored = f.flag(m.of("mirrored"))
	f.setup.Letter = f.flag(m.of("letter"))
	return nil
}

func masthead(f fence, root *node) []doc.Block {
	m := f.mapping(root, "organs", "word")
	return []doc.Block{doc.Masthead{Organs: f.each(m.of("organs"), doc.Mark), Word: f.runs(m.of("word"), doc.Mark)}}
}

func attachmentMark(f fence, root *node) []doc.Block {
	return []doc.Block{doc.AttachmentMark{Text: f.runs(f.mapping(root, "text").of("text"), doc.AttachmentLabel)}}
}

func attachmentNote(f fence, root *node) []doc.Block {
	var note doc.AttachmentNote
	for entry := range f.sequence(root).each() {
		m := f.mapping(entry, "lead", "name")
		note.Entries = append(note.Entries, doc.AttachmentEntry{
			Lead: f.runs(m.of("lead"), doc.Body), Name: f.runs(m.of("name"), doc.Body),
		})
	}
	return []doc.Block{note}
}

// contentsUse is an entry of a table of contents and where it stands.
type contentsUse struct {
	at diag.Position
	to string
}

func contents(f fence, root *node) []doc.Block {
	var c doc.Contents
	for entry := range f.sequence(root).each() {
		m := f.mapping(entry, "text", "to")
		e := doc.ContentsEntry{Text: f.runs(f.needed(entry, m, "text"), doc.Body), To: f.text(f.needed(entry, m, "to"))}
		f.entries = append(f.entries, contentsUse{f.at(entry), e.To})
		c.Entries = append(c.Entries, e)
	}
	return []doc.Block{c}
}

// checkContents reports entries of tables of contents that lead nowhere.
func (b *builder) checkContents(blocks []doc.Block) {
	known := map[string]bool{}
	for _, block := range blocks {
		switch block := block.(type) {
		case doc.Title:
			known[block.Outline.ID] = true
		case doc.Paragraph:
			known[block.Outline.ID] = true
		}
	}
	for _, e := range b.entries {
		if e.to != "" && !known[e.to] {
			b.problem(e.at, "contents-nowhere", "目录指向不存在的标题“"+e.to+"”", "请检查to")
		}
	}
}

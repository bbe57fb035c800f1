package layout

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// dice gives the same numbers in every run.
type dice uint32

func (d *dice) roll(n int) int {
	*d = *d*1664525 + 1013904223
	return int(*d>>16) % n
}

func randomBlock(d *dice) doc.Block {
	text := han(1+d.roll(200)) + "，到2020年7月30日完成18.43%（PM2.5）。" + han(d.roll(60))
	switch d.roll(12) {
	case 0:
		return doc.PageBreak{}
	case 1, 2:
		return heading("一、" + han(1+d.roll(40)))
	case 3:
		return doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, han(2+d.roll(18))), run(doc.TitleText, han(2+d.roll(18)))}}
	case 4:
		return signed()
	case 5:
		return doc.AttachmentMark{Text: run(doc.AttachmentLabel, "附件")}
	case 6:
		return doc.AttachmentNote{Entries: []doc.AttachmentEntry{{Lead: run(doc.Body, "附件："), Name: run(doc.Body, text)}}}
	case 7:
		return doc.Table{Columns: make([]doc.Column, 2), Head: []doc.Row{headOf("甲", "乙")}, Rows: []doc.Row{rowOf(text, text), rowOf("子", text)}}
	}
	return body(text)
}

// Whatever blocks follow each other, nothing is lost, all stands in the type
// area, and nothing that needs company ends or fills a page alone.
func TestDocumentLaws(t *testing.T) {
	fs := square(t)
	d := dice(3)
	for round := range 150 {
		var blocks []doc.Block
		for range 2 + d.roll(30) {
			blocks = append(blocks, randomBlock(&d))
		}
		document := doc.Document{Blocks: blocks}
		b, problems := Typeset(document, fs)
		if len(problems) > 0 {
			t.Fatalf("round %d: problems %+v", round, problems)
		}
		checkBook(t, b, fs)
		// A row divided between pages is read page by page, so tables are
		// compared by size here and cell by cell in TestTableLaws.
		if got, want := len(plain(b)), len(textOf(document)); got != want {
			t.Fatalf("round %d: %d of %d bytes", round, got, want)
		}
		if got, want := withoutTables(b, blocks), textOf(doc.Document{Blocks: slices.DeleteFunc(slices.Clone(blocks), isTable)}); got != want {
			t.Fatalf("round %d: text differs\n got %s\nwant %s", round, got, want)
		}
		checkCompany(t, b, blocks)
	}
}

func isTable(b doc.Block) bool { _, ok := b.(doc.Table); return ok }

func withoutTables(b *Book, blocks []doc.Block) string {
	var s strings.Builder
	for _, p := range b.Pages {
		for _, r := range p.Runs {
			if !r.Artifact && !isTable(blocks[r.Block]) {
				s.WriteString(r.Text)
			}
		}
	}
	return s.String()
}

func checkCompany(t *testing.T, b *Book, blocks []doc.Block) {
	t.Helper()
	for _, p := range b.Pages {
		first, last := -1, -1
		for _, r := range p.Runs {
			if !r.Artifact {
				if first < 0 {
					first = r.Block
				}
				last = r.Block
			}
		}
		if last < 0 {
			t.Errorf("page %d is empty", p.Number)
			continue
		}
		if alone(blocks, first, last) && p.End != EndForced && p.End != EndDocument {
			t.Errorf("page %d ends %s with a heading", p.Number, p.End)
		}
		if _, ok := blocks[first].(doc.Signature); ok && first > 0 {
			if _, isText := blocks[first-1].(doc.Paragraph); isText {
				t.Errorf("page %d begins with the signature of a text", p.Number)
			}
		}
	}
}

// alone says whether the last block on a page is a heading that is kept with
// the next block, and not the end of a page full of headings.
func alone(blocks []doc.Block, first, last int) bool {
	p, ok := blocks[last].(doc.Paragraph)
	return ok && p.Outline.Level > 0 && first != last
}

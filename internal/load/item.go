package load

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
	"hongtou/internal/zh"
)

// item reads one item's file. Its grammar:
//
//	item    = opening {paragraph} ( fields | aspect {aspect} )
//	aspect  = numbered-opening {paragraph} fields
//	fields  = field {field}
//	field   = label：value | label： paragraph | label：[measure] {measure}
//
// Paragraphs after the opening are the problem's; before aspects they are
// remarks. ok is false when the file cannot be read or holds nothing.
func (l *loader) item(p, id string, labels dossier.Labels) (dossier.Item, bool) {
	pg, ok := l.page(p)
	if !ok || !l.notTooMany(p, pg.blocks, maxItemBlocks) {
		return dossier.Item{}, false
	}
	item := dossier.Item{ID: id, File: pg.name}
	if pg.hasFM {
		var front itemFront
		l.decode(pg.front, pg.fmAt, &front)
		item.Short = front.Short
	}
	l.noAttributes(pg.blocks)
	r := itemReader{l: l, labels: labels, item: &item, blocks: l.noTitles(pg.blocks)}
	if len(r.blocks) == 0 {
		l.errorAt(pg.at, 0, "missing-body", "整改项没有内容", "第一段写“第N项，……”")
		return item, false
	}
	r.read()
	return item, true
}

func (l *loader) noTitles(blocks []markdown.Block) []markdown.Block {
	return slices.DeleteFunc(blocks, func(b markdown.Block) bool {
		if b.Kind == markdown.Title {
			l.errorAt(b.At, 1, "unexpected-title", "整改项文件中没有标题，第一段就是“第N项，……”", "删除这一行")
		}
		return b.Kind == markdown.Title
	})
}

type itemReader struct {
	l      *loader
	labels dossier.Labels
	item   *dossier.Item
	blocks []markdown.Block // what is not read yet
}

func (r *itemReader) done() bool { return len(r.blocks) == 0 }

func (r *itemReader) next() markdown.Block {
	b := r.blocks[0]
	r.blocks = r.blocks[1:]
	return b
}

func (r *itemReader) read() {
	r.opening()
	rest := r.paragraphs(nil)
	ordinary := dossier.Aspect{ID: r.item.ID}
	if !r.done() && !r.atLabel() {
		r.item.Remarks = rest
		for n := 1; !r.done(); n++ {
			r.aspect(n)
		}
		return
	}
	r.item.Problem = append(r.item.Problem, rest...)
	r.fields(&ordinary)
	r.item.Aspects = append(r.item.Aspects, ordinary)
	for n := 2; !r.done(); n++ { // a further aspect after plain fields
		r.aspect(n)
	}
}

// opening reads the paragraph 第N项，….
func (r *itemReader) opening() {
	text := r.blocks[0].Text
	if r.l.numbering > 0 {
		if !r.levelled(text) && r.atLabel() {
			return
		}
		r.next()
		r.item.Problem = []dossier.Text{text}
		r.item.Head = markdown.FirstSentence(text.Value)
		return
	}
	n, number, ok := zh.ParseOrdinal(text.Value)
	after := strings.TrimPrefix(text.Value, number)
	if !ok || !strings.HasPrefix(after, "，") && !strings.HasPrefix(after, ",") {
		r.l.errorAt(text.At, 0, "item-start", "整改项应以“第N项，”开头，N用汉字数字", "写作“"+r.openingMeant(text.Value)+"，……”")
		if r.atLabel() {
			return
		}
	}
	r.next()
	r.item.Ordinal, r.item.Number = n, number
	r.item.Problem = []dossier.Text{text}
	r.item.Head = markdown.FirstSentence(text.Value)
}

var digitOrdinal = regexp.MustCompile(`^第?\s*([0-9０-９]{1,4})\s*项`)

// openingMeant gives the 第N项 that the text, or else the file's name, means.
func (r *itemReader) openingMeant(s string) string {
	if _, printed, ok := zh.ParseOrdinal(s); ok {
		return printed
	}
	digits := r.item.ID
	if m := digitOrdinal.FindStringSubmatch(s); m != nil {
		digits = norm.NFKC.String(m[1])
	}
	n, _ := strconv.Atoi(digits)
	return cmp.Or(zh.Ordinal(n), "第六项")
}

// paragraphs reads up to the next label or aspect.
func (r *itemReader) paragraphs(seen *dossier.Aspect) []dossier.Text {
	var out []dossier.Text
	for !r.done() && !r.atLabel() && !r.atAspect(seen) {
		if b := r.next(); !r.misspelt(b) {
			out = append(out, b.Text)
		}
	}
	return out
}

// atAspect says whether the next block opens an aspect: it is numbered （一）
// and the next label after it starts a set of fields anew (a label the aspect
// being read already has, or any label when none is being read).
func (r *itemReader) atAspect(reading *dossier.Aspect) bool {
	if r.done() || r.blocks[0].Level != 2 {
		return false
	}
	for _, b := range r.blocks[1:] {
		if label, ok := r.label(b); ok {
			return reading == nil || reading.Field(label.kind) != nil
		}
		if b.Level > 0 {
			return false
		}
	}
	return false
}

func (r *itemReader) aspect(n int) {
	b := r.next()
	a := dossier.Aspect{ID: fmt.Sprintf("%s.%d", r.item.ID, cmp.Or(b.Value, n)), Number: b.Number, Problem: []dossier.Text{b.Text}}
	a.Problem = append(a.Problem, r.paragraphs(&dossier.Aspect{})...)
	r.fields(&a)
	r.item.Aspects = append(r.item.Aspects, a)
}

package html

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// 7.3.5.2: a date longer than the organs ends two characters inside the edge.
func TestDateBesideOrgans(t *testing.T) {
	for _, c := range []struct {
		organ, date, class, margin string
	}{
		{"甲市人民政府办公室", "2021年3月5日", `class="date"`, "margin-right:47.2pt"},
		{"甲乙办", "2021年12月15日", `class="long-date"`, "margin-right:31.5pt"},
	} {
		b := newBody(fonts(t))
		b.signature(doc.Signature{Organs: [][]doc.Inline{line(doc.Body, c.organ)}, Date: line(doc.Body, c.date)})
		if got := b.String(); !strings.Contains(got, c.class) || !strings.Contains(got, c.margin) {
			t.Errorf("%s, %s: %s", c.organ, c.date, got)
		}
	}
}

func TestPageBreaks(t *testing.T) {
	p, stop := plain("甲"), doc.PageBreak{}
	for _, c := range []struct {
		blocks         []doc.Block
		parts, newPage int
	}{
		{nil, 0, 0},
		{[]doc.Block{stop, p}, 1, 0},
		{[]doc.Block{p, stop, stop, p, p}, 2, 1},
		{[]doc.Block{p, stop}, 1, 0},
	} {
		b := newBody(fonts(t))
		b.document(c.blocks)
		parts, breaks := strings.Count(b.String(), "<section>"), strings.Count(b.String(), "page-break-before")
		if parts != c.parts || breaks != c.newPage || strings.Count(b.String(), "</section>") != parts {
			t.Errorf("%v: %s", c.blocks, b.String())
		}
	}
}

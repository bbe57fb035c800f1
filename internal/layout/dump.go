package layout

import (
	"fmt"
	"strings"

	"hongtou/internal/fontset"
)

// Dump writes a book as readable lines: every page with its end, every line
// with its place in millimetres, and its stretches of one face and size with
// their first and last x. Goldens compare it, people read it.
func Dump(b *Book, fs *fontset.Set) string {
	w := &dump{fonts: fs}
	for _, p := range b.Pages {
		fmt.Fprintf(w, "page %d%s end=%s\n", p.Number, word(p.Width > p.Height, " landscape"), p.End)
		for i := 0; i < len(p.Runs); {
			i = w.line(p.Runs, i)
		}
		for _, r := range p.Rules {
			fmt.Fprintf(w, "  rule %s,%s – %s,%s width %d%s\n", mm(r.X1), mm(r.Y1), mm(r.X2), mm(r.Y2), r.Width, colourName(r.Colour))
		}
	}
	for _, m := range b.Bookmarks {
		fmt.Fprintf(w, "bookmark %s%s → page %d y=%s #%s\n", strings.Repeat("  ", m.Level-1), m.Title, m.Page+1, mm(m.Y), m.ID)
	}
	return w.String()
}

type dump struct {
	strings.Builder
	fonts *fontset.Set
}

// line writes the runs of one baseline from run i and gives the next one.
func (w *dump) line(runs []Run, i int) int {
	first := runs[i]
	fmt.Fprintf(w, "  y=%s", mm(first.Y))
	w.WriteString(word(first.Artifact, " artifact") + word(first.Turned, " turned"))
	for i < len(runs) && runs[i].Y == first.Y && runs[i].Block == first.Block {
		i = w.stretch(runs, i)
	}
	w.WriteByte('\n')
	return i
}

// stretch writes adjacent runs of one face, size and colour.
func (w *dump) stretch(runs []Run, i int) int {
	first := runs[i]
	var text strings.Builder
	end := first.X
	for ; i < len(runs); i++ {
		r := runs[i]
		if r.Y != first.Y || r.Face != first.Face || r.Size != first.Size || r.Colour != first.Colour || r.Block != first.Block || r.X < end-r.Size*6/10 || r.X > end+first.Size {
			break
		}
		text.WriteString(r.Text)
		end = r.end(w.fonts)
	}
	fmt.Fprintf(w, " [%s–%s %s %g%s] %s", mm(first.X), mm(end), w.fonts.Face(first.Face).Name(), float64(first.Size)/1000, colourName(first.Colour), text.String())
	return i
}

// end is the x behind the last glyph's own cell.
func (r Run) end(fs *fontset.Set) Unit {
	f := fs.Face(r.Face)
	x, last := r.X, Unit(0)
	for _, c := range r.Text {
		last = r.Tracking
		x += Unit(f.Advance(c))*r.Size/1000 + r.Tracking
	}
	sc := scale{r.Size, r.Size}
	if r.Size == em {
		sc = bodyScale
	}
	for _, c := range r.Text {
		_, own := sc.place(f.Advance(c))
		return x - last + own
	}
	return x
}

func word(on bool, text string) string {
	if on {
		return text
	}
	return ""
}

func mm(u Unit) string { return fmt.Sprintf("%.2f", float64(u)*25.4/72_000) }

func colourName(c Colour) string {
	switch c {
	case Black:
		return ""
	case Red:
		return " red"
	}
	return fmt.Sprintf(" #%02x%02x%02x", c.R, c.G, c.B)
}

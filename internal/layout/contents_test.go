package layout

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// volume is contents of n entries before as many parts of a page each.
func volume(n int, name string) doc.Document {
	contents := doc.Contents{}
	blocks := []doc.Block{doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "目录")}}, nil}
	for i := range n {
		id := fmt.Sprintf("part-%d", i)
		contents.Entries = append(contents.Entries, doc.ContentsEntry{Text: run(doc.Body, name), To: id})
		blocks = append(blocks, doc.PageBreak{}, doc.Title{
			Lines: [][]doc.Inline{run(doc.TitleText, name[:3])}, Outline: doc.Outline{Level: 1, Title: name, ID: id},
		}, body("甲"))
	}
	blocks[1] = contents
	return doc.Document{Blocks: blocks}
}

func TestContentsNumberTheirPlaces(t *testing.T) {
	fs := square(t)
	for _, c := range []struct {
		entries, pages int // of the contents
		name           string
	}{{3, 1, "甲县任务书"}, {120, 6, "甲县任务书"}, {30, 3, han(41)}} {
		d := volume(c.entries, c.name)
		for _, d.Setup.Mirrored = range []bool{false, true} {
			b, problems := Typeset(d, fs)
			if len(problems) > 0 {
				t.Errorf("%+v", problems)
			}
			checkBook(t, b, fs)
			if len(b.Pages) != c.pages+c.entries {
				t.Fatalf("%d pages for %d entries", len(b.Pages), c.entries)
			}
			want, text := 0, ""
			for i, p := range b.Pages[:c.pages] {
				right := areaRight
				if d.Setup.Mirrored && i%2 == 1 {
					right -= mirrorStep
				}
				for _, r := range p.Runs {
					if r.Artifact || r.Block != 1 {
						continue
					}
					if text += r.Text; r.Text != fmt.Sprint(c.pages+want+1) {
						continue
					}
					if want++; r.end(fs) != right {
						t.Errorf("number %s ends at %d, want %d", r.Text, r.end(fs), right)
					}
				}
			}
			if want != c.entries || !strings.HasPrefix(text, c.name+fmt.Sprint(c.pages+1)+c.name) {
				t.Errorf("%d of %d numbers: %.200s", want, c.entries, text)
			}
		}
	}
}

// Dots stand one under the other on the cells of the grid, up to the field of
// the numbers, and touch no name.
func TestLeadersOfContents(t *testing.T) {
	fs := square(t)
	for n := 1; n < 60; n++ {
		b, _ := Typeset(volume(1, han(n)), fs)
		last, leader := Unit(0), Run{}
		for _, r := range b.Pages[0].Runs {
			switch {
			case r.Block != 1:
			case r.Artifact:
				leader = r
			case r.Text != "2":
				last = r.end(fs)
			}
		}
		if (leader.X-areaLeft)%cell != 0 || leader.X < last || leader.X > last+2*cell || leader.end(fs) > areaRight-numberField {
			t.Errorf("%d characters end at %d, dots from %d to %d", n, last, leader.X, leader.end(fs))
		}
	}
}

func TestContentsThatLeadNowhere(t *testing.T) {
	d := volume(2, "甲县")
	c := d.Blocks[1].(doc.Contents)
	c.Entries[1].To = "part-9"
	d.Blocks = append(d.Blocks, doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "附")}, Outline: doc.Outline{ID: "part-9"}}) // not listed
	_, problems := Typeset(d, square(t))
	if len(problems) != 1 || problems[0].Code != "contents-unknown" || problems[0].At.Line != 3 {
		t.Errorf("%+v", problems)
	}
}

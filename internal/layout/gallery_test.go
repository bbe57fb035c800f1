package layout

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// gallery has every kind of block once.
func gallery() doc.Document {
	runIn := doc.Paragraph{Head: 1, Text: append(run(doc.Level2, "（一）完成18.43%。"), run(doc.Body, "到2020年7月30日，“整改”——即（PM2.5）浓度达到35μg/m³，按《办法》（试行）执行"+han(40)+"。")...)}
	span := cellOf("各县区政府，市级各部门")
	span.RowSpan = 2
	return doc.Document{
		Setup: doc.Setup{Status: "样张，仅供核对版式"},
		Blocks: []doc.Block{
			redMark("中共甲市委员会办公室", "甲市人民政府办公室"),
			doc.DocNumber{Text: run(doc.Body, "甲办字〔2020〕47号")},
			doc.RedLine{},
			doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "关于印发《甲市整改"), run(doc.TitleText, "实施方案》的通知")}, Outline: doc.Outline{Level: 1, Title: "通知", ID: "notice"}},
			doc.Recipients{Text: run(doc.Body, "各县、区党委和人民政府，市委各部门，市级国家机关及各部门，各人民团体：")},
			filled(3),
			doc.AttachmentNote{Entries: []doc.AttachmentEntry{
				{Lead: run(doc.Body, "附件：1."), Name: run(doc.Body, "整改措施清单"+han(20))}, {Lead: run(doc.Body, "2."), Name: run(doc.Body, "登记表")},
			}},
			signed(),
			doc.PageBreak{},
			doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "整改实施方案")}, Outline: doc.Outline{Level: 1, Title: "方案", ID: "plan"}},
			heading("一、总体要求"), runIn, filled(2),
			doc.AttachmentMark{Text: run(doc.AttachmentLabel, "附件1")},
			doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "整改措施清单")}, Outline: doc.Outline{Level: 1, Title: "清单", ID: "annex"}},
			doc.Paragraph{Head: 1, Text: run(doc.Label, "整改措施：")}, body("1.核查核实。"),
			doc.Table{
				Caption: run(doc.TableHead, "任务一览"), Columns: []doc.Column{{Width: 1, Align: doc.AlignCentre}, {Width: 3}, {Width: 2}},
				Head: []doc.Row{headOf("序号", "任务", "单位")},
				Rows: []doc.Row{{Cells: []doc.Cell{cellOf("1"), cellOf(han(40)), span}}, rowOf("2", "完成5%")},
			},
		},
	}
}

func TestGallery(t *testing.T) {
	fs := square(t)
	b, problems := Typeset(gallery(), fs)
	for _, p := range problems {
		t.Errorf("problem %s: %s", p.Code, p.Message)
	}
	checkBook(t, b, fs)
	golden(t, "gallery.txt", Dump(b, fs))
}

// Reading order is the document's order, and nothing is lost or doubled.
func TestRunsGiveTheDocumentsText(t *testing.T) {
	for _, fs := range []struct {
		name string
		run  func() string
	}{
		{"square", func() string { b, _ := Typeset(gallery(), square(t)); return plain(b) }},
		{"real", func() string { b, _ := Typeset(gallery(), real(t)); return plain(b) }},
	} {
		if got, want := fs.run(), textOf(gallery()); got != want {
			t.Errorf("%s: text differs\n got %s\nwant %s", fs.name, got, want)
		}
	}
}

func textOf(d doc.Document) string {
	var s strings.Builder
	put := func(lines ...[]doc.Inline) {
		for _, l := range lines {
			s.WriteString(doc.Plain(l))
		}
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Masthead:
			put(b.Organs...)
			put(b.Word)
		case doc.DocNumber:
			put(b.Text)
		case doc.Title:
			put(b.Lines...)
		case doc.Recipients:
			put(b.Text)
		case doc.Paragraph:
			put(b.Text)
		case doc.AttachmentNote:
			for _, e := range b.Entries {
				put(e.Lead, e.Name)
			}
		case doc.Signature:
			put(b.Organs...)
			put(b.Date)
		case doc.AttachmentMark:
			put(b.Text)
		case doc.Table:
			put(b.Caption)
			for _, rows := range [][]doc.Row{b.Head, b.Rows} {
				for _, r := range rows {
					for _, c := range r.Cells {
						put(c.Paragraphs...)
					}
				}
			}
		}
	}
	return s.String()
}

// Equal documents give equal books: nothing depends on the order of a map.
func TestSameBookTwice(t *testing.T) {
	fs := real(t)
	a, _ := Typeset(gallery(), fs)
	b, _ := Typeset(gallery(), fs)
	if Dump(a, fs) != Dump(b, fs) {
		t.Error("two runs differ")
	}
}

// No line of a page begins or ends with a mark that may not stand there.
func TestNoMarkWhereItMayNotStand(t *testing.T) {
	fs := real(t)
	var blocks []doc.Block
	for i := 1; i <= 60; i++ {
		blocks = append(blocks, body(han(i)+"，按照《办法》（试行），做好“整改”“治污”；完成18.43%——即998.3533万立方米……"+han(i)+"。"))
	}
	b := typeset(t, fs, blocks...)
	for _, p := range b.Pages {
		for _, l := range linesOf(p, fs) {
			r := []rune(l.text)
			if strings.ContainsRune("，。；）》”…—%", r[0]) || strings.ContainsRune("（《“", r[len(r)-1]) {
				t.Errorf("page %d: line %q", p.Number, l.text)
			}
		}
	}
}

func BenchmarkTypeset(b *testing.B) {
	fs := real(b)
	var d doc.Document
	for range 160 {
		d.Blocks = append(d.Blocks, heading("一、总体要求"), doc.Paragraph{Head: 1, Text: append(run(doc.Level2, "（一）加强组织领导。"),
			run(doc.Body, strings.Repeat("到2020年7月30日，按照《办法》（试行），做好“整改”“治污”，完成18.43%以上；全市各级党委、政府及其相关工作部门要精心部署。", 2))...)})
	}
	book, _ := Typeset(d, fs)
	b.ReportAllocs()
	for b.Loop() {
		Typeset(d, fs)
	}
	b.ReportMetric(float64(len(book.Pages)), "pages")
	b.ReportMetric(float64(len(book.Pages))*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}

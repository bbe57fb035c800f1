package build

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// archived is an archive of a book, a form of the second aspect of item 7, and
// a workbook of forms, for a unit in whose book two bodies' tasks stand.
func archived() docset.Document {
	county := &dossier.Unit{ID: "jia-xian", Name: dossier.Text{Value: "甲县政府"}}
	committee := &dossier.Unit{ID: "jia-xianwei", Name: dossier.Text{Value: "甲县委"}}
	r := &assign.Recipient{
		Unit: county, Units: []*dossier.Unit{committee, county},
		Responsible: []assign.Share{{Task: &assign.Task{ID: "07.2", Label: "第七项（二）"}}},
	}
	d := &dossier.Dossier{ID: "mini", Plan: dossier.Plan{Title: dossier.Title{Text: dossier.Text{Value: "甲市整改方案"}}}}
	d.Notice.DocNumber, d.Notice.Date = dossier.Text{Value: "甲政发〔2021〕3号"}, dossier.Date{Text: dossier.Text{Value: "2021年3月5日"}}
	edition := &amend.Edition{Dossier: d, Issued: d, Date: "2021-06-01"}
	document := func(kind docset.Kind, item string, files ...string) docset.Document {
		out := docset.Document{Kind: kind, Dossier: d, Text: edition, Edition: "2021-06-01", Recipient: r, Unit: county.ID, Item: item, Folder: "销号验收"}
		for _, f := range files {
			out.Files = append(out.Files, docset.File{Format: docset.Format(f[strings.LastIndexByte(f, '.')+1:]), Path: f})
		}
		return out
	}
	out := document(docset.Bundle, "", "mini/分发/甲县政府.zip")
	out.Parts = []docset.Document{
		document(docset.TaskBook, "", "mini/任务书/甲县政府.pdf", "mini/任务书/甲县政府.html"),
		document(docset.Acceptance, "07.2", "mini/销号验收/甲县政府/07.2.pdf", "mini/销号验收/甲县政府/07.2.html"),
		document(docset.Acceptance, "", "mini/销号验收/甲县政府.xlsx"),
	}
	return out
}

func TestContentsOfAnArchive(t *testing.T) {
	c := contents(archived())
	var got []string
	for _, d := range c.Documents {
		for _, f := range d.Files {
			got = append(got, d.Title+" "+f.Name)
		}
	}
	book, forms := kindTitle(docset.TaskBook), kindTitle(docset.Acceptance)
	want := []string{
		book + " " + book + ".pdf", book + " " + book + ".html",
		"第七项（二）" + forms + " 销号验收/第七项（二）.pdf",
		forms + " " + forms + ".xlsx",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if c.Folder != "甲县政府" || c.Date != "2021-06-01" || !slices.Equal(c.Cover.Bodies, []string{"甲县委", "甲县政府"}) ||
		c.Cover.Plan != "甲市整改方案" || !slices.Equal(c.Cover.Basis, []string{"2021年3月5日通知（甲政发〔2021〕3号）"}) {
		t.Errorf("%+v", c)
	}
}

// TestFormsAreNamedAsPrinted, unless two would have one name or some system
// would refuse it.
func TestFormsAreNamedAsPrinted(t *testing.T) {
	for _, c := range []struct {
		labels [2]string
		want   [2]string
	}{
		{[2]string{"第七项", "第八项（一）"}, [2]string{"第七项", "第八项（一）"}},
		{[2]string{"第七项", "第七项"}, [2]string{"07", "08.1"}},
		{[2]string{"第七项A", "第七项a"}, [2]string{"07", "08.1"}},
		{[2]string{"第七/项", "con"}, [2]string{"07", "08.1"}},
		{[2]string{"第七项?", ""}, [2]string{"07", "08.1"}},
	} {
		r := &assign.Recipient{Responsible: []assign.Share{
			{Task: &assign.Task{ID: "07", Label: c.labels[0]}}, {Task: &assign.Task{ID: "08.1", Label: c.labels[1]}},
		}}
		got := formNames([]docset.Document{{Recipient: r, Item: "07"}, {Recipient: r, Item: "08.1"}})
		if !slices.Equal(got, c.want[:]) {
			t.Errorf("%q: %q", c.labels, got)
		}
	}
}

// TestCitedByWhatTheyDo: a notice is cited by the word of its own title.
func TestCitedByWhatTheyDo(t *testing.T) {
	d := archived()
	d.Text.Issued.Notice.Title.Value = "关于印发《甲市整改方案》的通知"
	for _, title := range []string{"关于补充完善《甲市整改方案》部分内容的通知", "通知"} {
		a := &dossier.Amendment{}
		a.Date.Value, a.Title.Value = "2021年6月1日", title
		d.Sources = append(d.Sources, a)
	}
	want := []string{"2021年3月5日印发通知（甲政发〔2021〕3号）", "2021年6月1日补充完善通知", "2021年6月1日修改通知"}
	if got := basis(d); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestEveryPartDecidesTheArchive: another part, name, edition or cover is
// another archive; a file that stays out is not.
func TestEveryPartDecidesTheArchive(t *testing.T) {
	written := func(d docset.Document, of func(docset.File) string) string {
		var b bytes.Buffer
		writeParcel(&b, d, of)
		return b.String()
	}
	same := func(docset.File) string { return "sum" }
	first := written(archived(), same)
	for name, change := range map[string]func(*docset.Document){
		"edition of a part": func(d *docset.Document) { d.Parts[0].Edition = "2021-08-02" },
		"edition":           func(d *docset.Document) { d.Edition = "2021-08-02" },
		"unit":              func(d *docset.Document) { d.Recipient.Unit.Name.Value = "乙县政府" },
		"one part less":     func(d *docset.Document) { d.Parts = d.Parts[1:] },
		"another item":      func(d *docset.Document) { d.Parts[1].Item = "07.1" },
	} {
		d := archived()
		change(&d)
		if written(d, same) == first {
			t.Errorf("%s: makes no difference", name)
		}
	}
	for _, c := range []struct {
		path    string
		decides bool
	}{
		{"mini/销号验收/甲县政府/07.2.pdf", true}, {"mini/任务书/甲县政府.html", true}, {"mini/销号验收/甲县政府/07.2.html", false},
	} {
		got := written(archived(), func(f docset.File) string {
			if f.Path == c.path {
				return "other"
			}
			return "sum"
		})
		if (got != first) != c.decides {
			t.Errorf("%s: decides %v, want %v", c.path, got != first, c.decides)
		}
	}
}

package compose

import (
	"hongtou/internal/doc"
	"hongtou/internal/docset"
)

const volumeWords = "任务书汇编"

type volumeView struct {
	Title *Title         `doc:"标题：方案的标题和“任务书汇编”，分册的写明第几册"`
	Whole bool           `doc:"全部任务书都在这一册"`
	Books []taskBookView `doc:"各册任务书，按名册的顺序"`
}

// newVolume puts the task books together as they are, each of its own edition.
func newVolume(m *memory, p docset.Document) volumeView {
	place := doc.Outline{Level: 1, Title: p.Title, ID: "volume"}
	v := volumeView{Title: inline("volume.title", p.Dossier.Plan.Title, p.Title, place), Whole: p.Title == p.Dossier.Words.Say(volumeWords)}
	for _, part := range p.Parts {
		v.Books = append(v.Books, m.newTaskBook(part))
	}
	return v
}

func (v volumeView) must() []*value {
	out := v.Title.must()
	for _, b := range v.Books {
		out = append(append(out, b.Head.Title.held()), b.must()...)
	}
	return out
}

func volumeOf(m *memory, p docset.Document) view {
	v := newVolume(m, p)
	return view{data: v, document: v.must}
}

func volumeMeta(p docset.Document) doc.Meta {
	return madeMeta(p, planInMarks(p.Dossier)+p.Title)
}

package load

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
	"hongtou/internal/nearest"
)

// itemList reads the items that dossier.yaml lists.
type itemList struct {
	l      *loader
	folder string
	labels dossier.Labels
	listed map[string]bool          // by any part
	first  map[string]diag.Position // where an item is listed
}

// annex reads the parts in the order of dossier.yaml and each item's file.
func (l *loader) annex(folder string, s annexShape, labels dossier.Labels) dossier.Annex {
	title, problems := markdown.SplitTitle(s.Title)
	if s.Title.IsZero() {
		title, problems = dossier.Title{}, nil
	}
	l.add(problems...)
	l.numbering = l.numberingOf(s.Numbering)
	list := itemList{l: l, folder: folder, labels: labels, listed: map[string]bool{}, first: map[string]diag.Position{}}
	for _, p := range s.Parts {
		for _, id := range p.Items {
			list.listed[id.Value] = true
		}
	}
	out := dossier.Annex{Mark: s.Mark, Title: title}
	for _, p := range s.Parts {
		out.Parts = append(out.Parts, list.part(p))
		if len(p.Items) == 0 {
			list.incomplete()
		}
	}
	if len(s.Parts) == 0 {
		list.incomplete()
	}
	list.rest()
	return out
}

// incomplete notes that an item, or an entry of the list, could not be read.
func (r *itemList) incomplete() { r.l.unread[r.folder+"/items/"] = true }

// reserved are first words of addresses that are no items.
var reserved = []string{"plan", "part", "unit", "person"}

func (r *itemList) part(s partShape) dossier.Part {
	out := dossier.Part{Heading: headingOf(s.Heading)}
	for _, listed := range s.Items {
		id := r.l.id(listed)
		at, twice := r.first[id]
		switch {
		case !idForm.MatchString(id):
			r.incomplete() // reported
			continue
		case slices.Contains(reserved, id):
			r.l.errorAt(listed.At, listed.Len(), "bad-id", fmt.Sprintf("整改项不能以“%s”命名", id), "这个词另有用途；用序号命名，如“01”")
			r.incomplete()
			continue
		case twice:
			r.l.add(diag.Diagnostic{
				Code: "duplicate-item", Message: fmt.Sprintf("整改项“%s”列了两次", id), Hint: "保留一个",
				At: listed.At, Length: listed.Len(), Notes: []diag.Note{{Message: "第一次列在这里", At: at}},
			})
			continue
		}
		r.first[id] = listed.At
		if item, ok := r.item(listed, id); ok {
			out.Items = append(out.Items, item)
		} else {
			r.incomplete()
		}
	}
	return out
}

func (r *itemList) path(id string) string { return r.folder + "/items/" + id + ".md" }

func (r *itemList) item(listed dossier.Text, id string) (dossier.Item, bool) {
	p := r.path(id)
	if r.l.files.Has(p) {
		return r.l.item(p, id, r.labels)
	}
	hint := "新建该文件，或从items中删除"
	strangers := slices.DeleteFunc(r.found(), func(id string) bool { return r.listed[id] })
	if other, ok := nearest.Of(id, strangers); ok {
		hint = fmt.Sprintf("文件夹中有“%s.md”：是同一项的，把文件名改为“%s.md”", other, id)
	}
	r.l.errorAt(listed.At, listed.Len(), "missing-file", fmt.Sprintf("没有整改项“%s”的文件%s", id, path.Base(p)), hint)
	return dossier.Item{}, false
}

// found gives the IDs of the item files that are listed nowhere so far.
func (r *itemList) found() []string {
	var out []string
	for _, p := range r.l.files.Paths() {
		id := strings.TrimSuffix(path.Base(p), ".md")
		if path.Dir(p) == r.folder+"/items" && path.Ext(p) == ".md" && !r.l.used[p] {
			out = append(out, id)
		}
	}
	return out
}

// rest reports item files that no part lists, and what is wrong in them. Of a
// list that is itself incomplete this says nothing.
func (r *itemList) rest() {
	incomplete := r.l.unread[r.folder+"/items/"]
	for _, id := range r.found() {
		p := r.path(id)
		if !incomplete {
			r.l.errorAt(r.l.at(p), 0, "item-unlisted", fmt.Sprintf("整改项“%s”没有列入dossier.yaml的任何部分", id), "把它写进annex.parts的items")
		}
		r.l.item(p, id, r.labels)
	}
}

// foundItems stands in for the list of a dossier.yaml that cannot be read, so
// that the problems of the items are reported all the same.
func (l *loader) foundItems(folder string) []partShape {
	list := itemList{l: l, folder: folder}
	var part partShape
	for _, id := range list.found() {
		part.Items = append(part.Items, dossier.Text{Value: id, At: l.at(list.path(id))})
	}
	return []partShape{part}
}

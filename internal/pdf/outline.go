package pdf

import (
	"fmt"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// entry is one outline item under construction. The root has no bookmark.
type entry struct {
	mark     layout.Bookmark
	ref      object.Ref
	kids     []*entry
	unfolded bool
}

// addOutline builds the outline tree (ISO 32000-1, 12.3.3). Entries of the
// first level open unfolded, deeper ones folded: a reader sees sections and
// items at once, not every heading.
func (j *job) addOutline() error {
	if len(j.book.Bookmarks) == 0 {
		return nil
	}
	root := nest(j.book.Bookmarks)
	j.number(root)
	if err := j.write(root, nil, 0); err != nil {
		return err
	}
	j.root["Outlines"] = root.ref
	j.root["PageMode"] = object.Name("UseOutlines")
	return nil
}

// nest makes a tree of the flat list. A heading that skips a level hangs on
// the nearest one above it; levels below 1 count as 1.
func nest(marks []layout.Bookmark) *entry {
	root := &entry{unfolded: true}
	path := []*entry{root}
	for _, m := range marks {
		m.Level = max(m.Level, 1)
		for len(path) > 1 && path[len(path)-1].mark.Level >= m.Level {
			path = path[:len(path)-1]
		}
		parent := path[len(path)-1]
		e := &entry{mark: m, unfolded: parent == root}
		parent.kids = append(parent.kids, e)
		path = append(path, e)
	}
	return root
}

// number gives the entries objects in reading order.
func (j *job) number(e *entry) {
	e.ref = j.file.Add(object.Null{})
	for _, kid := range e.kids {
		j.number(kid)
	}
}

// write fills in the object of an entry, the i-th child of its parent.
func (j *job) write(e, parent *entry, i int) error {
	d := object.Dict{"Type": object.Name("Outlines")}
	if parent != nil {
		dest, err := j.destination(e.mark)
		if err != nil {
			return err
		}
		d = object.Dict{"Title": object.Text(e.mark.Title), "Parent": parent.ref, "Dest": dest}
		if i > 0 {
			d["Prev"] = parent.kids[i-1].ref
		}
		if i+1 < len(parent.kids) {
			d["Next"] = parent.kids[i+1].ref
		}
	}
	if n := len(e.kids); n > 0 {
		d["First"], d["Last"] = e.kids[0].ref, e.kids[n-1].ref
		d["Count"] = object.Integer(e.visible())
		if !e.unfolded {
			d["Count"] = object.Integer(-e.visible())
		}
	}
	j.file.Objects[e.ref] = d
	for i, kid := range e.kids {
		if err := j.write(kid, e, i); err != nil {
			return err
		}
	}
	return nil
}

// visible counts the descendants one sees when the entry is unfolded.
func (e *entry) visible() int {
	n := len(e.kids)
	for _, kid := range e.kids {
		if kid.unfolded {
			n += kid.visible()
		}
	}
	return n
}

// destination is the place of a bookmark: its page, the line at the top of the
// window, the zoom as it is.
func (j *job) destination(m layout.Bookmark) (object.Array, error) {
	if m.Page < 0 || m.Page >= len(j.pages) {
		return nil, fmt.Errorf("bookmark %q leads to page %d of %d", m.Title, m.Page, len(j.pages))
	}
	y := points(j.book.Pages[m.Page].Height - m.Y)
	return object.Array{j.pages[m.Page].ref, object.Name("XYZ"), object.Integer(0), object.Real(y), object.Null{}}, nil
}

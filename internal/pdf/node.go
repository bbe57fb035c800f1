package pdf

import (
	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// node is a structure element under construction (ISO 32000-1, 14.7.2).
type node struct {
	ref  object.Ref
	dict object.Dict
	page object.Ref // where its first content is; 0 = it has none of its own
	kids object.Array
}

func (j *job) newNode(d object.Dict) *node {
	return &node{ref: j.file.Add(d), dict: d}
}

// elementDict is an element without its content. Type is left out: it is
// optional, and there are many elements.
func (j *job) elementDict(i int, parent object.Ref) object.Dict {
	e := j.book.Elements[i]
	d := object.Dict{"S": object.Name(e.Role), "P": parent}
	if a := tableAttributes(e); a != nil {
		d["A"] = a
	}
	if box := j.boxes[i]; box != nil { // of a figure (14.8.5.4)
		d["A"] = object.Dict{"O": object.Name("Layout"), "BBox": box, "Placement": object.Name("Block")}
	}
	if e.ID != "" {
		d["ID"] = object.String(e.ID)
	}
	if e.Alt != "" {
		d["Alt"] = object.Text(e.Alt)
	}
	return d
}

// scopes are our words for the direction a header cell speaks for.
var scopes = map[string]object.Name{"col": "Column", "row": "Row"}

// tableAttributes are those of a cell (14.8.5.7); nil if there are none.
func tableAttributes(e layout.Element) object.Object {
	a := object.Dict{}
	if s := scopes[e.Scope]; s != "" {
		a["Scope"] = s
	}
	if e.ColSpan > 1 {
		a["ColSpan"] = object.Integer(e.ColSpan)
	}
	if e.RowSpan > 1 {
		a["RowSpan"] = object.Integer(e.RowSpan)
	}
	if len(a) == 0 {
		return nil
	}
	a["O"] = object.Name("Table")
	return a
}

// hang adds a marked sequence of a page (14.7.4.2).
func (n *node) hang(mcid int, page object.Ref) {
	if n.page == 0 {
		n.page = page
		n.dict["Pg"] = page
	}
	if n.page == page {
		n.kids = append(n.kids, object.Integer(mcid))
		return
	}
	n.kids = append(n.kids, object.Dict{"Type": object.Name("MCR"), "Pg": page, "MCID": object.Integer(mcid)})
}

func (n *node) close() {
	switch {
	case n == nil || len(n.kids) == 0:
	case len(n.kids) == 1:
		n.dict["K"] = n.kids[0]
	default:
		n.dict["K"] = n.kids
	}
}

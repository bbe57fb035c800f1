package pdf

import (
	"strconv"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// node is a structure element under construction (ISO 32000-1, 14.7.2). There
// are hundreds in a file, so they are written out without dictionaries.
type node struct {
	ref    object.Ref
	role   layout.Role
	parent object.Ref
	attrs  object.Object // of a cell or figure; nil for most
	id     string
	alt    object.Object // a text string; nil if there is none
	page   object.Ref    // where its first content is; 0 = it has none of its own
	kids   []byte        // in their written form, a space before each
	many   int           // how many
}

func (j *job) newNode(n node) *node {
	n.ref = j.file.Add(object.Null{})
	return &n
}

// elementNode is an element without its content.
func (j *job) elementNode(i int, parent object.Ref) *node {
	e := &j.book.Elements[i]
	n := node{role: e.Role, parent: parent, attrs: tableAttributes(e), id: e.ID}
	if box := j.boxes[i]; box != nil { // of a figure (14.8.5.4)
		n.attrs = object.Dict{"O": object.Name("Layout"), "BBox": box, "Placement": object.Name("Block")}
	}
	if e.Alt != "" {
		n.alt = object.Text(e.Alt)
	}
	return j.newNode(n)
}

// scopes are our words for the direction a header cell speaks for.
var scopes = map[string]object.Name{"col": "Column", "row": "Row"}

// tableAttributes are those of a cell (14.8.5.7); nil if there are none.
func tableAttributes(e *layout.Element) object.Object {
	if e.Scope == "" && e.ColSpan <= 1 && e.RowSpan <= 1 {
		return nil
	}
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
	}
	n.many++
	if n.page == page {
		n.kids = strconv.AppendInt(append(n.kids, ' '), int64(mcid), 10)
		return
	}
	n.kids = strconv.AppendInt(append(n.kids, " <</MCID "...), int64(mcid), 10)
	n.kids = append(appendRef(append(n.kids, "/Pg "...), page), "/Type /MCR>>"...)
}

// hangObject adds an annotation (14.7.4.3).
func (n *node) hangObject(annotation, page object.Ref) {
	n.many++
	n.kids = appendRef(append(n.kids, " <</Obj "...), annotation)
	n.kids = append(appendRef(append(n.kids, "/Pg "...), page), "/Type /OBJR>>"...)
}

// hangNode adds an element below this one.
func (n *node) hangNode(kid *node) {
	n.many++
	n.kids = appendRef(append(n.kids, ' '), kid.ref)
}

func appendRef(out []byte, r object.Ref) []byte {
	return append(strconv.AppendInt(out, int64(r), 10), " 0 R"...)
}

// appendTo writes the element. Type is left out: it is optional, and there are
// many elements.
func (n *node) appendTo(out []byte) []byte {
	out = append(out, "<<"...)
	if n.attrs != nil {
		out = object.AppendTo(append(out, "/A "...), n.attrs)
	}
	if n.alt != nil {
		out = object.AppendTo(append(out, "/Alt "...), n.alt)
	}
	if n.id != "" {
		out = object.AppendTo(append(out, "/ID "...), object.String(n.id))
	}
	switch n.many {
	case 0:
	case 1:
		out = append(append(out, "/K"...), n.kids...)
	default:
		out = append(append(append(out, "/K ["...), n.kids[1:]...), ']')
	}
	out = appendRef(append(out, "/P "...), n.parent)
	if n.page != 0 {
		out = appendRef(append(out, "/Pg "...), n.page)
	}
	return append(object.AppendTo(append(out, "/S "...), object.Name(n.role)), ">>"...)
}

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
	attrs  object.Raw // of a cell or figure; nil for most
	id     string
	alt    object.Object // a text string; nil if there is none
	page   object.Ref    // where its first content is; 0 = it has none of its own
	kids   []byte        // in their written form, a space before each
	many   int           // how many
}

// newNode takes a node from the store, with room for what most have below them.
func (j *job) newNode(n node) *node {
	const most = 16
	n.ref = j.file.Add(nil)
	if len(j.store.nodes) == 0 {
		j.store.nodes = make([]node, len(j.book.Elements)+1)
		j.store.kids = make([]byte, most*len(j.store.nodes))
	}
	n.kids, j.store.kids = j.store.kids[:0:most], j.store.kids[most:]
	out := &j.store.nodes[0]
	*out, j.store.nodes = n, j.store.nodes[1:]
	return out
}

// nodeStore holds nodes nobody has taken yet.
type nodeStore struct {
	nodes []node
	kids  []byte
}

// elementNode is an element without its content.
func (j *job) elementNode(i int, parent object.Ref) *node {
	e := &j.book.Elements[i]
	n := node{role: e.Role, parent: parent, attrs: tableAttributes(e), id: e.ID}
	if box := j.boxes[i]; box != nil { // of a figure (14.8.5.4)
		n.attrs = object.AppendTo(nil, object.Dict{"O": object.Name("Layout"), "BBox": box, "Placement": object.Name("Block")})
	}
	if e.Alt != "" {
		n.alt = object.Text(e.Alt)
	}
	return j.newNode(n)
}

// scopes are our words for the direction a header cell speaks for, and PDF's.
var scopes = map[string]string{"col": "/Scope /Column", "row": "/Scope /Row"}

// tableAttributes are those of a cell (14.8.5.7); nil if there are none.
func tableAttributes(e *layout.Element) object.Raw {
	scope := scopes[e.Scope]
	if scope == "" && e.ColSpan <= 1 && e.RowSpan <= 1 {
		return nil
	}
	out := append(make(object.Raw, 0, 64), "<<"...)
	if e.ColSpan > 1 {
		out = strconv.AppendInt(append(out, "/ColSpan "...), int64(e.ColSpan), 10)
	}
	out = append(out, "/O /Table"...)
	if e.RowSpan > 1 {
		out = strconv.AppendInt(append(out, "/RowSpan "...), int64(e.RowSpan), 10)
	}
	return append(append(out, scope...), ">>"...)
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
		out = append(append(out, "/A "...), n.attrs...)
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
	return append(append(append(out, "/S /"...), n.role...), ">>"...)
}

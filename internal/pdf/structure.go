package pdf

import (
	"cmp"
	"fmt"
	"slices"

	"hongtou/internal/pdf/object"
)

// structure is the tree under construction.
type structure struct {
	root   object.Ref
	nodes  []*node      // of the book's elements
	links  []*node      // of the same elements: the link inside, nil for most
	parent object.Array // number tree from pages and annotations to elements
	next   int          // its next key
}

// addStructure builds the structure tree: one Document with the elements of
// the book, each with its marked sequences on whatever pages they stand, and
// the tree back from the sequences.
func (j *job) addStructure() error {
	if !j.tagged() {
		return nil
	}
	s := &structure{root: j.file.Add(object.Null{}), links: make([]*node, len(j.book.Elements))}
	document := j.newNode(object.Dict{"S": object.Name("Document"), "P": s.root})
	for i, e := range j.book.Elements {
		if e.Parent >= i || e.Parent < -1 {
			return fmt.Errorf("element %d stands before its parent %d", i, e.Parent)
		}
		up := document
		if e.Parent >= 0 {
			up = s.nodes[e.Parent]
		}
		s.nodes = append(s.nodes, j.newNode(j.elementDict(i, up.ref)))
	}
	j.addLinks(s)
	j.hangContent(s)
	j.addAnnotations(s)
	for i, e := range j.book.Elements { // after their parent's own content
		up := document
		if e.Parent >= 0 {
			up = s.nodes[e.Parent]
		}
		up.kids = append(up.kids, s.nodes[i].ref)
	}
	for _, n := range slices.Concat([]*node{document}, s.nodes, s.links) {
		n.close()
	}
	return j.closeStructure(s, document)
}

// hangContent gives the elements their marked sequences, page by page.
func (j *job) hangContent(s *structure) {
	for i := range j.pages {
		p := &j.pages[i]
		p.dict["Tabs"] = object.Name("S")
		if len(p.marks) == 0 {
			continue
		}
		var owners object.Array
		for mcid, e := range p.marks {
			n := s.nodes[e]
			if s.links[e] != nil {
				n = s.links[e]
			}
			n.hang(mcid, p.ref)
			owners = append(owners, n.ref)
		}
		p.dict["StructParents"] = s.enter(owners)
	}
}

// enter gives an entry of the parent tree its key (14.7.4.4).
func (s *structure) enter(o object.Object) object.Integer {
	key := object.Integer(s.next)
	s.parent = append(s.parent, key, o)
	s.next++
	return key
}

// closeStructure writes the root and makes the catalog know it.
func (j *job) closeStructure(s *structure, document *node) error {
	root := object.Dict{
		"Type": object.Name("StructTreeRoot"), "K": document.ref,
		"ParentTree":        j.file.Add(object.Dict{"Nums": s.parent}),
		"ParentTreeNextKey": object.Integer(s.next),
	}
	ids, err := j.elementIDs(s)
	if err != nil {
		return err
	}
	if len(ids) > 0 {
		root["IDTree"] = j.file.Add(object.Dict{"Names": ids})
	}
	j.file.Objects[s.root] = root
	j.root["StructTreeRoot"] = s.root
	j.root["MarkInfo"] = object.Dict{"Marked": object.Bool(true)}
	return nil
}

// elementIDs is the name tree of the elements that have an ID.
func (j *job) elementIDs(s *structure) (object.Array, error) {
	var named []int
	for i, e := range j.book.Elements {
		if e.ID != "" {
			named = append(named, i)
		}
	}
	id := func(i int) string { return j.book.Elements[i].ID }
	slices.SortFunc(named, func(a, b int) int { return cmp.Compare(id(a), id(b)) })
	var out object.Array
	for k, i := range named {
		if k > 0 && id(named[k-1]) == id(i) {
			return nil, fmt.Errorf("two elements have the id %q", id(i))
		}
		out = append(out, object.String(id(i)), s.nodes[i].ref)
	}
	return out, nil
}

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
	nodes  []*node // of the book's elements
	links  []*node // of the same elements: the link inside, nil for most
	parent []pair  // number tree from pages and annotations to elements; keys count up
}

// addStructure builds the structure tree: one Document with the elements of
// the book, each with its marked sequences on whatever pages they stand, and
// the tree back from the sequences.
func (j *job) addStructure() error {
	if !j.tagged() {
		return nil
	}
	s := &structure{root: j.file.Add(object.Null{}), links: make([]*node, len(j.book.Elements))}
	document := j.newNode(node{role: "Document", parent: s.root})
	s.nodes = make([]*node, 0, len(j.book.Elements))
	for i, e := range j.book.Elements {
		if e.Parent >= i || e.Parent < -1 {
			return fmt.Errorf("element %d stands before its parent %d", i, e.Parent)
		}
		up := document
		if e.Parent >= 0 {
			up = s.nodes[e.Parent]
		}
		s.nodes = append(s.nodes, j.elementNode(i, up.ref))
	}
	j.addLinks(s)
	j.hangContent(s)
	j.addAnnotations(s)
	for i, e := range j.book.Elements { // after their parent's own content
		up := document
		if e.Parent >= 0 {
			up = s.nodes[e.Parent]
		}
		up.hangNode(s.nodes[i])
	}
	j.writeNodes(document, s)
	return j.closeStructure(s, document)
}

// writeNodes puts the finished elements into the file.
func (j *job) writeNodes(document *node, s *structure) {
	out := make([]byte, 0, 64*len(s.nodes)+1024)
	raws := make([]object.Raw, 0, 1+2*len(s.nodes)) // pointed to: an object holds a pointer without a copy
	write := func(n *node) {
		from := len(out)
		out = n.appendTo(out)
		raws = append(raws, out[from:len(out):len(out)])
		j.file.Objects[n.ref] = &raws[len(raws)-1]
		j.archival = j.archival && n.many <= maxArray
	}
	write(document)
	for i, n := range s.nodes {
		write(n)
		if s.links[i] != nil {
			write(s.links[i])
		}
	}
}

// hangContent gives the elements their marked sequences, page by page.
func (j *job) hangContent(s *structure) {
	for i := range j.pages {
		p := &j.pages[i]
		p.dict["Tabs"] = object.Name("S")
		if len(p.marks) == 0 {
			continue
		}
		owners := make([]object.Ref, 0, len(p.marks))
		for mcid, e := range p.marks {
			n := s.nodes[e]
			if s.links[e] != nil {
				n = s.links[e]
			}
			n.hang(mcid, p.ref)
			owners = append(owners, n.ref)
		}
		j.archival = j.archival && len(owners) <= maxArray
		p.dict["StructParents"] = s.enter(refList(owners))
	}
}

// enter gives an entry of the parent tree its key (14.7.4.4).
func (s *structure) enter(o object.Object) object.Integer {
	key := object.Integer(len(s.parent))
	s.parent = append(s.parent, pair{key, o})
	return key
}

// closeStructure writes the root and makes the catalog know it.
func (j *job) closeStructure(s *structure, document *node) error {
	root := object.Dict{
		"Type": object.Name("StructTreeRoot"), "K": document.ref,
		"ParentTree":        j.addTree("Nums", s.parent),
		"ParentTreeNextKey": object.Integer(len(s.parent)),
	}
	ids, err := j.elementIDs(s)
	if err != nil {
		return err
	}
	if len(ids) > 0 {
		root["IDTree"] = j.addTree("Names", ids)
	}
	j.file.Objects[s.root] = root
	j.root["StructTreeRoot"] = s.root
	j.root["MarkInfo"] = object.Dict{"Marked": object.Bool(true)}
	return nil
}

// elementIDs is the name tree of the elements that have an ID.
func (j *job) elementIDs(s *structure) ([]pair, error) {
	var named []int
	for i, e := range j.book.Elements {
		if e.ID != "" {
			named = append(named, i)
		}
	}
	id := func(i int) string { return j.book.Elements[i].ID }
	slices.SortFunc(named, func(a, b int) int { return cmp.Compare(id(a), id(b)) })
	var out []pair
	for k, i := range named {
		if k > 0 && id(named[k-1]) == id(i) {
			return nil, fmt.Errorf("two elements have the id %q", id(i))
		}
		out = append(out, pair{object.String(id(i)), s.nodes[i].ref})
	}
	return out, nil
}

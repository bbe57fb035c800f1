package compose

import (
	"sync"
	"text/template"
	"text/template/parse"

	"hongtou/internal/dossier"
)

// wordings keeps the templates in the words of plans, by the words. A run has
// as many as dossiers that say otherwise.
type wordings struct {
	mu    sync.Mutex
	known map[string]Templates
}

// in gives the templates in the words of a plan: only their fixed text is
// changed, what they put never.
func (ts Templates) in(w dossier.Words) Templates {
	if w.Key() == "" || ts.set == nil {
		return ts
	}
	ts.wordings.mu.Lock()
	defer ts.wordings.mu.Unlock()
	if own, ok := ts.wordings.known[w.Key()]; ok {
		return own
	}
	own := ts
	own.set, own.fast = template.New("").Option("missingkey=error"), programs{}
	for _, t := range ts.set.Templates() {
		if t.Tree == nil {
			continue
		}
		tree := t.Tree.Copy()
		say(tree.Root, w)
		if _, err := own.set.AddParseTree(t.Name(), tree); err != nil {
			return ts // cannot be: the same tree was added before
		}
		if program, ok := compile(tree.Root, ts.files); ok {
			own.fast[t.Name()] = program
		}
	}
	ts.wordings.known[w.Key()] = own
	return own
}

// say changes the fixed text of a list of nodes.
func say(l *parse.ListNode, w dossier.Words) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			n.Text = []byte(w.Say(string(n.Text)))
		case *parse.IfNode:
			sayBranch(&n.BranchNode, w)
		case *parse.WithNode:
			sayBranch(&n.BranchNode, w)
		case *parse.RangeNode:
			sayBranch(&n.BranchNode, w)
		}
	}
}

func sayBranch(b *parse.BranchNode, w dossier.Words) {
	say(b.List, w)
	say(b.ElseList, w)
}

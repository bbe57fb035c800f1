package check

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// wrongBooks reports units that share a book (合用一册) with one that cannot
// hold it: every task must stand in exactly one book, made in the name of a
// unit that receives documents.
func wrongBooks(o *office) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i := range o.reg.Units {
		u := &o.reg.Units[i]
		if u.Book.Value == "" {
			continue
		}
		if message, hint := o.wrongBook(u); message != "" {
			out = append(out, whole(u.Book, message, hint))
		}
	}
	return out
}

func (o *office) wrongBook(u *dossier.Unit) (message, hint string) {
	name, id := u.Name.Value, u.Book.Value
	holder := o.index.Unit(id)
	switch {
	case holder == nil:
		return fmt.Sprintf("与“%s”合用一册的单位代号“%s”不在名册中", name, id), o.nearID(id)
	case id == u.ID:
		return fmt.Sprintf("“%s”与它自己合用一册", name), "删去book，或写另一个单位的代号"
	case holder.Book.Value != "":
		return fmt.Sprintf("与“%s”合用一册的“%s”又与别的单位合用一册", name, holder.Name.Value), fmt.Sprintf("都写同一个单位：book: %s", holder.Book.Value)
	case !holder.Recipient:
		return fmt.Sprintf("与“%s”合用一册的“%s”不发给文件", name, holder.Name.Value), fmt.Sprintf("删去“%s”的recipient: false，任务书以它的名义制作", holder.Name.Value)
	case !u.Recipient:
		return fmt.Sprintf("“%s”不发给文件，没有任务书可以合用", name), "删去book，或删去recipient: false"
	}
	return "", ""
}

// unknownClauses reports requirements that task books would quote from
// paragraphs that no edition of the plan has in force.
func unknownClauses(s *scene) []diag.Diagnostic {
	ids := s.clauses()
	seen := map[string]bool{}
	var out []diag.Diagnostic
	for _, c := range s.Handout.Clauses {
		switch {
		case !slices.Contains(ids, c.Value):
			out = append(out, whole(c, fmt.Sprintf("方案没有编号为“%s”的段落", c.Value), siblings(c.Value, ids)))
		case seen[c.Value]:
			out = append(out, whole(c, fmt.Sprintf("方案段落“%s”重复", c.Value), "删去一处"))
		}
		seen[c.Value] = true
	}
	return out
}

// deletedClauses reports requirements that task books do not quote any more:
// the newest edition does not have the paragraph in force.
func deletedClauses(s *scene) []diag.Diagnostic {
	known, inForce := paragraphsOf(s.editions), paragraphsOf(s.editions[len(s.editions)-1:])
	var out []diag.Diagnostic
	for _, c := range s.Handout.Clauses {
		if slices.Contains(known, c.Value) && !slices.Contains(inForce, c.Value) {
			out = append(out, whole(c, fmt.Sprintf("方案段落“%s”已由修改通知删去，任务书不再照录", c.Value), "删去这个编号，或改写代替它的段落的编号"))
		}
	}
	return out
}

// clauses lists the paragraphs of the plan in any edition, in printed order,
// and what amendments insert, whether or not they can be carried out.
func (s *scene) clauses() []string {
	out := paragraphsOf(s.editions)
	for _, a := range s.Amendments {
		for _, c := range a.Changes {
			if c.Verb == dossier.Insert && c.Target.Plan != "" && !slices.Contains(out, c.Target.Plan) {
				out = append(out, c.Target.Plan)
			}
		}
	}
	return out
}

// paragraphsOf lists the paragraphs of the plan that some of the editions have
// in force.
func paragraphsOf(editions []*amend.Edition) []string {
	var out []string
	seen := map[string]bool{}
	for _, e := range editions {
		for _, p := range e.Dossier.Plan.Body {
			if !p.Deleted && !seen[p.ID] {
				seen[p.ID] = true
				out = append(out, p.ID)
			}
		}
	}
	return out
}

// siblings offers the paragraphs that stand where the wrong one would stand,
// or else those above.
func siblings(id string, ids []string) string {
	for {
		dot := max(strings.LastIndexByte(id, '.'), 0)
		parent := id[:dot]
		var near []string
		for _, other := range ids {
			if other[:max(strings.LastIndexByte(other, '.'), 0)] == parent {
				near = append(near, other)
			}
		}
		if len(near) > 0 {
			return "可用的有：" + strings.Join(near[:min(len(near), 12)], "、")
		}
		if dot == 0 {
			return "用hongtou show查编号"
		}
		id = parent
	}
}

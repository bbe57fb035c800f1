package check

import (
	"fmt"
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// unreached is a group without members that alone answers for tasks: nobody
// gets their task books.
type unreached struct {
	words string
	first string // 第六项牵头单位
	at    diag.Diagnostic
	tasks map[string]bool
}

// unreachedTasks reports, once for each wording, tasks whose responsible
// units are nothing but a group of which the register lists no member.
func unreachedTasks(s *scene) []diag.Diagnostic {
	var found []*unreached
	byWords := map[string]*unreached{}
	for _, d := range s.duties {
		f := d.field(dossier.Responsible)
		if f == nil || !f.new {
			continue
		}
		open, alone := d.openAlone(f.read)
		if !alone {
			continue
		}
		u := byWords[open.Words]
		if u == nil {
			u = &unreached{words: open.Words, first: d.item.Number + d.aspect.Number + "的" + f.Label.Value, tasks: map[string]bool{}}
			u.at = mark(f.Value.Position(open.Offset), open.Length, "", "")
			byWords[open.Words] = u
			found = append(found, u)
		}
		u.tasks[d.aspect.ID] = true
	}
	var out []diag.Diagnostic
	for _, u := range found {
		out = append(out, u.say())
	}
	return out
}

func (u *unreached) say() diag.Diagnostic {
	d := u.at
	d.Message = fmt.Sprintf("%s“%s”没有列出成员，不会给它们生成任务书", u.first, u.words)
	if n := len(u.tasks); n > 1 {
		d.Message += fmt.Sprintf("（共%d项如此）", n)
	}
	d.Hint = "在units.yaml中写明成员（members），或确认由上级转办"
	return d
}

// openAlone says whether a field reaches no known unit, and gives the group in it whose members the register does not list. Words that
// mean nobody in particular (有关单位) are for people to settle in any case.
func (d duty) openAlone(read register.Resolution) (register.Ref, bool) {
	e := d.index.Expand(read)
	if len(e.Units) > 0 {
		return register.Ref{}, false
	}
	i := slices.IndexFunc(e.Open, func(r register.Ref) bool { return r.Kind == register.Group })
	if i < 0 {
		return register.Ref{}, false
	}
	return e.Open[i], true
}

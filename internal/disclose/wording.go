package disclose

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/dossier"
)

// say gives words of ours as the plan says them.
func (c *chapter) say(ours string) string { return c.issued.Words.Say(ours) }

// roles are the parts that a unit can have in a task.
var roles = []dossier.FieldKind{dossier.Responsible, dossier.Supervisors, dossier.Cooperating}

// has gives those of some kinds of fields that the plan has at all.
func (c *chapter) has(kinds ...dossier.FieldKind) []dossier.FieldKind {
	return slices.DeleteFunc(kinds, func(k dossier.FieldKind) bool {
		for _, kind := range c.issued.Labels {
			if kind == k {
				return false
			}
		}
		return true
	})
}

func (c *chapter) roles() []dossier.FieldKind { return c.has(slices.Clone(roles)...) }

// called is how the plan calls a field.
func (c *chapter) called(k dossier.FieldKind) string {
	return c.say(map[dossier.FieldKind]string{
		dossier.Goal: "整改目标", dossier.Deadline: "整改时限", dossier.Responsible: "责任单位",
		dossier.Supervisors: "督导单位", dossier.Cooperating: "配合单位",
	}[k])
}

// partsCalled names the units of all roles together: 责任单位和督导单位.
func (c *chapter) partsCalled() string {
	var out []string
	for _, k := range c.roles() {
		out = append(out, c.called(k))
	}
	return strings.Join(out, "和")
}

// roleWord is what a role is called beside a unit: 责任 of 责任单位.
func (c *chapter) roleWord(k dossier.FieldKind) string {
	return strings.TrimSuffix(c.called(k), "单位")
}

// does says what a unit of a role does.
func (c *chapter) does(k dossier.FieldKind) string {
	return c.say(map[dossier.FieldKind]string{dossier.Responsible: "负责", dossier.Supervisors: "督导", dossier.Cooperating: "配合"}[k])
}

// anyRole says what the units of the plan do: 负责或督导.
func (c *chapter) anyRole() string {
	var out []string
	for _, k := range c.roles() {
		out = append(out, c.does(k))
	}
	return strings.Join(out, "或")
}

// tally counts the tasks of a recipient by role.
func (c *chapter) tally(r assign.Recipient) string {
	var out []string
	for _, k := range c.roles() {
		out = append(out, fmt.Sprintf("%s的任务%d项", c.does(k), len(sharesOf(r, k))))
	}
	return strings.Join(out, "，")
}

func sharesOf(r assign.Recipient, k dossier.FieldKind) []assign.Share {
	switch k {
	case dossier.Supervisors:
		return r.Supervised
	case dossier.Cooperating:
		return r.Assisted
	}
	return r.Responsible
}

package build

import (
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// addressed finds out whom o.Units mean: the recipients in whose documents the
// tasks of these units stand. While the content has errors it finds nobody:
// names may be wrong then.
func (c *content) addressed(o Options) (Options, error) {
	o.recipients = nil
	if len(o.Units) == 0 || c.problems.List.HasErrors() {
		return o, nil
	}
	var lists []addressees
	for _, d := range c.dossiers {
		if e := d.at(c.asOf); e != nil {
			lists = append(lists, newAddressees(e))
		}
	}
	for _, words := range o.Units {
		ids, err := lookUp(lists, words)
		if err != nil {
			return o, err
		}
		o.recipients = append(o.recipients, ids...)
	}
	return o, nil
}

// ours leaves of the recipients in a report those that were asked for.
func (o Options) ours(reports []AssignmentReport) []AssignmentReport {
	for i := range reports {
		reports[i].Recipients = slices.DeleteFunc(reports[i].Recipients, func(r AssignedReport) bool {
			return len(o.Units) > 0 && !slices.Contains(o.recipients, r.ID)
		})
	}
	return reports
}

// addressees are the recipients of one edition.
type addressees struct {
	index *register.Index
	units []*dossier.Unit
}

func newAddressees(e *amend.Edition) addressees {
	out := addressees{index: register.New(e.Dossier.Register)}
	for _, r := range assign.Of(e).Recipients() {
		out.units = append(out.units, r.Unit)
	}
	return out
}

// lookUp gives the IDs of the recipients that words mean in any dossier.
func lookUp(lists []addressees, words string) ([]string, error) {
	var ids []string
	var known *dossier.Unit
	for _, a := range lists {
		u := a.unit(words)
		if u == nil {
			continue
		}
		known = u
		if holder := a.index.Holder(u); slices.ContainsFunc(a.units, func(r *dossier.Unit) bool { return r.ID == holder.ID }) {
			ids = append(ids, holder.ID)
		}
	}
	switch {
	case len(ids) > 0:
		return ids, nil
	case known != nil:
		return nil, misused("运行 hongtou list 查看有任务的单位", "单位“%s”没有任务，没有发给它的文件", known.Name.Value)
	}
	if members, group := membersOf(lists, words); group {
		if len(members) == 0 {
			return nil, misused("名册没有列出它的成员；写单位的名称、别名或编号", "“%s”是统称，不是单位", words)
		}
		return nil, misused("请写成员单位："+strings.Join(members, "、"), "“%s”是统称，不是单位", words)
	}
	for _, a := range lists {
		if near, ok := a.index.SuggestUnit(words); ok {
			return nil, misused("是否为“"+near+"”？", "名册中没有单位“%s”", words)
		}
	}
	return nil, misused("写名册中的单位名称、别名或编号", "名册中没有单位“%s”", words)
}

// membersOf says whether words name a group, and gives the names under which
// the register's members of it get documents, each once.
func membersOf(lists []addressees, words string) (names []string, group bool) {
	for _, a := range lists {
		ref, ok := a.index.Named(words)
		if a.index.Group(words) != nil {
			ref, ok = register.Ref{Kind: register.Group, ID: words}, true
		}
		if !ok || ref.Kind != register.Group {
			continue
		}
		group = true
		for _, id := range a.index.Expand(register.Resolution{Refs: []register.Ref{ref}}).Units {
			if name := a.index.Holder(a.index.Unit(id)).Name.Value; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names, group
}

// unit finds a unit by its ID, name or alias, or gives nil.
func (a addressees) unit(words string) *dossier.Unit {
	if u := a.index.Unit(words); u != nil {
		return u
	}
	if ref, ok := a.index.Named(words); ok && ref.Kind == register.Unit {
		return a.index.Unit(ref.ID)
	}
	return nil
}

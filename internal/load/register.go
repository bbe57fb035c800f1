package load

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
)

const unitsPath = "units.yaml"

var idForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// unitKinds are the kinds of units: 党委 政府 部门 办公室 县区 其他机构 企业 省级
// 国家级.
var unitKinds = []string{"party", "government", "department", "office", "county", "body", "company", "province", "nation"}

// register reads units.yaml; nil when it cannot be read, so that nobody calls
// every unit unknown.
func (l *loader) register() *dossier.Register {
	var shape unitsFile
	f := l.file(unitsPath)
	if f == nil || !l.decode(f.Text, l.at(unitsPath), &shape) {
		return nil
	}
	out := &dossier.Register{File: f.Name}
	for _, u := range shape.Units {
		l.oneOf(u.Kind, "单位类别", unitKinds)
		out.Units = append(out.Units, dossier.Unit{
			ID: l.id(u.ID), Name: u.Name, Aliases: u.Aliases, Kind: u.Kind.Value,
			Recipient: u.Recipient == nil || *u.Recipient,
		})
	}
	for _, g := range shape.Groups {
		out.Groups = append(out.Groups, l.group(g))
	}
	for _, p := range shape.People {
		out.People = append(out.People, l.person(p))
	}
	return out
}

// id checks the form of an identifier, which becomes part of file names and
// links. Full-width quotation marks around it are reported and taken off.
func (l *loader) id(t dossier.Text) string {
	bare := strings.Trim(t.Value, wideQuotes)
	switch {
	case t.IsZero(), idForm.MatchString(t.Value):
	case bare != t.Value && idForm.MatchString(bare):
		l.errorAt(t.At, t.Len(), "bad-id", fmt.Sprintf("代号“%s”两边的引号是全角的", bare), fmt.Sprintf(`改用半角引号，写作“"%s"”`, bare))
	default:
		l.errorAt(t.At, t.Len(), "bad-id", fmt.Sprintf("代号“%s”只能用小写英文、数字和连字符", t.Value), "改用拼音，如“shi-jia-ju”")
	}
	return bare
}

const wideQuotes = "“”‘’＂＇「」『』"

// ids checks identifiers that refer to units.
func (l *loader) ids(ts []dossier.Text) []dossier.Text {
	out := slices.Clone(ts)
	for i, t := range ts {
		if strings.Trim(t.Value, wideQuotes) != t.Value {
			n := utf8.RuneCountInString(t.Value) - utf8.RuneCountInString(strings.TrimLeft(t.Value, wideQuotes))
			out[i] = t.Slice(n, n+utf8.RuneCountInString(l.id(t)))
		}
	}
	return out
}

func (l *loader) group(g groupShape) dossier.Group {
	if g.Open == (len(g.Members) > 0) && !g.Name.IsZero() {
		l.errorAt(g.Name.At, g.Name.Len(), "group-members",
			fmt.Sprintf("统称“%s”应在members（列出成员）和open: true（来源未列成员）中写且只写一个", g.Name.Value), "来源列出成员的写members，否则写open: true")
	}
	return dossier.Group{
		ID: l.id(g.ID), Name: g.Name, Aliases: g.Aliases, Members: l.ids(g.Members), Open: g.Open, Basis: g.Basis,
	}
}

func (l *loader) person(p personShape) dossier.Person {
	if p.Leader == (len(p.Units) > 0) && !p.Name.IsZero() {
		l.errorAt(p.Name.At, p.Name.Len(), "person-units",
			fmt.Sprintf("“%s”应在units（所在单位）和leader: true（市领导）中写且只写一个", p.Name.Value), "写出所在单位的代号，或写leader: true")
	}
	return dossier.Person{Name: p.Name, Leader: p.Leader, Units: l.ids(p.Units), Inferred: p.Inferred, Basis: p.Basis}
}

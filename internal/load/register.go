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
var unitKinds = []string{"party", "government", "department", "office", "county", "township", "body", "company", "province", "nation"}

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
			Recipient: u.Recipient == nil || *u.Recipient, Book: l.reference(u.Book), Standing: u.Standing,
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
		out[i] = l.reference(t)
	}
	return out
}

func (l *loader) reference(t dossier.Text) dossier.Text {
	if strings.Trim(t.Value, wideQuotes) == t.Value {
		return t
	}
	n := utf8.RuneCountInString(t.Value) - utf8.RuneCountInString(strings.TrimLeft(t.Value, wideQuotes))
	return t.Slice(n, n+utf8.RuneCountInString(l.id(t)))
}

func (l *loader) group(g groupShape) dossier.Group {
	if !g.Open && len(g.Members) == 0 && !g.Name.IsZero() {
		l.errorAt(g.Name.At, g.Name.Len(), "group-members",
			fmt.Sprintf("统称“%s”没有写members（成员），也没有写open: true（来源没有列出成员）", g.Name.Value),
			"来源列出成员的写members，没有列出的写open: true；只知道一部分成员的，两个都写")
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

package amend

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// measuresChange carries out a change of the list of measures or of one of
// them.
func (t *turn) measuresChange(aspect *dossier.Aspect, field *dossier.Field) *refusal {
	c := t.change
	list := under(aspect.ID, string(dossier.Measures))
	switch {
	case c.Verb == dossier.Insert && c.Find.IsZero():
		return t.insertMeasures(aspect.ID, field)
	case c.Target.Measure != "":
		return t.measureChange(aspect.ID, field)
	case c.Verb == dossier.Replace && c.Find.IsZero():
		return t.replaceList(aspect.ID, field)
	case c.Verb == dossier.Delete && c.Find.IsZero():
		return t.dropField(aspect, list)
	}
	return &refusal{code: codeTarget, reason: fmt.Sprintf("修改%s，没有写明是哪一条", t.subject()), hint: "写明measure=，如“measure=" + aspect.ID + ".1”"}
}

// measureChange carries out a change of one measure. The measure is its
// paragraph with what stands under it.
func (t *turn) measureChange(aspect string, field *dossier.Field) *refusal {
	c := t.change
	at := slices.IndexFunc(field.Measures, func(m dossier.Measure) bool { return m.ID == c.Target.Measure })
	if at < 0 || field.Measures[at].Deleted {
		return t.unknown(dossier.Address(c.Target.Measure), fmt.Sprintf("%s%s没有措施“%s”", t.aspectName(), t.label(), c.Target.Measure), measureIDs(field.Measures)...)
	}
	list := under(aspect, string(dossier.Measures))
	before := field.Paragraphs()
	var refused *refusal
	switch {
	case !c.Find.IsZero():
		refused = t.revise(dossier.Address(c.Target.Measure), &field.Measures[at].Text)
	case c.Verb == dossier.Replace:
		refused = t.replaceMeasure(field, at)
	case c.Verb == dossier.Delete:
		refused = t.deleteMeasure(field, at)
	default:
		refused = t.renumberMeasure(&field.Measures[at])
	}
	if refused == nil {
		t.reorder(list, field.Measures)
		t.replaced(list, before, field.Paragraphs())
	}
	return refused
}

// measureIDs lists the measures in force.
func measureIDs(ms []dossier.Measure) []string {
	var out []string
	for _, m := range ms {
		if !m.Deleted {
			out = append(out, m.ID)
		}
	}
	return out
}

// subtree gives the end of what stands under measure i.
func subtree(ms []dossier.Measure, i int) int {
	end := i + 1
	for end < len(ms) && strings.HasPrefix(ms[end].ID, ms[i].ID+".") {
		end++
	}
	return end
}

// inForce gives the words of measures.
func inForce(ms []dossier.Measure) []dossier.Text {
	return dossier.Field{Kind: dossier.Measures, Measures: ms}.Paragraphs()
}

// replaceMeasure gives a measure new words; the first paragraph is the
// measure's, further ones stand under it.
func (t *turn) replaceMeasure(field *dossier.Field, at int) *refusal {
	old := slices.Clone(field.Measures[at:subtree(field.Measures, at)])
	first, refused := t.numbered(old[0].Number, old[0].Text, t.change.New[0])
	if refused != nil {
		return refused
	}
	next := append([]dossier.Text{first}, t.change.New[1:]...)
	if refused := t.expects(dossier.Address(old[0].ID), inForce(old), next); refused != nil {
		return refused
	}
	list, refused := t.subtreeOf(old[0], next)
	if refused != nil {
		return refused
	}
	for i := range list {
		j := slices.IndexFunc(old, func(m dossier.Measure) bool { return m.ID == list[i].ID })
		if j < 0 {
			list[i].ID = t.freshID(list[i].ID)
			t.record(dossier.Address(list[i].ID), dossier.Insert, nil, words(list[i]))
			continue
		}
		list[i] = t.renew(old[j], list[i])
		old = slices.Delete(old, j, j+1)
	}
	for _, m := range old {
		if !m.Deleted {
			t.record(dossier.Address(m.ID), dossier.Delete, words(m), nil)
		}
	}
	field.Measures = slices.Replace(field.Measures, at, subtree(field.Measures, at), list...)
	return nil
}

// subtreeOf reads the new paragraphs of a measure: all but the first stand
// under it.
func (t *turn) subtreeOf(old dossier.Measure, next []dossier.Text) ([]dossier.Measure, *refusal) {
	list := measures(next, "x")
	root := list[0].ID
	if old.Number == "" && len(list) > 1 {
		return nil, t.misnumbered(fmt.Sprintf("%s的新内容有%d段", t.subject(), len(list)), "其余各段另写verb=insert")
	}
	for i := range list {
		rest, ok := strings.CutPrefix(list[i].ID, root)
		if !ok || rest != "" && rest[0] != '.' {
			return nil, t.misnumbered(fmt.Sprintf("%s的新内容中，“%s”不在%s之下", t.subject(), list[i].Number, t.measureName()), "另写一条verb=insert")
		}
		list[i].ID = old.ID + rest
	}
	list[0].RunIn, list[0].Lead = old.RunIn, old.Lead
	return list, nil
}

// numbered gives new words the number of the old ones, if they do not bring
// it along. Another number is refused, unless the change says so.
func (t *turn) numbered(number string, old, next dossier.Text) (dossier.Text, *refusal) {
	wanted := dossier.Text{Value: number, At: old.At}
	if number != "" {
		wanted = old.Slice(0, utf8.RuneCountInString(number))
	}
	if !t.change.Number.IsZero() {
		wanted = t.change.Number
		t.claimNumber()
	}
	level, has := zh.ParseLevel(next.Value)
	switch {
	case !has && wanted.Value != "":
		return dossier.Join(wanted, next), nil
	case has && level.Number != wanted.Value && wanted.Value == "":
		return next, t.misnumbered(fmt.Sprintf("%s没有序号，新内容却以“%s”开头", t.subject(), level.Number), "核对对象；整个清单重写的，不写measure=")
	case has && level.Number != wanted.Value:
		return next, t.misnumbered(fmt.Sprintf("%s的新内容以“%s”开头，序号应是“%s”", t.subject(), level.Number, wanted.Value), "核对序号；确要改动序号，写明number="+level.Number)
	}
	return next, nil
}

func (t *turn) misnumbered(reason, hint string) *refusal {
	return &refusal{code: codeNumber, reason: "的序号有误：" + reason, hint: hint}
}

// deleteMeasure leaves the number of a measure and 〔删去〕 in its place;
// nothing is left of what stands under it.
func (t *turn) deleteMeasure(field *dossier.Field, at int) *refusal {
	end := subtree(field.Measures, at)
	old := slices.Clone(field.Measures[at:end])
	if refused := t.expects(dossier.Address(old[0].ID), inForce(old), nil); refused != nil {
		return refused
	}
	for _, m := range old {
		if !m.Deleted {
			t.record(dossier.Address(m.ID), dossier.Delete, words(m), nil)
		}
	}
	var left []dossier.Measure
	if m := old[0]; !m.Lead && (m.Number != "" || !strings.Contains(lastPart(m.ID), "p")) {
		left = append(left, t.tombstone(m))
	}
	field.Measures = slices.Replace(field.Measures, at, end, left...)
	return nil
}

func lastPart(id string) string { return id[strings.LastIndexByte(id, '.')+1:] }

// renumberMeasure prints another number; the ID stays.
func (t *turn) renumberMeasure(m *dossier.Measure) *refusal {
	old := words(*m)
	text, refused := t.renumbered(dossier.Address(m.ID), m.Number, m.Text)
	if refused != nil {
		return refused
	}
	m.Text, m.Number = text, t.change.Number.Value
	t.record(dossier.Address(m.ID), dossier.Renumber, old, words(*m))
	return nil
}

// renumbered gives a paragraph another number of the same level.
func (t *turn) renumbered(a dossier.Address, number string, text dossier.Text) (dossier.Text, *refusal) {
	old, hadOne := zh.ParseLevel(number)
	next, _ := zh.ParseLevel(t.change.Number.Value)
	printed := []dossier.Text{text.Slice(0, utf8.RuneCountInString(number))}
	switch {
	case !hadOne:
		return text, t.misnumbered(t.subject()+"没有序号", "核对对象")
	case next.Number == number:
		return text, t.doneBefore(a, printed)
	case next.Depth != old.Depth:
		return text, t.misnumbered(fmt.Sprintf("“%s”与“%s”不是同一层次", number, next.Number), "核对number=")
	}
	if refused := t.expects(a, printed, []dossier.Text{t.change.Number}); refused != nil {
		return text, refused
	}
	t.claimNumber()
	return dossier.Join(t.change.Number, text.Slice(utf8.RuneCountInString(number), text.Len())), nil
}

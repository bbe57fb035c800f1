package build

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
	"hongtou/internal/zh"
)

// Draft says what an amending notice shall change.
type Draft struct {
	Dossier string   // ID; "" when only one knows the values
	Values  []string // addresses of items, fields, measures and plan paragraphs
	Date    string   // as printed, 2020年12月1日; "" when not known yet
	Write   bool     // put the file into the content folder
}

// SkeletonReport is the skeleton of an amending notice.
type SkeletonReport struct {
	Problems Problems `json:"problems"`
	Path     string   `json:"path,omitempty"` // of the file, as messages name it; absent without a date
	Written  bool     `json:"written"`
	Text     string   `json:"text"`
}

// Skeleton prepares an amending notice: elements and instructions as the text
// in force demands them, placeholders where people have to write. check
// refuses the placeholders, so that nothing unfinished is ever issued.
func Skeleton(o Options, draft Draft) (SkeletonReport, error) {
	date, err := draft.date()
	if err != nil {
		return SkeletonReport{}, err
	}
	// The notice will be applied on its day: what it may expect is in force then.
	o.AsOf = cmp.Or(o.AsOf, date)
	o = o.withDefaults()
	c, err := read(o)
	if err != nil {
		return SkeletonReport{}, err
	}
	out := SkeletonReport{Problems: c.problems}
	edition, chosen, err := c.values(draft)
	if err != nil {
		return out, err
	}
	if issued := edition.Issued.Notice.Date.ISO(); date != "" && date < issued {
		return out, misused("写印发之后的日期", "修改通知的日期%s早于案卷“%s”的印发日期%s", date, edition.Issued.ID, issued)
	}
	out.Text = skeleton(edition, chosen, draft.Date)
	if date != "" {
		inside := edition.Issued.ID + "/amendments/" + date + ".md"
		out.Path = c.problems.files.Name(inside)
		if draft.Write {
			err = createFile(o.Content, inside, out.Text)
			out.Written = err == nil
		}
	}
	return out, err
}

func (d Draft) date() (string, error) {
	if d.Date == "" {
		if d.Write {
			return "", misused("加上成文日期，如 --date 2020年12月1日", "写入文件要有日期：文件以成文日期命名")
		}
		return "", nil
	}
	date, err := zh.ParseDate(d.Date)
	if err != nil {
		return "", misused("写作“2020年12月1日”", "--date 的“%s”写法不对：%v", d.Date, err)
	}
	return fmt.Sprintf("%04d-%02d-%02d", date.Year, date.Month, date.Day), nil
}

// values finds what shall be changed, in printed order; all of it must be of
// one dossier.
func (c *content) values(draft Draft) (*amend.Edition, []impact.Place, error) {
	var edition *amend.Edition
	wanted := map[dossier.Address]bool{}
	for _, given := range draft.Values {
		f, err := c.find(draft.Dossier, given)
		if err != nil {
			return nil, nil, err
		}
		if edition != nil && edition != f.edition {
			return nil, nil, misused("每个案卷各写一份通知", "“%s”和“%s”不在同一个案卷", draft.Values[0], given)
		}
		edition = f.edition
		places := slices.DeleteFunc(slices.Clone(f.places), func(p impact.Place) bool { return !changeable(f, p) })
		if len(places) == 0 {
			return nil, nil, misused("可写整改项（06）、字段（06.deadline）、措施（14.2）、方案的一段（plan.5.2）", "“%s”不能由修改指令修改", given)
		}
		for _, p := range places {
			wanted[p.Address] = true
		}
	}
	b := newBook(edition)
	single := map[string]bool{} // aspects of which single measures are wanted
	for a := range wanted {
		single[b.places[a].Aspect] = single[b.places[a].Aspect] || b.places[a].Measure
	}
	var out []impact.Place
	for _, a := range edition.Addresses() {
		p := b.place(a)
		if list := p.Field == dossier.Measures && !p.Measure; wanted[a] && !(list && single[p.Aspect]) {
			out = append(out, p)
		}
	}
	return edition, out, nil
}

// changeable says whether an instruction can name a value; of an item as a
// whole, its fields are offered and not the single measures.
func changeable(f found, p impact.Place) bool {
	if f.edition.Deleted(p.Address) {
		return false
	}
	if strings.HasPrefix(string(p.Address), "plan.") {
		return true
	}
	return p.Field != "" && (!p.Measure || p.Address == f.address)
}

// skeleton writes the notice in the source format.
func skeleton(e *amend.Edition, chosen []impact.Place, date string) string {
	w := &skeletonWriter{edition: e}
	w.front(date)
	w.add("# " + dossier.Placeholder)
	w.add(cmp.Or(e.Issued.Notice.Recipients.Value, dossier.Placeholder+"："))
	w.add(dossier.Placeholder)
	section := ""
	for i, p := range chosen {
		if owner := cmp.Or(p.Item, string(p.Address)); i == 0 || owner != section {
			section = owner
			w.section(p)
		}
		w.change(p)
	}
	return strings.Join(w.paragraphs, "\n\n") + "\n"
}

type skeletonWriter struct {
	edition    *amend.Edition
	paragraphs []string
	sections   int
}

func (w *skeletonWriter) add(paragraph string) { w.paragraphs = append(w.paragraphs, paragraph) }

// front writes the elements that the notice shares with the one it amends; its
// number and date are for people to fill.
func (w *skeletonWriter) front(date string) {
	n := w.edition.Issued.Notice
	lines := []string{"---", "date: " + cmp.Or(date, dossier.Placeholder)}
	if n.DocNumber.Value != "" {
		lines = append(lines, "number: "+dossier.Placeholder)
	}
	if len(n.Masthead.Organs) > 0 {
		lines = append(lines, "masthead:", "  organs:")
		lines = append(lines, yamlList("    ", n.Masthead.Organs)...)
		lines = append(lines, fmt.Sprintf("  word: %v", n.Masthead.WithWord))
	}
	lines = append(append(lines, "issuers:"), yamlList("  ", n.Issuers)...)
	lines = append(append(lines, "signature:"), yamlList("  ", n.Signature)...)
	w.add(strings.Join(append(lines, "---"), "\n"))
}

// yamlList writes one value a line, quoted so that it is read as it stands.
func yamlList(indent string, ts []dossier.Text) []string {
	var out []string
	for _, t := range ts {
		value := t.Value
		if strings.ContainsAny(value, `:#'"{}[],&*!|>%@`+"`") {
			value = "'" + strings.ReplaceAll(value, "'", "''") + "'"
		}
		out = append(out, indent+"- "+value)
	}
	return out
}

// section opens 一、 with the problem as it is in force.
func (w *skeletonWriter) section(p impact.Place) {
	w.sections++
	head := dossier.Placeholder
	if problem := w.edition.Text(dossier.Address(p.Item + ".problem")); len(problem) > 0 {
		head = problem[0].Value
	}
	w.add(zh.Numeral(w.sections) + "、" + head)
	w.add("审核意见：" + dossier.Placeholder)
}

// change writes an instruction and the paragraph that will execute it.
func (w *skeletonWriter) change(p impact.Place) {
	text := w.edition.Text(p.Address)
	line := fmt.Sprintf("verb=replace expect=%s}", dossier.ExpectHash(dossier.Lines(text)))
	if id, ok := strings.CutPrefix(string(p.Address), "plan."); ok {
		w.add("{change plan=" + id + " " + line + "\n" + p.Label + "修改为：" + numbered(text[0]))
		return
	}
	target := "item=" + p.Aspect + " field=" + string(p.Field)
	if p.Measure {
		target += " measure=" + string(p.Address)
	}
	opening := "{change " + target + " " + line + "\n" + w.subject(p) + "修改为："
	if p.Field != dossier.Measures {
		w.add(opening + dossier.Placeholder)
		return
	}
	switch first := numbered(text[0]); {
	case p.Measure || first == dossier.Placeholder:
		w.add(opening + first)
	default: // a numbered list stands below the sentence
		w.add(opening)
		w.add(first)
	}
}

// numbered is a placeholder after the number of the text it is to replace.
func numbered(t dossier.Text) string {
	level, _ := zh.ParseLevel(t.Value)
	return level.Number + dossier.Placeholder
}

// subject names a value inside its item: 整改时限, 方面（一）的整改目标,
// 整改措施（二）.
func (w *skeletonWriter) subject(p impact.Place) string {
	for _, item := range w.edition.Dossier.Annex.Items() {
		for _, a := range item.Aspects {
			if a.ID != p.Aspect || item.ID != p.Item {
				continue
			}
			rest := strings.TrimPrefix(p.Label, item.Number+a.Number)
			if a.Number != "" {
				return "方面" + a.Number + "的" + rest
			}
			return rest
		}
	}
	return p.Label
}

package build

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
	at, chosen, err := c.values(draft)
	if err != nil {
		return out, err
	}
	out.Text = skeleton(at.edition, chosen, draft.Date)
	if date != "" {
		inside := at.edition.Issued.ID + "/amendments/" + date + ".md"
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
func (c *content) values(draft Draft) (book, []impact.Place, error) {
	var b book
	wanted := map[dossier.Address]bool{}
	for _, given := range draft.Values {
		f, err := c.find(draft.Dossier, given)
		if err != nil {
			return b, nil, err
		}
		if b.edition != nil && b.edition != f.edition {
			return b, nil, misused("每个案卷各写一份通知", "“%s”和“%s”不在同一个案卷", draft.Values[0], given)
		}
		b = newBook(f.dossier, f.edition)
		places := slices.DeleteFunc(slices.Clone(f.places), func(p impact.Place) bool { return !changeable(f, p) })
		if len(places) == 0 {
			return b, nil, misused("可写整改项（06）、字段（06.deadline）、措施（14.2）、方案的一段（plan.5.2）", "“%s”不能由修改指令修改", given)
		}
		for _, p := range places {
			wanted[p.Address] = true
		}
	}
	single := map[string]bool{} // aspects of which single measures are wanted
	for a := range wanted {
		single[b.places[a].Aspect] = single[b.places[a].Aspect] || b.places[a].Measure
	}
	var out []impact.Place
	for _, a := range b.addresses {
		p := b.place(a)
		if list := p.Field == dossier.Measures && !p.Measure; wanted[a] && !(list && single[p.Aspect]) {
			out = append(out, p)
		}
	}
	return b, out, nil
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

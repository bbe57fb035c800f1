package dossier

import "cmp"

// Annex (整改措施清单) is the measures list.
type Annex struct {
	Mark  Text // 附件, as printed above the title
	Title Title
	Parts []Part
}

// Part is one numbered section of the annex, e.g. 一、例行督察…（9项）.
type Part struct {
	Heading Paragraph
	Items   []Item
}

// Items gives all items of the annex in printed order.
func (a Annex) Items() []Item {
	var out []Item
	for _, p := range a.Parts {
		out = append(out, p.Items...)
	}
	return out
}

// Item (整改项) is one numbered problem. ID never changes; Number is printed.
type Item struct {
	ID      string   // "06": name of the item's file without .md
	Ordinal int      // 6, read from Number
	Number  string   // 第六项: what people call it, and what is printed unless Printed says otherwise
	Printed string   // the number as printed in a list that numbers its items otherwise: 6. or （六）
	Problem []Text   // printed paragraphs of the problem; the first starts with Number
	Head    int      // characters of the first paragraph's first sentence (up to and with the first 。; all of it when there is none)
	Short   Text     // short: of the front matter; zero when absent
	Remarks []Text   // paragraphs between the problem and the aspects, e.g. 以上问题分2个方面进行整改。
	Aspects []Aspect // at least one; exactly one with an empty Number for an ordinary item
	File    string   // source file
	Deleted bool     // an amendment deleted it: Problem is its number and 〔删去〕, it has no fields
}

// PrintedNumber is the number at the start of the problem.
func (i Item) PrintedNumber() string { return cmp.Or(i.Printed, i.Number) }

// Aspect (方面) is a part of an item with a full set of fields of its own.
type Aspect struct {
	ID      string  // "17.1"; the item's ID for an ordinary item's only aspect
	Number  string  // （一）; "" for an ordinary item
	Problem []Text  // its own problem, number included; nil for an ordinary item
	Fields  []Field // in printed order
}

// Field returns the field of a kind, or nil.
func (a Aspect) Field(k FieldKind) *Field {
	for i := range a.Fields {
		if a.Fields[i].Kind == k {
			return &a.Fields[i]
		}
	}
	return nil
}

// FieldKind names what a labelled field means, whatever a plan calls it.
type FieldKind string

// The field kinds: the seven of a measures list, and the units that take part
// in a task for which others answer.
const (
	Goal        FieldKind = "goal"        // 整改目标
	Deadline    FieldKind = "deadline"    // 整改时限
	Responsible FieldKind = "responsible" // 责任单位
	Leaders     FieldKind = "leaders"     // 责任领导
	Persons     FieldKind = "persons"     // 责任人员
	Supervisors FieldKind = "supervisors" // 督导单位
	Measures    FieldKind = "measures"    // 整改措施
	Cooperating FieldKind = "cooperating" // 配合单位
)

// Labels maps the printed label to the kind, e.g. 整改目标 → goal.
type Labels map[string]FieldKind

// Field is one labelled field as printed. The resolved form (units, people,
// stages) is derived from Value by the register and never printed back.
type Field struct {
	Kind     FieldKind
	Label    Text      // 整改目标, without the colon
	Value    Text      // characters after the colon; zero for measures
	OwnLine  bool      // Value stands in a paragraph of its own below the label
	Measures []Measure // only for Measures; in printed order
}

// Measure (整改措施) is one paragraph of the measures field.
type Measure struct {
	ID     string // "14.2"; "06.lead" for a lead paragraph; "12.1" for the only, unnumbered one; "14.2.p2" for a second paragraph of 14.2
	Number string // （一） or 1. as printed; "" for a lead or an unnumbered measure
	Lead   bool   // introduces the measures, is none itself
	RunIn  bool   // stands in the label's paragraph: 整改措施：组织对…
	Text   Text   // printed paragraph, number included; of a deleted measure its number and 〔删去〕

	Deleted bool // an amendment deleted it: it keeps its place and number, its words are no longer in force
}

// Paragraphs are all printed paragraphs of an item, labels included.
func (i Item) Paragraphs() []Text {
	out := append(append([]Text(nil), i.Problem...), i.Remarks...)
	for _, a := range i.Aspects {
		out = append(out, a.Problem...)
		for _, f := range a.Fields {
			out = append(out, f.printed()...)
		}
	}
	return out
}

// printed gives the paragraphs of a field with its label.
func (f Field) printed() []Text {
	label := Join(f.Label, Text{Value: "：", At: f.Label.Position(f.Label.Len())})
	rest := f.Paragraphs()
	runIn := f.Kind != Measures && !f.OwnLine
	if f.Kind == Measures && len(rest) > 0 {
		runIn = f.Measures[0].RunIn && !f.Measures[0].Deleted
	}
	if runIn {
		return append([]Text{Join(label, rest[0])}, rest[1:]...)
	}
	return append([]Text{label}, rest...)
}

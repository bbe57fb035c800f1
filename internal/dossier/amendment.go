package dossier

import "hongtou/internal/diag"

// Amendment (补充完善、修改通知) is one later notice. Its human sentences are
// printed as issued; the changes are read from the attribute lines before
// the paragraphs that execute them.
type Amendment struct {
	ID      string // 2020-11-25, or 2020-11-25-2 for the second of a day
	Serial  int    // 1, 2 …
	Notice         // printed elements
	Changes []Change
	Web     Web // values for its page in the website edition
	File    string
}

// Verb is what a change does.
type Verb string

// The verbs of changes.
const (
	Replace  Verb = "replace"
	Insert   Verb = "insert"
	Delete   Verb = "delete"
	Renumber Verb = "renumber" // the printed number of a measure, item or paragraph; its ID stays
	Rename   Verb = "rename"   // a unit: the fields that name it print the new name
	Merge    Verb = "merge"    // a unit into another
)

// Change (修改) is one instruction of an amendment.
type Change struct {
	At        diag.Position // of the attribute line
	Target    Target
	Verb      Verb
	Expect    Text   // full old text or its short hash (ExpectHash); zero when not given
	Find      Text   // passage of the target that is replaced or deleted, or after which is inserted; zero for all of the target
	After     Text   // ID after which is inserted; zero for the end
	First     bool   // inserted before all others
	Number    Text   // printed number that the notice gives anew: （四）, 第九项
	To        Text   // rename: the new name; merge: the ID of the other unit; a person: the successor
	New       []Text // printed characters after 修改为：, or the paragraphs that follow it
	Inserted  *Item  // the item that New prints; only for the insertion of an item
	Item      Text   // 第N项 of the paragraph that opens this change's section, or of the sentence when that opens none
	Quoted    Text   // the problem as that paragraph quotes it, from 第N项 on
	Label     Text   // field label as the sentence prints it, e.g. 整改时限
	Opinion   []Text // 审核意见 paragraphs
	Paragraph int    // index into Body of the executing paragraph
}

// Target names what a change acts on: an item; an aspect of it; a field; a
// measure; a paragraph of the plan; the heading of a part; a unit; a person.
type Target struct {
	Item    string // "06"
	Aspect  string // "17.1"; "" for an ordinary item
	Field   FieldKind
	Measure string // "14.2"; "" for the whole field
	Plan    string // "5.2": ID of a paragraph
	Part    string // "2": the second part of the annex; of an inserted item the part it joins
	Unit    string // ID; beside Person the unit in which the person is replaced
	Person  string // name
}

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
	File    string
}

// Verb is what a change does.
type Verb string

// The verbs of changes.
const (
	Replace Verb = "replace"
	Insert  Verb = "insert"
	Delete  Verb = "delete"
)

// Change (修改) is one instruction of an amendment.
type Change struct {
	At        diag.Position // of the attribute line
	Target    Target
	Verb      Verb
	Expect    Text   // full old text or its short hash (ExpectHash); zero when not given
	New       []Text // printed characters after 修改为：, or the numbered paragraphs that follow it
	Item      Text   // 第N项 of the paragraph that opens this change's section
	Quoted    Text   // the problem as that paragraph quotes it, from 第N项 on
	Label     Text   // field label as the sentence prints it, e.g. 整改时限
	Opinion   []Text // 审核意见 paragraphs
	Paragraph int    // index into Body of the executing paragraph
}

// Target names what a change acts on.
type Target struct {
	Item    string // "06"
	Aspect  string // "17.1"; "" for an ordinary item
	Field   FieldKind
	Measure string // "14.2"; "" for the whole field
}

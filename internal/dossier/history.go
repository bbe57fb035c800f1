package dossier

import "hongtou/internal/diag"

// Address names one value of a dossier for good, whatever is printed beside
// it:
//
//	06                 the item; its text is the printed 第六项
//	06.problem         the problem; 06.remarks what follows it before aspects
//	06.deadline        a field; 17.2.goal the field of an aspect
//	06.measures        the whole list, and then each measure:
//	14.2, 17.1.2       measures; 06.lead a paragraph before them, 14.2.p2 one more paragraph of 14.2
//	plan.5.2           paragraph （二） under 五、; plan.5.2.p1 the first unnumbered one after it; plan.p1 before the first heading
//	part.1             the heading of the annex's first part
//	unit.ID, person.姓名 an entry of the register, once a notice has changed it
type Address string

// Provenance (来源) says which notice gave a value its words.
type Provenance struct {
	Amendment string        // ID of the amendment; "" for the plan as issued
	Number    Text          // 发文字号 of that notice, zero when unknown
	Date      Date          // 成文日期 of that notice
	At        diag.Position // of the words in the source
}

// Revision is one step in a value's history.
type Revision struct {
	Verb     Verb
	By       Provenance
	Old, New []Text // printed paragraphs before and after; Old is nil for an insertion, New for a deletion
	Opinion  []Text // 审核意见 that called for it
	Restated bool   // 重申: the notice prints the same words again; nothing changed
}

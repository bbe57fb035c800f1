package compose

import (
	"strconv"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

type amendmentView struct {
	Letter letterView `doc:"修改通知，与印发通知同样的公文要素"`
}

// amendment gives an amending notice as issued. The new text it sets is quoted
// text: its numbers （一） are those of measures, not headings of the notice.
func amendment(a dossier.Amendment) amendmentView {
	v := amendmentView{Letter: letter("amendment", a.Notice)}
	quoted := quotedBy(a)
	n := &numbering{part: "amendment"}
	var blocks []doc.Paragraph
	for i, p := range a.Body {
		if quoted[p.Text.At] {
			p.Level, p.Head = 0, 0
		}
		blocks = append(blocks, printed("amendment.body."+strconv.Itoa(i+1), p, n))
	}
	v.Letter.Body = newParagraphs("amendment.body", blocks)
	return v
}

// quotedBy gives the places of the new text that a notice quotes.
func quotedBy(a dossier.Amendment) map[diag.Position]bool {
	out := map[diag.Position]bool{}
	for _, c := range a.Changes {
		for _, t := range c.New {
			out[t.At] = true
		}
	}
	return out
}

func (v amendmentView) must() []*value { return v.Letter.must() }

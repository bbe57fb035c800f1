package check

import (
	"fmt"
	"regexp"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// notices gives the letter and all amendments.
func (s *scene) notices() []*dossier.Notice {
	out := []*dossier.Notice{&s.Notice}
	for i := range s.Amendments {
		out = append(out, &s.Amendments[i].Notice)
	}
	return out
}

// elementsAt is where a notice's elements stand: the first line of the file
// that holds its issuers, or else its title.
func elementsAt(n *dossier.Notice) diag.Position {
	file := n.Title.At.File
	if len(n.Issuers) > 0 {
		file = n.Issuers[0].At.File
	}
	return diag.Position{File: file, Line: 1, Column: 1}
}

// unknownElements advises what the source does not say of a notice: it is
// left out of print, never invented.
func unknownElements(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, n := range s.notices() {
		var missing []string
		for _, e := range []struct {
			name   string
			absent bool
		}{
			{"发文机关标志", len(n.Masthead.Organs) == 0},
			{"发文字号", n.DocNumber.IsZero()},
			{"版记（抄送机关、印发机关、印发日期）", !n.Letter && n.Imprint.CC.IsZero() && n.Imprint.Printer.IsZero() && n.Imprint.PrintDate.IsZero()},
		} {
			if e.absent {
				missing = append(missing, e.name)
			}
		}
		if len(missing) > 0 {
			out = append(out, mark(elementsAt(n), 0, fmt.Sprintf("%s未知：%s，不予编造", noticeName(n), strings.Join(missing, "、")), "查到原件后补入"))
		}
	}
	return out
}

// numbersWithoutMasthead reports a document number or signers that have no place
// to stand: they are printed below the mark (7.2.5, 7.2.6).
func numbersWithoutMasthead(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, n := range s.notices() {
		if len(n.Masthead.Organs) > 0 {
			continue
		}
		if !n.DocNumber.IsZero() {
			out = append(out, whole(n.DocNumber, "有发文字号“"+n.DocNumber.Value+"”，没有发文机关标志",
				"写了发文字号就要写发文机关标志：补上masthead（organs、word）"))
		}
		if len(n.Signers) > 0 {
			out = append(out, whole(n.Signers[0], "有签发人“"+n.Signers[0].Value+"”，没有发文机关标志",
				"签发人印在发文机关标志之下：补上masthead（organs、word），或删去signers"))
		}
	}
	return out
}

func noticeName(n *dossier.Notice) string {
	if n.Date.Value != "" {
		return n.Date.Value + "的通知"
	}
	return "通知"
}

// signatures compares who signs with who issues, name by name: the order of
// organs is a matter of rank.
func signatures(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, n := range s.notices() {
		out = append(out, s.sameOrgans("署名", n.Signature, n.Issuers, false)...)
		out = append(out, s.sameOrgans("发文机关标志", n.Masthead.Organs, n.Issuers, true)...)
	}
	return out
}

// sameOrgans compares two lists of organs; a mark may use the short name that
// the register knows.
func (s *scene) sameOrgans(what string, list, issuers []dossier.Text, short bool) []diag.Diagnostic {
	if len(list) == 0 || len(issuers) == 0 {
		return nil
	}
	for i, t := range list {
		if i >= len(issuers) {
			return []diag.Diagnostic{whole(t, fmt.Sprintf("%s中的“%s”不是发文机关", what, t.Value), "与issuers一致")}
		}
		if t.Value != issuers[i].Value && !(short && s.sameUnit(t.Value, issuers[i].Value)) {
			d := whole(t, fmt.Sprintf("%s第%d个机关“%s”与发文机关“%s”不一致", what, i+1, t.Value, issuers[i].Value), "名称和次序与发文机关一致")
			return []diag.Diagnostic{noted(d, issuers[i].At, "发文机关")}
		}
	}
	if len(list) < len(issuers) {
		left := issuers[len(list)]
		return []diag.Diagnostic{whole(left, fmt.Sprintf("%s中缺发文机关“%s”", what, left.Value), "联合行文的各机关都应列出")}
	}
	return nil
}

func (s *scene) sameUnit(a, b string) bool {
	ra, okA := s.index.Named(a)
	rb, okB := s.index.Named(b)
	return okA && okB && ra.ID == rb.ID
}

// attachmentNumber precedes a name in an attachment note: 附件：1.
var attachmentNumber = regexp.MustCompile(`^附件[：:]\s*(?:1\.)?\s*`)

// attachments compares the note below the plan with the annex (7.3.4).
func attachments(s *scene) []diag.Diagnostic {
	note, mark := s.Plan.AttachmentNote, s.Annex.Mark
	switch {
	case note.IsZero() && len(s.Annex.Items()) > 0 && !mark.IsZero():
		at := s.Plan.Title.At
		return []diag.Diagnostic{{At: at, Message: "方案正文之后没有附件说明", Hint: "末段写“附件：" + s.Annex.Title.Value + "”"}}
	case note.IsZero(), s.Annex.Title.IsZero(): // load demands the annex's title
		return nil
	}
	skip := runes(attachmentNumber.FindString(note.Value))
	named := note.Slice(skip, note.Len())
	stop := strings.TrimRight(named.Value, "。；，;,.")
	if stop != named.Value {
		at := note.Position(skip + runes(stop))
		return []diag.Diagnostic{{At: at, Length: 1, Message: "附件名称之后不加标点", Hint: "删去“" + named.Value[len(stop):] + "”"}}
	}
	if named.Value == s.Annex.Title.Value {
		return nil
	}
	d := whole(named, fmt.Sprintf("附件说明“%s”与附件标题“%s”不一致", short(named.Value), short(s.Annex.Title.Value)), "两处写成一样")
	return []diag.Diagnostic{noted(d, s.Annex.Title.Position(difference(named.Value, s.Annex.Title.Value)), "附件标题自此处不同")}
}

// difference gives the number of characters that a and b have in common at
// their start.
func difference(a, b string) int {
	n := 0
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			break
		}
		n++
	}
	return n
}

// absentAttachments warns of attachments that the note lists and the dossier
// does not hold: a dossier has one, the measures list (7.3.7).
func absentAttachments(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, a := range s.Plan.Attachments {
		out = append(out, whole(a, "附件说明列有“"+a.Value+"”，案卷中没有这件附件，成品中也不会有", "其余附件另行装订；不随文的，从附件说明中删去"))
	}
	return out
}

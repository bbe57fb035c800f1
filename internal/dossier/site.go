package dossier

import "hongtou/internal/diag"

// Site is what only the operator of a website knows (content/site.yaml), one for
// all dossiers; absent values stay zero, nothing is invented.
type Site struct {
	Name     Text // 网站名称
	Domain   Text // 网站域名, host only
	Code     Text // 政府网站标识码, ten characters
	Address  Text // of the home page, https://…/
	Host     Text // 主办单位
	Operator Text // 承办单位
	Contact  Text // 联系方式
	ICP      Text // ICP备案号
	Police   Text // 公网安备号
	Column   Column
	At       diag.Position // of the file's first character
}

// Column is the 栏目 of the website in which the pages stand.
type Column struct{ Name, Description, Keywords, Type Text }

// Texts gives all values that are there.
func (s Site) Texts() []Text {
	return present(s.Name, s.Domain, s.Code, s.Address, s.Host, s.Operator, s.Contact, s.ICP, s.Police,
		s.Column.Name, s.Column.Description, s.Column.Keywords, s.Column.Type)
}

// Web holds what only the website edition prints of a notice; absent values
// stay zero.
type Web struct {
	Index     Text // 索引号
	Category  Text // 主题分类: 综合政务\政务公开
	Published Text // 发布日期: 2021-03-08 or 2021-03-08 09:00
	Source    Text // 信息来源
	Validity  Text // 有效性, one of Validities
	Path      Text // of a dossier: its folder in the website, ASCII; zero for its ID
}

// Validities are the words for 有效性.
func Validities() []string { return []string{"有效", "失效", "废止", Amended} }

// Amended is the 有效性 of a notice that another one has amended.
const Amended = "已修改"

// Texts gives all values that are there.
func (w Web) Texts() []Text {
	return present(w.Index, w.Category, w.Published, w.Source, w.Validity, w.Path)
}

func present(ts ...Text) []Text {
	var out []Text
	for _, t := range ts {
		if !t.IsZero() {
			out = append(out, t)
		}
	}
	return out
}

// Texts gives all printed texts of a notice.
func (n Notice) Texts() []Text {
	out := []Text{n.HeadMarks.SerialNumber, n.HeadMarks.Secrecy, n.HeadMarks.Urgency, n.DocNumber, n.Title.Text, n.Recipients}
	out = append(append(append(out, n.Masthead.Organs...), n.Signers...), n.Issuers...)
	for _, p := range n.Body {
		out = append(out, p.Text)
	}
	out = append(append(out, n.Signature...), n.Sealing.Posts...)
	for _, p := range n.Sealing.Pictures {
		out = append(out, p.Alt)
	}
	return present(append(out, n.Date.Text, n.Note, n.Imprint.Recipients, n.Imprint.CC, n.Imprint.Printer, n.Imprint.PrintDate.Text)...)
}

// Texts gives all printed texts of the plan.
func (p Plan) Texts() []Text {
	out := []Text{p.Title.Text}
	for _, b := range p.Body {
		out = append(out, b.Text)
	}
	return present(append(append(out, p.AttachmentNote), p.Attachments...)...)
}

// Texts gives all printed texts of the annex.
func (a Annex) Texts() []Text {
	out := []Text{a.Mark, a.Title.Text}
	for _, p := range a.Parts {
		out = append(out, p.Heading.Text)
		for _, i := range p.Items {
			out = append(append(out, i.Short), i.Paragraphs()...)
		}
	}
	return present(out...)
}

// Public gives all texts of a dossier as issued that the website shows, the
// amendments' and what is handed to recipients excepted.
func (d Dossier) Public() []Text {
	out := append([]Text{d.Name}, d.Notice.Texts()...)
	return present(append(append(append(out, d.Plan.Texts()...), d.Annex.Texts()...), d.Web.Texts()...)...)
}

package compose

import (
	"hongtou/internal/doc"
)

func headMarks(f fence, root *node) []doc.Block {
	m := f.mapping(root, "serial", "secrecy", "urgency")
	return []doc.Block{doc.HeadMarks{
		SerialNumber: f.runs(m.of("serial"), doc.Body), Secrecy: f.runs(m.of("secrecy"), doc.Level1), Urgency: f.runs(m.of("urgency"), doc.Level1),
	}}
}

func docNumber(f fence, root *node) []doc.Block {
	m := f.mapping(root, "text", "signers_label", "signers")
	return []doc.Block{doc.DocNumber{
		Text: f.runs(m.of("text"), doc.Body), SignersLabel: f.runs(m.of("signers_label"), doc.Body), Signers: f.each(m.of("signers"), doc.Level2),
	}}
}

func signature(f fence, root *node) []doc.Block {
	m := f.mapping(root, "organs", "date", "sealing", "images", "posts")
	out := doc.Signature{
		Organs: f.each(m.of("organs"), doc.Body), Date: f.runs(m.of("date"), doc.Body), Posts: f.each(m.of("posts"), doc.Body),
		Sealing: doc.Sealing(f.choice(m.of("sealing"), string(doc.Sealed), string(doc.Stamped))),
	}
	for n := range f.sequence(m.of("images")).each() {
		if p := f.alone(f.text(n)); p != nil && p.image != nil {
			p.found++
			out.Images = append(out.Images, *p.image)
		} else {
			f.wrong(n, "图片资料，如“{{put .}}”")
		}
	}
	return []doc.Block{out}
}

func closingNote(f fence, root *node) []doc.Block {
	return []doc.Block{doc.ClosingNote{Text: f.runs(f.mapping(root, "text").of("text"), doc.Body)}}
}

func imprint(f fence, root *node) []doc.Block {
	m := f.mapping(root, "recipients", "cc", "printer", "print_date")
	return []doc.Block{doc.Imprint{
		Recipients: f.runs(m.of("recipients"), doc.Body), CC: f.runs(m.of("cc"), doc.Body),
		Printer: f.runs(m.of("printer"), doc.Body), PrintDate: f.runs(m.of("print_date"), doc.Body),
	}}
}

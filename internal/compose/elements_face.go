package compose

import (
	"go.yaml.in/yaml/v4"

	"hongtou/internal/doc"
)

func headMarks(f fence, root *yaml.Node) []doc.Block {
	m := f.mapping(root, "serial", "secrecy", "urgency")
	return []doc.Block{doc.HeadMarks{
		SerialNumber: f.runs(m["serial"], doc.Body), Secrecy: f.runs(m["secrecy"], doc.Level1), Urgency: f.runs(m["urgency"], doc.Level1),
	}}
}

func docNumber(f fence, root *yaml.Node) []doc.Block {
	m := f.mapping(root, "text", "signers_label", "signers")
	return []doc.Block{doc.DocNumber{
		Text: f.runs(m["text"], doc.Body), SignersLabel: f.runs(m["signers_label"], doc.Body), Signers: f.each(m["signers"], doc.Level2),
	}}
}

func signature(f fence, root *yaml.Node) []doc.Block {
	m := f.mapping(root, "organs", "date", "sealing", "images", "posts")
	out := doc.Signature{
		Organs: f.each(m["organs"], doc.Body), Date: f.runs(m["date"], doc.Body), Posts: f.each(m["posts"], doc.Body),
		Sealing: doc.Sealing(f.choice(m["sealing"], string(doc.Sealed), string(doc.Stamped))),
	}
	for _, n := range f.sequence(m["images"]) {
		if p := f.alone(f.text(n)); p != nil && p.image != nil {
			p.found++
			out.Images = append(out.Images, *p.image)
		} else {
			f.wrong(n, "图片资料，如“{{put .}}”")
		}
	}
	return []doc.Block{out}
}

func closingNote(f fence, root *yaml.Node) []doc.Block {
	return []doc.Block{doc.ClosingNote{Text: f.runs(f.mapping(root, "text")["text"], doc.Body)}}
}

func imprint(f fence, root *yaml.Node) []doc.Block {
	m := f.mapping(root, "recipients", "cc", "printer", "print_date")
	return []doc.Block{doc.Imprint{
		Recipients: f.runs(m["recipients"], doc.Body), CC: f.runs(m["cc"], doc.Body),
		Printer: f.runs(m["printer"], doc.Body), PrintDate: f.runs(m["print_date"], doc.Body),
	}}
}

package pdf

import (
	"bytes"
	"encoding/xml"
	"strings"
	"time"

	"hongtou/internal/pdf/object"
)

// The frame of an XMP packet (ISO 16684-1). PDF/A wants no bytes or encoding
// attribute in the first line (ISO 19005-1, 6.7.5).
const (
	xmpHead = "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n"
	xmpFoot = "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n"
)

// addMetadata says in XMP what the document information says (ISO 19005-1,
// 6.7.3: the two must agree), and the standard the file keeps, if it does.
func (j *job) addMetadata() error {
	m := j.book.Meta
	x := &packet{}
	x.WriteString(xmpHead)
	if j.archival {
		x.schema("pdfaid", "http://www.aiim.org/pdfa/ns/id/",
			property{"pdfaid:part", "", "1"}, property{"pdfaid:conformance", "", "B"})
	}
	x.schema("dc", "http://purl.org/dc/elements/1.1/",
		property{"dc:title", "Alt", m.Title}, property{"dc:creator", "Seq", m.Author},
		property{"dc:description", "Alt", m.Subject}, property{"dc:language", "Bag", language})
	x.schema("pdf", "http://ns.adobe.com/pdf/1.3/",
		property{"pdf:Keywords", "", j.keywords()}, property{"pdf:Producer", "", Producer})
	if m.Date != "" {
		t, err := time.Parse(time.DateOnly, m.Date)
		if err != nil {
			return err
		}
		at := t.Format(time.DateOnly) + "T12:00:00+08:00" // as pdfDate
		x.schema("xmp", "http://ns.adobe.com/xap/1.0/",
			property{"xmp:CreateDate", "", at}, property{"xmp:ModifyDate", "", at})
	}
	x.WriteString(xmpFoot)
	j.root["Metadata"] = j.file.Add(&object.Stream{
		Dict: object.Dict{"Type": object.Name("Metadata"), "Subtype": object.Name("XML")},
		Data: x.Bytes(),
	})
	return nil
}

func (j *job) keywords() string { return strings.Join(j.book.Meta.Keywords, ", ") }

// packet is an XMP packet under construction.
type packet struct{ bytes.Buffer }

// property is a value in an array of a kind, or alone. Without a value it is
// left out.
type property struct{ name, array, value string }

func (x *packet) schema(prefix, space string, list ...property) {
	x.WriteString(`<rdf:Description rdf:about="" xmlns:` + prefix + `="` + space + "\">\n")
	for _, p := range list {
		if p.value != "" {
			x.property(p)
		}
	}
	x.WriteString("</rdf:Description>\n")
}

func (x *packet) property(p property) {
	open, end := "", ""
	if p.array != "" {
		open, end = "<rdf:"+p.array+"><rdf:li>", "</rdf:li></rdf:"+p.array+">"
	}
	if p.array == "Alt" { // in several languages; we have one
		open = `<rdf:Alt><rdf:li xml:lang="x-default">`
	}
	x.WriteString("<" + p.name + ">" + open)
	_ = xml.EscapeText(x, []byte(p.value)) // a buffer takes everything
	x.WriteString(end + "</" + p.name + ">\n")
}

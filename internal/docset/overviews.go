package docset

import "hongtou/internal/printed"

// overviews plans what lists the documents of recipients or is made of them.
func (h *handing) overviews() {
	by, forms := map[string][]Document{}, map[string]int{} // by unit
	var books, listed []Document
	for _, d := range h.documents {
		by[d.Unit] = append(by[d.Unit], d)
		if d.Kind == TaskBook {
			books = append(books, d)
		}
		if d.Kind == Acceptance && d.Item != "" {
			forms[d.Unit]++
		}
		if d.Kind != Clauses {
			listed = append(listed, d)
		}
	}
	if len(books) == 0 { // without a date
		return
	}
	var register, volume printed.Print
	for _, d := range books {
		register.Add(printed.Say("row", d.Recipient.Unit.Name.Value, d.Edition, forms[d.Unit]))
		volume.Add(printed.Say("book", d.Unit, d.Edition))
	}
	h.hand(Register, planned{parts: listed}, register)
	h.hand(Volume, planned{parts: books}, volume)
	for _, d := range books {
		h.bundle(d, by[d.Unit])
	}
}

// bundle plans one archive of everything made for a recipient.
func (h *handing) bundle(book Document, parts []Document) {
	var prints printed.Print
	for _, d := range parts {
		prints.Add(printed.Say("part", d.Kind, d.Item, d.Edition))
	}
	one := planned{recipient: book.Recipient, parts: parts, naming: naming{folder: "分发", name: book.Recipient.Unit.Name.Value}}
	h.hand(Bundle, one, prints)
}

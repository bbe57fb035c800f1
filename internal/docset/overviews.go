package docset

import (
	"hongtou/internal/printed"
	"hongtou/internal/zh"
)

// overviews plans what lists the documents of recipients or is made of them.
func (h *handing) overviews() {
	books := h.made[TaskBook]
	if len(books) == 0 { // without a date
		return
	}
	forms := map[string]int{} // by unit
	for _, d := range h.made[Acceptance] {
		if d.Item != "" {
			forms[d.Unit]++
		}
	}
	var register printed.Print
	for _, d := range books {
		register.Add(printed.Say("row", d.Recipient.Unit.Name.Value, d.Edition, forms[d.Unit]))
	}
	h.hand(Register, planned{parts: h.documents[:len(h.documents)-len(h.made[Clauses])]}, register)
	h.volumes(books)
	by := h.byUnit()
	for i := range books {
		h.bundle(&books[i], by[books[i].Unit])
	}
}

// volumeOf is how many task books one volume holds.
const volumeOf = 200

// shares says how many volumes there are of so many books.
func shares(books int) int { return (books + volumeOf - 1) / volumeOf }

// volumes plans the task books in one volume, or in several when they are many:
// nobody prints or opens thousands of books in one file.
func (h *handing) volumes(books []Document) {
	for from := 0; from < len(books); from += volumeOf {
		one := planned{parts: books[from:min(from+volumeOf, len(books))]}
		if len(books) > volumeOf {
			one.share = "第" + zh.Numeral(from/volumeOf+1) + "册"
		}
		var prints printed.Print
		for _, d := range one.parts {
			prints.Add(printed.Say("book", d.Unit, d.Edition))
		}
		h.hand(Volume, one, prints)
	}
}

// byUnit gives the documents of every recipient, in the order of their kinds.
func (h *handing) byUnit() map[string][]*Document {
	count := map[string]int{}
	for i := range h.documents {
		count[h.documents[i].Unit]++
	}
	all := make([]*Document, len(h.documents))
	out := make(map[string][]*Document, len(count))
	for i := range h.documents {
		unit := h.documents[i].Unit
		list, begun := out[unit]
		if !begun {
			n := count[unit]
			list, all = all[:0:n], all[n:]
		}
		out[unit] = append(list, &h.documents[i])
	}
	return out
}

// bundle plans one archive of everything made for a recipient.
func (h *handing) bundle(book *Document, inside []*Document) {
	var prints printed.Print
	for _, d := range inside {
		prints.Add(printed.Say("part", d.Kind, d.Item, d.Edition))
	}
	one := planned{recipient: book.Recipient, inside: inside, naming: naming{folder: "分发", name: book.Recipient.Unit.Name.Value}}
	h.hand(Bundle, one, prints)
}

package intake

// Options say how to read a file.
type Options struct {
	// Encoding of a text, CSV or HTML file when it cannot be told from its
	// bytes: utf-8, gb18030, gbk, utf-16le, utf-16be, utf-16 or big5. Empty
	// means: find out.
	Encoding string
	Limits   Limits
}

// Limits bound what a file may cost. A zero value means the standard one.
type Limits struct {
	Bytes    int64 // of the file
	Unpacked int64 // bytes of all parts of a packed file together
	Ratio    int64 // unpacked to packed, of a part of more than a megabyte
	Entries  int   // parts of a packed file
	Text     int   // bytes of text, in UTF-8
	Blocks   int   // paragraphs and table rows
	Cells    int   // cells of all tables
	Depth    int   // tables within tables and boxes within boxes
}

// Standard are the limits for a clerk's computer: the longest plan known has
// less than a hundredth of each.
func Standard() Limits {
	return Limits{
		Bytes: 64 << 20, Unpacked: 256 << 20, Ratio: 300, Entries: 4096,
		Text: 64 << 20, Blocks: 200_000, Cells: 200_000, Depth: 64,
	}
}

func (l Limits) orStandard() Limits {
	s := Standard()
	return Limits{
		Bytes: or(l.Bytes, s.Bytes), Unpacked: or(l.Unpacked, s.Unpacked), Ratio: or(l.Ratio, s.Ratio),
		Entries: or(l.Entries, s.Entries), Text: or(l.Text, s.Text), Blocks: or(l.Blocks, s.Blocks),
		Cells: or(l.Cells, s.Cells), Depth: or(l.Depth, s.Depth),
	}
}

func or[T int | int64](v, standard T) T {
	if v > 0 {
		return v
	}
	return standard
}

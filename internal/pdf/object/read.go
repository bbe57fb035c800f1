package object

import (
	"bytes"
	"fmt"
	"slices"
)

// Read parses a file with one classic cross-reference table. Encrypted files,
// cross-reference streams and incremental updates are refused. Data of streams
// stay in the given slice.
func Read(data []byte) (*File, error) {
	start, err := startOfTable(data)
	if err != nil {
		return nil, err
	}
	p := &parser{&Lexer{data, start}, true}
	offsets, err := p.table()
	if err != nil {
		return nil, fmt.Errorf("cross-reference table: %w", err)
	}
	f := &File{Objects: make([]Object, len(offsets))}
	if f.Trailer, err = p.trailer(); err != nil {
		return nil, fmt.Errorf("trailer: %w", err)
	}
	return f, f.load(data[:start], offsets)
}

// startOfTable follows startxref at the end of the file (7.5.5).
func startOfTable(data []byte) (int, error) {
	const tail = 1024
	from := max(0, len(data)-tail)
	i := bytes.LastIndex(data[from:], []byte("startxref"))
	if i < 0 {
		return 0, fmt.Errorf("no startxref: %w", ErrSyntax)
	}
	p := &parser{&Lexer{data, from + i + len("startxref")}, false}
	start, err := p.integer()
	if err != nil {
		return 0, fmt.Errorf("startxref: %w", err)
	}
	if start >= from+i {
		return 0, fmt.Errorf("startxref leads to %d: %w", start, ErrSyntax)
	}
	return start, nil
}

// table reads the sections of a table (7.5.4): the offset of every object in
// use, 0 for the others.
func (p *parser) table() ([]int, error) {
	if err := p.word("xref"); err != nil {
		return nil, err
	}
	var offsets []int
	for {
		back := p.pos
		first, err := p.integer()
		if err != nil { // the trailer
			p.pos = back
			return offsets, nil
		}
		n, err := p.integer()
		if err != nil {
			return nil, err
		}
		// Sections in order and without holes: what a whole file has. Each
		// entry takes 20 bytes, which bounds n by the size of the file.
		if first != len(offsets) || n > (len(p.data)-p.pos)/20 {
			return nil, fmt.Errorf("section %d %d: %w", first, n, ErrSyntax)
		}
		for range n {
			at, err := p.entry()
			if err != nil {
				return nil, err
			}
			offsets = append(offsets, at)
		}
	}
}

func (p *parser) entry() (int, error) {
	at, err := p.integer()
	if err != nil {
		return 0, err
	}
	gen, err := p.integer()
	if err != nil {
		return 0, err
	}
	t, err := p.Next()
	switch {
	case err != nil:
		return 0, err
	case string(t.Raw) == "f":
		return 0, nil
	case string(t.Raw) != "n" || gen != 0 || at == 0:
		return 0, fmt.Errorf("entry %d %d %.8q: %w", at, gen, t.Raw, ErrSyntax)
	}
	return at, nil
}

func (p *parser) trailer() (Dict, error) {
	if err := p.word("trailer"); err != nil {
		return nil, err
	}
	o, _, err := p.object(0)
	if err != nil {
		return nil, err
	}
	d, ok := o.(Dict)
	if !ok {
		return nil, fmt.Errorf("no dictionary: %w", ErrSyntax)
	}
	for _, key := range []Name{"Encrypt", "Prev", "XRefStm"} {
		if _, has := d[key]; has {
			return nil, fmt.Errorf("/%s is not supported: %w", key, ErrSyntax)
		}
	}
	delete(d, "Size")
	delete(d, "ID")
	return d, nil
}

// load parses the objects. Each may reach up to the next one's offset only,
// so entries that overlap cannot multiply the work.
func (f *File) load(body []byte, offsets []int) error {
	order := append(slices.Clone(offsets), len(body))
	slices.Sort(order)
	for n, at := range offsets {
		if at == 0 {
			continue
		}
		i, _ := slices.BinarySearch(order, at)
		if at >= len(body) || order[i+1] == at {
			return fmt.Errorf("object %d at byte %d: %w", n, at, ErrSyntax)
		}
		o, err := indirect(body[at:order[i+1]], n)
		if err != nil {
			return fmt.Errorf("object %d at byte %d: %w", n, at, err)
		}
		f.Objects[n] = o
	}
	return nil
}

// indirect reads "n 0 obj … endobj" (7.3.10).
func indirect(data []byte, n int) (Object, error) {
	p := &parser{NewLexer(data), true}
	number, err := p.integer()
	if err != nil {
		return nil, err
	}
	if number != n {
		return nil, fmt.Errorf("it calls itself %d: %w", number, ErrSyntax)
	}
	for _, w := range []string{"0", "obj"} {
		if err := p.word(w); err != nil {
			return nil, err
		}
	}
	o, t, err := p.object(0)
	if err != nil {
		return nil, err
	}
	if o == nil {
		return nil, fmt.Errorf("%.24q: %w", t.Raw, ErrSyntax)
	}
	if d, ok := o.(Dict); ok {
		return p.afterDict(d)
	}
	return o, p.word("endobj")
}

// afterDict ends a dictionary object or reads its stream (7.3.8).
func (p *parser) afterDict(d Dict) (Object, error) {
	t, err := p.Next()
	if err != nil {
		return nil, err
	}
	if string(t.Raw) == "endobj" {
		return d, nil
	}
	if string(t.Raw) != "stream" {
		return nil, fmt.Errorf("%.24q after a dictionary: %w", t.Raw, ErrSyntax)
	}
	if p.at(0) == '\r' {
		p.pos++
	}
	if p.at(0) != '\n' {
		return nil, fmt.Errorf("no line feed after stream: %w", ErrSyntax)
	}
	p.pos++
	length, ok := d["Length"].(Integer)
	if !ok || length < 0 || length > Integer(len(p.data)-p.pos) {
		return nil, fmt.Errorf("stream length %v: %w", d["Length"], ErrSyntax)
	}
	s := &Stream{Dict: d, Data: p.data[p.pos : p.pos+int(length)]}
	delete(d, "Length")
	p.pos += int(length)
	if err := p.word("endstream"); err != nil {
		return nil, err
	}
	return s, p.word("endobj")
}

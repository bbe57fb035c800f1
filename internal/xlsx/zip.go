package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// sortedZip holds the parts back until Close and writes them in a fixed order
// with a fixed date. excelize itself writes entries of the invalid date
// 1980-00-00, and [Content_Types].xml last.
type sortedZip struct {
	out      io.Writer
	parts    []*part
	streamed map[string]bool // parts to compress as they come
}

// part is one file of the archive; a streamed sheet is compressed as it comes.
type part struct {
	name   string
	whole  bytes.Buffer // not embedded: its ReadFrom would go past Write
	packed *packing
}

// Write takes the next piece.
func (p *part) Write(data []byte) (int, error) {
	if p.packed != nil {
		return p.packed.Write(data)
	}
	return p.whole.Write(data)
}

var fixedDate = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

func newSortedZip(w io.Writer) excelize.ZipWriter { return &sortedZip{out: w} }

// Create begins a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	if z.streamed[name] {
		p.packed = newPacking()
	}
	z.parts = append(z.parts, p)
	return p, nil
}

// AddFS is asked for by excelize's interface and never called.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive.
func (z *sortedZip) Close() error {
	slices.SortFunc(z.parts, func(a, b *part) int { return strings.Compare(a.order(), b.order()) })
	w := zip.NewWriter(z.out)
	for _, p := range z.parts {
		if p.packed != nil {
			if err := p.packed.into(w, p.name); err != nil {
				return err
			}
			continue
		}
		entry, err := w.CreateHeader(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, Modified: fixedDate,
		})
		if err != nil {
			return err
		}
		content, err := p.content()
		if err != nil {
			return err
		}
		if _, err := entry.Write(content); err != nil {
			return err
		}
	}
	return w.Close()
}

// order puts the list of content types first, where readers look for it.
func (p *part) order() string {
	switch p.name {
	case "[Content_Types].xml":
		return "0"
	case "_rels/.rels":
		return "1"
	}
	return "2" + p.name
}

// excelize writes formulas without their values. So a formula comes with its
// value behind it, parted by a noncharacter that says what it is.
const (
	cachedNumber = '\uFDD1'
	cachedText   = '\uFDD2'
)

// errUnplaced says that excelize wrote a formula in a form that withValues
// does not know. The file would hold a noncharacter, and no value.
var errUnplaced = errors.New("公式的值没有写到位")

// withValues moves the values of formulas to their own elements. (In text < is
// escaped, so only elements can be meant.)
func withValues(sheet []byte) ([]byte, error) {
	const before, after = ` t="str"><f>`, `</f>`
	var out []byte
	for {
		start, rest, found := bytes.Cut(sheet, []byte(before))
		if !found {
			out = append(out, sheet...)
			break
		}
		formula, rest, _ := bytes.Cut(rest, []byte(after))
		kind, mark := before, string(cachedText)
		if bytes.ContainsRune(formula, cachedNumber) {
			kind, mark = "><f>", string(cachedNumber)
		}
		code, value, marked := bytes.Cut(formula, []byte(mark))
		if !marked {
			return nil, errUnplaced
		}
		value = bytes.ReplaceAll(value, []byte(string(guardRune)), []byte(guardWritten))
		out = append(append(append(out, start...), kind...), code...)
		out = append(append(append(out, after+"<v>"...), value...), "</v>"...)
		sheet = rest
	}
	if bytes.ContainsAny(out, string(cachedNumber)+string(cachedText)) {
		return nil, errUnplaced
	}
	return out, nil
}

// content replaces the guards of text.go by what they stand for, and takes
// back excelize's claim that a sheet with filter buttons has hidden rows. (In
// text a quotation mark is escaped, so only the attribute can be meant.)
func (p *part) content() ([]byte, error) {
	switch {
	case p.name == stringsPart:
		return bytes.ReplaceAll(p.whole.Bytes(), []byte(string(guardRune)), []byte(guardWritten)), nil
	case strings.HasPrefix(p.name, sheetParts):
		return withValues(dropFilterMode(p.whole.Bytes()))
	}
	return p.whole.Bytes(), nil
}

const sheetParts = "xl/worksheets/"

func dropFilterMode(sheet []byte) []byte {
	return bytes.Replace(sheet, []byte(` filterMode="true"`), nil, 1)
}

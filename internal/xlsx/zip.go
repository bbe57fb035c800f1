package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// sortedZip holds the parts back until Close and writes them in a fixed order
// with a fixed date. excelize itself writes entries of the invalid date
// 1980-00-00, and [Content_Types].xml last.
//
// What excelize has not written it puts in: the cells of sheets and the table
// of their strings.
type sortedZip struct {
	out     io.Writer
	parts   []*part
	sheets  map[string]*cells // by part; none of a workbook that excelize writes alone
	strings *stringTable
	rows    rowsWriter
}

// part is one file of the archive, as excelize wrote it.
type part struct {
	name  string
	whole bytes.Buffer
}

// Write takes the next piece.
func (p *part) Write(data []byte) (int, error) { return p.whole.Write(data) }

var fixedDate = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

func newSortedZip(w io.Writer) excelize.ZipWriter { return &sortedZip{out: w} }

// Create begins a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	z.parts = append(z.parts, p)
	return p, nil
}

// AddFS is asked for by excelize's interface and never called.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive.
func (z *sortedZip) Close() error {
	slices.SortFunc(z.parts, func(a, b *part) int { return strings.Compare(a.order(), b.order()) })
	w := zip.NewWriter(z.out)
	w.RegisterCompressor(zip.Deflate, reused())
	for _, p := range z.parts {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: fixedDate})
		if err != nil {
			return err
		}
		if err := z.put(p, entry); err != nil {
			return err
		}
	}
	return w.Close()
}

// compression is as good as that of archive/zip and half as much work.
const compression = 6

// reused compresses all parts with one compressor: they follow one another,
// and it is large.
func reused() zip.Compressor {
	var one *flate.Writer
	return func(w io.Writer) (io.WriteCloser, error) {
		if one != nil {
			one.Reset(w)
			return one, nil
		}
		var err error
		one, err = flate.NewWriter(w, compression)
		return one, err
	}
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

// put writes a part. Its marks are replaced by what they stand for, and
// excelize's claim that a sheet with filter buttons has hidden rows is taken
// back. (In text < and quotation marks are escaped, so only elements and
// attributes can be meant.)
func (z *sortedZip) put(p *part, entry io.Writer) error {
	content := p.whole.Bytes()
	switch {
	case z.sheets[p.name] != nil:
		return z.rows.into(entry, dropFilterMode(content), z.sheets[p.name])
	case strings.HasPrefix(p.name, sheetParts):
		content = dropFilterMode(content)
	case p.name == stringsPart && z.strings != nil:
		content = z.strings.part()
	case p.name == stringsPart:
		content = unguard(content)
	}
	_, err := entry.Write(content)
	return err
}

const sheetParts = "xl/worksheets/"

func sheetPart(i int) string { return fmt.Sprintf("%ssheet%d.xml", sheetParts, i+1) }

func dropFilterMode(sheet []byte) []byte {
	return bytes.Replace(sheet, []byte(` filterMode="true"`), nil, 1)
}

// errUnplaced says that excelize wrote a sheet in a form that into does not
// know. The sheet would have no cells.
var errUnplaced = errors.New("单元格没有写到位")

// into writes a sheet with its cells.
func (w *rowsWriter) into(out io.Writer, sheet []byte, c *cells) error {
	const begin, end = "<sheetData>", "</sheetData>"
	before, rest, begun := bytes.Cut(sheet, []byte(begin))
	_, after, ended := bytes.Cut(rest, []byte(end))
	if !begun || !ended || bytes.Count(after, []byte(mergeMark)) != min(c.merged, 1) {
		return errUnplaced
	}
	if _, err := out.Write(sheet[:len(before)+len(begin)]); err != nil {
		return err
	}
	if err := w.write(c, out); err != nil {
		return err
	}
	after = bytes.Replace(after, []byte(mergeMark), c.ranges(), 1)
	_, err := out.Write(slices.Concat([]byte(end), after))
	return err
}

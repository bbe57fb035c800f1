package intake

import (
	"regexp"
	"strings"

	"hongtou/internal/manuscript"
)

var separatorLine = regexp.MustCompile(`^(?i:sep)=(.)(\r\n|\r|\n)`)

// readCSV reads a table of fields: in quotes or not, with the separator that
// its first lines have most evenly, or that a first line “sep=;” states, as
// Excel writes it.
func readCSV(data []byte, o Options) (manuscript.Manuscript, error) {
	text, err := decode(data, o.Encoding)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	c := &csvReader{writer: newWriter(o.Limits), rest: text, line: 1}
	if m := separatorLine.FindStringSubmatch(text); m != nil {
		c.comma, c.rest, c.line = m[1][0], text[len(m[0]):], 2
	} else {
		c.comma = separator(text)
	}
	first := c.line
	for c.rest != "" {
		if err := c.record(); err != nil {
			return manuscript.Manuscript{}, err
		}
	}
	c.m.Blocks = []manuscript.Block{{Place: manuscript.Place{Line: first}, Rows: c.rows}}
	return c.m, nil
}

type csvReader struct {
	*writer
	rest  string
	comma byte
	line  int // of the file
	rows  [][]manuscript.Cell
}

// record reads one line of fields; a field in quotes may go over several.
func (c *csvReader) record() error {
	if err := c.block(); err != nil {
		return err
	}
	row := []manuscript.Cell{}
	at := c.line
	for more := true; more; {
		field, again, err := c.field(at)
		if err != nil {
			return err
		}
		if err := c.cell(); err != nil {
			return err
		}
		if err := c.count(field); err != nil {
			return err
		}
		cell := manuscript.Cell{Place: manuscript.Place{Line: at}, Row: len(c.rows), Col: len(row), Rows: 1, Cols: 1}
		if field != "" {
			cell.Text = lineEnds.Split(field, -1)
		}
		row, more = append(row, cell), again
	}
	c.rows = append(c.rows, row)
	return nil
}

// field takes the next field; again says that another follows in the record.
func (c *csvReader) field(line int) (s string, again bool, err error) {
	var b strings.Builder
	if strings.HasPrefix(c.rest, `"`) {
		if err := c.quoted(&b, line); err != nil {
			return "", false, err
		}
	}
	end := strings.IndexAny(c.rest, string([]byte{c.comma})+"\r\n")
	if end < 0 {
		b.WriteString(c.rest)
		c.rest = ""
		return b.String(), false, nil
	}
	b.WriteString(c.rest[:end])
	again = c.rest[end] == c.comma
	n := 1
	if strings.HasPrefix(c.rest[end:], "\r\n") {
		n = 2
	}
	if !again {
		c.line++
	}
	c.rest = c.rest[end+n:]
	return b.String(), again, nil
}

// quoted takes a field in quotes, up to the closing one.
func (c *csvReader) quoted(b *strings.Builder, line int) error {
	c.rest = c.rest[1:]
	for {
		end := strings.IndexByte(c.rest, '"')
		if end < 0 {
			return &Error{Code: "quotes", Line: line, Message: "有一个引号（\"）没有配对", Hint: "请用Excel或WPS打开，另存为.xlsx后再导入"}
		}
		c.line += len(lineEnds.FindAllStringIndex(c.rest[:end], -1))
		b.WriteString(c.rest[:end])
		c.rest = c.rest[end+1:]
		if !strings.HasPrefix(c.rest, `"`) {
			return nil
		}
		b.WriteByte('"')
		c.rest = c.rest[1:]
	}
}

// separator finds what separates the fields: the mark that stands, outside
// quotes, in most of the first lines in the same number.
func separator(text string) byte {
	best, score := byte(','), 0
	for _, mark := range []byte{',', '\t', ';', '|'} {
		if n := evenness(text, mark); n > score {
			best, score = mark, n
		}
	}
	return best
}

func evenness(text string, mark byte) int {
	lines := map[int]int{}
	n, seen, quoted := 0, 0, false
	for i := 0; i < min(len(text), 1<<16) && seen < 50; i++ {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case quoted:
		case text[i] == mark:
			n++
		case text[i] == '\n':
			lines[n]++
			n, seen = 0, seen+1
		}
	}
	lines[n]++
	best := 0
	for fields, times := range lines {
		if fields > 0 {
			best = max(best, times*1000+min(fields, 999))
		}
	}
	return best
}

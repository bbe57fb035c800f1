package intake

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/manuscript"
)

func read(t *testing.T, name, data string, o Options) manuscript.Manuscript {
	t.Helper()
	m, err := Read(name, strings.NewReader(data), o)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	sound(t, m)
	return m
}

// refused reads what must not be read and gives the error.
func refused(t *testing.T, what, name, data string, o Options) *Error {
	t.Helper()
	_, err := Read(name, strings.NewReader(data), o)
	return refusal(t, what, name, err)
}

// refusal is what an error says, which must say all.
func refusal(t *testing.T, what, name string, err error) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Errorf("%s: not refused (%v)", what, err)
		return nil
	}
	if e.Message == "" || e.Hint == "" || e.Name != name {
		t.Errorf("%s: error without message, hint or name: %+v", what, e)
	}
	return e
}

func texts(m manuscript.Manuscript) []string {
	var all []string
	for _, b := range m.Blocks {
		all = append(all, b.Text)
	}
	return all
}

// sound checks what holds for every manuscript.
func sound(t *testing.T, m manuscript.Manuscript) {
	t.Helper()
	for _, b := range m.Blocks {
		if !utf8.ValidString(b.Text) || lineEnds.MatchString(b.Text) {
			t.Fatalf("text %q", b.Text)
		}
		if b.Place.Line < 1 || b.Bold > utf8.RuneCountInString(b.Text) {
			t.Fatalf("block %+v", b)
		}
		apart(t, b.Rows)
	}
}

// apart checks that the cells of a table lie in order and apart.
func apart(t *testing.T, rows [][]manuscript.Cell) {
	t.Helper()
	taken := map[[2]int]bool{}
	for r, row := range rows {
		col := -1
		for _, c := range row {
			if c.Row != r || c.Col <= col || c.Rows < 1 || c.Cols < 1 {
				t.Fatalf("cell %+v in row %d after column %d", c, r, col)
			}
			col = c.Col
			for i := 0; i < min(c.Rows, 64); i++ {
				for j := 0; j < min(c.Cols, 64); j++ {
					if taken[[2]int{c.Row + i, c.Col + j}] {
						t.Fatalf("cell %+v lies on another", c)
					}
					taken[[2]int{c.Row + i, c.Col + j}] = true
				}
			}
		}
	}
}

// show writes a manuscript for comparing: a line a paragraph or table row.
func show(m manuscript.Manuscript) string {
	var b strings.Builder
	for _, block := range m.Blocks {
		if block.Rows == nil {
			fmt.Fprintf(&b, "%d %s%s\n", block.Place.Line, block.Number, block.Text)
		}
		for i, row := range block.Rows {
			fmt.Fprintf(&b, "%d ", block.Place.Line+i)
			for _, c := range row {
				head := ""
				if c.Head {
					head = " H"
				}
				fmt.Fprintf(&b, "[%s %dx%d%s]", strings.Join(c.Text, "/"), c.Cols, c.Rows, head)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

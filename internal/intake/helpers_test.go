package intake

import (
	"errors"
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
		grid(t, b.Rows)
	}
}

// grid checks that the cells of a table lie in order and apart.
func grid(t *testing.T, rows [][]manuscript.Cell) {
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

package pdfread

import (
	"reflect"
	"strings"
	"testing"
)

// sandboxed opens a file without reading it.
func sandboxed(t *testing.T, data []byte) (*sandbox, uint64) {
	t.Helper()
	s, document, err := engine.open(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.instance.Close(); err != nil {
			t.Error(err)
		}
	})
	return s, document
}

// breakDown lets every call that the sandbox has not made before panic.
func (s *sandbox) breakDown() {
	s.functions, s.lookup = map[string]function{}, reflect.Value{}
}

func TestOurMistakesAreNotCalledDamage(t *testing.T) {
	for name, spoil := range map[string]func(*sandbox){
		"a function that PDFium does not have": func(s *sandbox) { s.call("FPDF_NoSuchFunction") },
		"a panic":                              (*sandbox).breakDown,
	} {
		t.Run(name, func(t *testing.T) {
			data := pages(3, "0 0 9 9 re f")
			s, document := sandboxed(t, data)
			spoil(s)
			r := reader{engine: engine, data: data, limits: DefaultLimits(), sheets: make([]sheet, 3)}
			if err := r.run(s, document); code(err) != Failed || !strings.Contains(err.Error(), "检查程序出错") {
				t.Errorf("reading pages: %v", err)
			}
			if _, err := r.read(t.Context(), s, document); code(err) != Failed {
				t.Errorf("reading: %v", err)
			}
			f := open(t, data)
			spoil(f.sandbox)
			if _, err := f.Picture(1, 50); code(err) != Failed {
				t.Errorf("painting: %v", err)
			}
		})
	}
}

// An engine without a pool can start nothing.
func TestWhatCannotStartIsNoDamage(t *testing.T) {
	limits := DefaultLimits()
	idle := &Engine{slots: make(chan struct{}, atOnce)}
	data := pages(manyPages+5, "0 0 9 9 re f")
	if _, err := idle.Open(t.Context(), data, limits); code(err) != Failed {
		t.Errorf("%v", err)
	}
	s, document := sandboxed(t, data)
	r := reader{engine: idle, data: data, limits: limits}
	doc, err := r.read(t.Context(), s, document)
	if err != nil || len(doc.Pages) != manyPages+5 || doc.Pages[manyPages+4].Number != manyPages+5 {
		t.Errorf("one reader alone: %d pages, %v", len(doc.Pages), err)
	}
}

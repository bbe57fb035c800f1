package pdfread

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"hongtou/internal/printout"
)

// engine serves all tests: to compile PDFium takes seconds.
var engine *Engine

func TestMain(m *testing.M) {
	cache := os.Getenv("HONGTOU_CACHE")
	if cache == "" {
		// A folder that cannot be: it must be passed over.
		cache = filepath.Join("engine_test.go", "cache")
	}
	var err error
	if engine, err = Start(context.Background(), cache); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	if err := engine.Close(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// open reads a file that must be readable.
func open(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := engine.Open(t.Context(), data, DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// onePage is the only page of a file.
func onePage(t testing.TB, data []byte) printout.Page {
	t.Helper()
	d := open(t, data).Document()
	if len(d.Pages) != 1 {
		t.Fatalf("%d pages", len(d.Pages))
	}
	return d.Pages[0]
}

// code is the stable code of a refusal.
func code(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return fmt.Sprint(err)
}

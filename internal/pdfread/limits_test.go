package pdfread

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"hongtou/internal/testkit/bounds"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// pages is a file of n pages that share their content.
func pages(n int, content string) []byte {
	kids := strings.Repeat("3 0 R ", n)
	return document([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, n),
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 720 720]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		stream("", content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	})
}

// bomb is a page whose content unpacks to very much.
func bomb(size int) []byte {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	for block := bytes.Repeat([]byte("0 0 5 5 re f "), 1000); size > 0; size -= len(block) {
		if _, err := w.Write(block); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	s := sample{xobject: "/A 6 0 R", content: "/A Do", extra: []string{
		stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode", packed.String()),
	}}
	return s.bytes()
}

// growing is a form that is painted twice by a form that is painted twice …
func growing(depth int) []byte {
	s := sample{xobject: "/A 6 0 R", content: "/A Do"}
	for i := range depth {
		s.extra = append(s.extra, form("1 0 0 1 0 0", fmt.Sprintf("/XObject<</A %d 0 R>>", 7+i), "/A Do /A Do"))
	}
	s.extra = append(s.extra, form("1 0 0 1 0 0", "", "0 0 5 5 re f"))
	return s.bytes()
}

func TestFilesThatCannotBeReadSayWhy(t *testing.T) {
	plain := sample{content: "BT /F 20 Tf 72 648 Td (Hi) Tj ET"}.bytes()
	small := Limits{Bytes: 1 << 20, Pages: 20, Marks: 1000, Pixels: 1000, Time: 2 * time.Second}
	for name, c := range map[string]struct {
		data   []byte
		limits Limits
		codes  string
	}{
		"nothing":           {nil, small, Empty},
		"a password":        {read(t, "password.pdf"), small, Encrypted},
		"Word":              {[]byte("PK\x03\x04…"), small, NotPDF},
		"text":              {[]byte("通知"), small, NotPDF},
		"header only":       {[]byte("%PDF-1.7\n"), small, Damaged},
		"half a file":       {plain[:len(plain)/4], small, Damaged},
		"no page":           {document([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"}), small, Empty},
		"page that is none": {document([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[9 0 R]/Count 1>>"}), small, Damaged},
		"large":             {make([]byte, 2<<20), small, TooLarge},
		"long":              {pages(21, ""), small, TooManyPages},
		"full of text":      {pages(2, "BT /F 1 Tf 9 9 Td ("+strings.Repeat("a", 800)+") Tj ET"), small, TooFull},
		"full of lines":     {sample{content: strings.Repeat("0 0 m 9 9 l S ", 2000)}.bytes(), small, TooFull},
		"bomb":              {bomb(200 << 20), Limits{Bytes: 1 << 20, Pages: 9, Marks: 1e6, Time: time.Second}, TooSlow + " " + OutOfMemory},
		"growing forms":     {growing(30), small, TooSlow + " " + OutOfMemory},
	} {
		t.Run(name, func(t *testing.T) {
			bounds.Ends(name, func() {
				f, err := engine.Open(t.Context(), c.data, c.limits)
				if err == nil {
					t.Fatalf("%d pages, %v", len(f.Document().Pages), f.Close())
				}
				if !strings.Contains(c.codes, code(err)) {
					t.Errorf("%s: %v", code(err), err)
				}
			})
		})
	}
}

func TestFilesForOwnersAreRead(t *testing.T) {
	if got := text(onePage(t, read(t, "owner.pdf"))); got != "Hi" {
		t.Errorf("%q", got)
	}
}

func TestBrokenTablesAreMended(t *testing.T) {
	whole := sample{content: "BT /F 20 Tf 72 648 Td (Hi) Tj ET"}.bytes()
	for name, data := range map[string][]byte{
		"no table":        whole[:bytes.Index(whole, []byte("xref"))],
		"wrong table":     bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n9"), 1),
		"garbage in it":   bytes.Replace(whole, []byte("00000 n"), []byte("qqqqq qqq"), 9),
		"something ahead": append([]byte("From a mailbox\n"), whole...),
	} {
		f, err := engine.Open(t.Context(), data, DefaultLimits())
		if err != nil {
			if code(err) != Damaged {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		d := f.Document()
		if got := text(d.Pages[0]); got != "Hi" || !d.Mended && name != "something ahead" {
			t.Errorf("%s: %q, mended %v", name, got, d.Mended)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
	if open(t, whole).Document().Mended {
		t.Error("a whole file counts as mended")
	}
}

func TestAbsurdPagesAreRead(t *testing.T) {
	content := "BT /F 20 Tf 72 648 Td (Hi) Tj ET"
	for _, box := range []string{"0 0 1e9 1e9", "0 0 0 0", "9 9 1 1", "-1e38 -1e38 1e38 1e38", "0 0 99999999999999999999999999999999999999999999 1"} {
		f := open(t, sample{content: content, box: box}.bytes())
		p := f.Document().Pages[0]
		if !finite(p.Width, p.Height) || p.Width < 0 || p.Height < 0 {
			t.Errorf("%s: %v × %v", box, p.Width, p.Height)
		}
		if _, err := f.Document().Paint(1, 2400); code(err) != TooBig && p.Width > 1000 {
			t.Errorf("%s: painted: %v", box, err)
		}
	}
}

func TestTheCallerMayStop(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	if _, err := engine.Open(ctx, growing(30), DefaultLimits()); err != context.Canceled {
		t.Error(err)
	}
}

func TestPagesThatWereReadAreCounted(t *testing.T) {
	data := pages(40, strings.Repeat("0 0 m 9 9 l S ", 600))
	limits := DefaultLimits()
	limits.Time, limits.PerPage = time.Millisecond, 0
	if _, err := engine.Open(t.Context(), data, limits); code(err) != TooSlow {
		t.Errorf("no time at all: %v", err)
	}
	limits.Time = 10 * time.Minute
	f, err := engine.Open(t.Context(), data, limits)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.reader.done.Load(); got != 40 {
		t.Errorf("%d pages", got)
	}
	if _, err := f.Picture(1, 20); err != nil || f.reader.painted.Load() != 1 {
		t.Errorf("%d pictures, %v", f.reader.painted.Load(), err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

// TestPagesThatWereReadEarnTime asks a clock that runs only in this test.
func TestPagesThatWereReadEarnTime(t *testing.T) {
	const second = time.Second
	for _, c := range []struct{ every, ends time.Duration }{ // how long a page takes; when forty are read, or the time is over
		{1 * second, 40 * second}, {3 * second, 40 * 3 * second}, {5 * second, 14 * second}, {60 * second, 8 * second},
	} {
		synctest.Test(t, func(t *testing.T) {
			r := &reader{limits: Limits{Time: 8 * second, PerPage: 3 * second}}
			ctx, stop := r.clock(t.Context())
			defer stop()
			begun := time.Now()
			for range 40 {
				select {
				case <-ctx.Done():
				case <-time.After(c.every):
					r.done.Add(1)
				}
			}
			if took := time.Since(begun); took != c.ends || (ctx.Err() != nil) != (c.ends < 40*c.every) {
				t.Errorf("a page in %v: ends after %v, %v", c.every, took, context.Cause(ctx))
			}
		})
	}
}

// heavy is a page that is read at once and painted slowly: a picture with a
// soft edge many times over.
func heavy(times int) []byte {
	image := func(entries string, n int) string {
		return stream("/Type/XObject/Subtype/Image/Width 1000/Height 1000/BitsPerComponent 8"+entries, strings.Repeat("\x7f", n))
	}
	return sample{
		content: strings.Repeat("q 700 9 9 700 2 2 cm /I Do Q\n", times), xobject: "/I 6 0 R",
		extra: []string{image("/ColorSpace/DeviceRGB/Interpolate true/SMask 7 0 R", 3_000_000), image("/ColorSpace/DeviceGray", 1_000_000)},
	}.bytes()
}

func TestPaintingThatIsStoppedHalfWayIsAnError(t *testing.T) {
	f, err := engine.Open(t.Context(), heavy(4000), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	f.limits.Time = 200 * time.Millisecond
	for range 2 { // the second time nothing is tried any more
		if _, err := f.Picture(1, 90); code(err) != TooSlow {
			t.Error(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

package inspection

import (
	"math"
	"path/filepath"
	"slices"
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/testkit/conformity"
	"hongtou/internal/testkit/judge"
	"hongtou/internal/testkit/officefonts"
)

// tolerance is how far a measured value may be from the one that poppler and
// MuPDF give: 0.3 mm, 0.3 pt; counts are equal.
func tolerance(unit string) float64 {
	switch unit {
	case "mm", "pt":
		return 0.3
	case "字", "行":
		return 0.3 * 72 / 25.4 / 16 // 0.3 mm of a character of 3号
	}
	return 0
}

// TestAgreesWithOtherReaders measures our notice, and the same notice as
// LibreOffice and Chromium make it from our HTML, with the program and with
// poppler and MuPDF: verdicts and values are the same.
func TestAgreesWithOtherReaders(t *testing.T) {
	for name, path := range makers(t) {
		t.Run(name, func(t *testing.T) {
			agree(t, path)
		})
	}
}

// makers are the real notice by the programs that made it.
func makers(t *testing.T) map[string]string {
	t.Helper()
	officefonts.Use(t)
	out, err := htmlCase()
	check(t, err)
	found, err := filepath.Glob(filepath.Join(out, "*", "印发通知.*"))
	check(t, err)
	i := slices.IndexFunc(found, func(p string) bool { return filepath.Ext(p) == ".html" })
	k := slices.IndexFunc(found, func(p string) bool { return filepath.Ext(p) == ".pdf" })
	if i < 0 || k < 0 {
		t.Fatalf("found %q", found)
	}
	return map[string]string{
		"Hongtou":     found[k],
		"LibreOffice": judge.OfficeConvert(t, found[i], "pdf:writer_web_pdf_Export")[0],
		"Chromium":    judge.HTMLToPDF(t, found[i]),
	}
}

func agree(t *testing.T, path string) {
	got := map[string]clause{}
	f := inspect(t, path).Files[0]
	if f.Problem != nil {
		t.Fatalf("%+v", *f.Problem)
	}
	for _, c := range f.Clauses {
		got[c.name()] = c
	}
	d := conformity.Read(t, path)
	if f.Pages != len(d.Pages) {
		t.Errorf("%d pages, want %d", f.Pages, len(d.Pages))
	}
	compared := 0
	for _, c := range norm.Clauses() {
		want, have := c.Measure(d), got[c.Name()]
		if verdicts[have.Verdict] != want.Verdict {
			t.Errorf("%s: %s “%s”, other readers: %s “%s”", c.Name(), have.Verdict, have.Measured, want.Verdict, want.Measured)
			continue
		}
		if len(have.Values) != len(want.Values) {
			t.Errorf("%s: values %v, other readers %v", c.Name(), have.Values, want.Values)
			continue
		}
		for i, v := range want.Values {
			compared++
			h := have.Values[i]
			if h.Name != v.Name || h.Unit != v.Unit || math.Abs(h.Number-v.Number) > tolerance(v.Unit)+1e-9 {
				t.Errorf("%s: %v, other readers %v", c.Name(), h, v)
			}
		}
	}
	t.Logf("%d values compared", compared)
	if compared < 60 {
		t.Errorf("only %d values compared", compared)
	}
}

// verdicts are those of package norm by their codes.
var verdicts = map[string]norm.Verdict{
	"holds": norm.Holds, "fails": norm.Fails, "not-applicable": norm.Absent, "unprovable": norm.Unproven,
}

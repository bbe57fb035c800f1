package inspection

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"hongtou/internal/testkit/executable"
)

// A variant is the program with one mistake in the source of its layout, and
// the clauses that its document must then be said not to keep: these and no
// others.
type variant struct {
	name     string
	gallery  string // the dossier of the gallery that shows it; the real case if empty
	file     string // in internal/
	old, new string
	want     []string
}

var variants = []variant{
	{"type area 1 mm to the right", "", "page/page.go",
		"Left   Length = 79_370 ", "Left   Length = 82_205 ", []string{"5.2.1 订口"}},
	{"type area 1 mm lower", "", "page/page.go",
		"Top    Length = 104_882", "Top    Length = 107_717", []string{"5.2.1 天头"}},
	{"21 lines", "", "page/page.go",
		"Lines = 22", "Lines = 21", []string{"5.2.3 每页22行", "5.2.3 行距"}},
	{"27 characters in the same width", "", "page/page.go",
		"Cells = 28\n\t// A cell is 15,793.03 units; the three hundredths are dropped, so the area\n\t// is 0.7 units (0.0003 mm) narrower than 156 mm and every full line ends\n\t// exactly at its edge without a remainder to deal out.\n\tCell      Length = 15_793",
		"Cells = 27\n\tCell Length = 16_377", []string{"5.2.3 每行28字"}},
	{"mark 2 mm low", "", "page/mark.go",
		"MarkTop              = 72", "MarkTop              = 74", []string{"7.2.4 上边缘"}},
	{"red line 3 mm under the number", "", "page/mark.go",
		"RedLineGap          = 4 ", "RedLineGap          = 3 ", []string{"7.2.7 距字号"}},
	{"red line shorter than the type area", "", "layout/masthead.go",
		"X1: s.area.left, Y1: redLineInset, X2: s.area.right,", "X1: s.area.left + 6000, Y1: redLineInset, X2: s.area.right - 6000,", []string{"7.2.7 宽度"}},
	{"number in square brackets", "", "layout/masthead.go",
		"t := s.measure(d.Text, bodyScale)", "t := s.measure([]doc.Inline{{Text: strings.NewReplacer(\"〔\", \"[\", \"〕\", \"]\").Replace(doc.Plain(d.Text))}}, bodyScale)",
		[]string{"7.2.5 写法"}},
	{"title 4 mm left of the middle", "", "layout/title.go",
		"x := s.area.left + (s.area.width()-t.squeezed(start, end, adjust))/2", "x := s.area.left + (s.area.width()-t.squeezed(start, end, adjust))/2 - 11_339",
		[]string{"7.3.1 居中"}},
	{"headings of the second level in 仿宋", "", "compose/blocks.go",
		"doc.Level1, doc.Level2, doc.Level3", "doc.Level1, doc.Body, doc.Level3", []string{"7.3.3 二级"}},
	{"page number 3 mm too low", "", "page/page.go",
		"FolioLine = 269", "FolioLine = 272", []string{"7.5 距版心"}},
	{"page number at the inner edge", "", "layout/furniture.go",
		"x := areaRight - numberInset - t.total()\n\tif p.Number%2 == 0", "x := areaRight - numberInset - t.total()\n\tif p.Number%2 == 1",
		[]string{"7.5 单右双左"}},
	{"page number centred", "", "layout/furniture.go",
		"x := areaRight - numberInset - t.total()\n\tif p.Number%2 == 0 {\n\t\tx = areaLeft + numberInset\n\t}",
		"x := areaLeft + (areaRight-areaLeft-t.total())/2", []string{"7.5 单右双左"}},
	{"imprint on an odd page", "moved", "layout/imprint.go",
		"len(s.book.Pages)%2 == 1 }", "len(s.book.Pages)%2 == 0 }", []string{"7.4 末面双页"}},
	{"outer rules of the imprint 1 mm thick", "moved", "page/imprint.go",
		"ThickRule    Length = 992 ", "ThickRule    Length = 2_835 ", []string{"7.4.1 粗细"}},
	{"imprint ends 3 mm over the foot", "moved", "layout/imprint.go",
		"top := s.area.bottom - height\n", "top := s.area.bottom - height - 8_504\n", []string{"7.4.1 末线"}},
}

// TestExactlyTheBrokenClauseIsNamed builds each variant with the compiler's
// overlay: the file is replaced for this build alone.
func TestExactlyTheBrokenClauseIsNamed(t *testing.T) {
	for _, v := range variants {
		t.Run(v.name, func(t *testing.T) {
			program := v.build(t)
			path := v.document(t, program)
			got := failed(t, path)
			want := slices.Sorted(slices.Values(v.want))
			if !slices.Equal(got, want) {
				t.Errorf("不合 %q, want %q", got, want)
			}
		})
	}
}

// build compiles the program with the mistake in it.
func (v variant) build(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", filepath.FromSlash(v.file)))
	check(t, err)
	source, err := os.ReadFile(path)
	check(t, err)
	if n := bytes.Count(source, []byte(v.old)); n != 1 {
		t.Fatalf("%s has %q %d times", v.file, v.old, n)
	}
	dir := t.TempDir()
	broken := filepath.Join(dir, filepath.Base(path))
	source = bytes.Replace(source, []byte(v.old), []byte(v.new), 1)
	if bytes.Contains(source, []byte("strings.NewReplacer")) && !bytes.Contains(source, []byte("\"strings\"")) {
		source = bytes.Replace(source, []byte("\"slices\""), []byte("\"slices\"\n\t\"strings\""), 1)
	}
	check(t, os.WriteFile(broken, source, 0o600))
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{path: broken}})
	check(t, err)
	list := filepath.Join(dir, "overlay.json")
	check(t, os.WriteFile(list, overlay, 0o600))
	program := filepath.Join(dir, "hongtou")
	check(t, executable.Build(program, "-overlay", list))
	return program
}

// document makes the notice that shows the mistake.
func (v variant) document(t *testing.T, program string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	args := []string{"build", "--kind", "notice", "--format", "pdf", "--out", out}
	if v.gallery != "" {
		args = append(args, "--content", filepath.Join("internal", "testkit", "gallery", "content"))
	}
	cmd := exec.Command(program, args...)
	cmd.Dir = root
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%q: %v\n%s", args, err, said)
	}
	found, err := filepath.Glob(filepath.Join(out, "*"+v.gallery, "印发通知.pdf"))
	check(t, err)
	if len(found) != 1 {
		t.Fatalf("found %q", found)
	}
	return found[0]
}

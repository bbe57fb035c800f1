package xlsx

import (
	"testing"

	"hongtou/internal/doc"
)

// BenchmarkRender makes a workbook to read and one with formulas, lists and
// colours.
func BenchmarkRender(b *testing.B) {
	for name, w := range map[string]*doc.Workbook{"plain": sample(), "typed": typed()} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Render(w); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package elements

import (
	"errors"
	"slices"
	"testing"

	"hongtou/internal/printout"
)

// TestEasel: few painted pages are kept, those asked for last, and what cannot be
// painted is not tried twice.
func TestEasel(t *testing.T) {
	var asked []int
	e := &easel{failed: map[int]bool{}, paint: func(page, dpi int) (printout.Raster, error) {
		asked = append(asked, page)
		if page == 9 {
			return printout.Raster{}, errors.New("too large")
		}
		return printout.Raster{Width: page}, nil
	}}
	for _, page := range []int{1, 2, 3, 1, 4, 1, 2, 9, 9} {
		r, ok := e.page(page)
		if ok != (page != 9) || ok && r.Width != page {
			t.Errorf("page %d: %v %v", page, r.Width, ok)
		}
		if len(e.kept) > mostPainted {
			t.Errorf("%d painted pages are kept", len(e.kept))
		}
	}
	if want := []int{1, 2, 3, 4, 2, 9}; !slices.Equal(asked, want) {
		t.Errorf("painted %v, want %v", asked, want)
	}
	if _, ok := (&easel{}).page(1); ok {
		t.Error("painted without a painter")
	}
}

package web

import (
	"fmt"
	"html/template"
	"image/color"
	"strings"

	"github.com/boombuler/barcode/qr"
)

// quiet is the light margin that readers of QR codes need, in modules.
const quiet = 4

// qrCode draws the address of a page, level M; an address too long for any
// code has none.
func qrCode(address string) template.HTML {
	dark, size := matrix(address)
	if size == 0 {
		return ""
	}
	var path strings.Builder
	for y := range size {
		for x := 0; x < size; x++ {
			from := x
			for x < size && dark(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&path, "M%d %dh%dv1H%dz", from+quiet, y+quiet, x-from, from+quiet)
			}
		}
	}
	side := size + 2*quiet
	return template.HTML(fmt.Sprintf(`<svg class="qr-code" role="img" aria-label="本页网址的二维码" viewBox="0 0 %d %d" width="132" height="132" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dH0z"/><path fill="#000" d="%s"/></svg>`,
		side, side, side, side, path.String()))
}

// matrix gives the modules of a code and how many there are on a side.
func matrix(address string) (dark func(x, y int) bool, size int) {
	code, err := qr.Encode(address, qr.M, qr.Auto)
	if err != nil {
		return nil, 0
	}
	return func(x, y int) bool { return code.At(x, y) == color.Black }, code.Bounds().Dx()
}

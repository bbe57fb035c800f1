package pdfread

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"math"

	"hongtou/internal/printout"
)

// What PDFium is told about painting.
const (
	bitmapBGR      = 2    // three bytes a pixel
	withNotes      = 0x01 // paint annotations, too
	reversedBytes  = 0x10 // red first
	opaqueWhite    = 0xFFFFFFFF
	mostDPI        = 2400
	pointsPerInch  = 72.0
	bytesPerPixel  = 3
	pictureLevels  = 16 // of each colour, enough for text
	pictureColours = 256
)

// paint paints a page, counted from 1.
func (f *File) paint(page, dpi int) (r printout.Raster, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	defer caught(&err)
	switch {
	case f.sandbox == nil:
		return printout.Raster{}, refuse(NoPage, "", "文件已经关闭")
	case f.stopped != nil:
		return printout.Raster{}, f.stopped
	case page < 1 || page > len(f.document.Pages):
		return printout.Raster{}, refuse(NoPage, "", "没有第 %d 页", page)
	case dpi < 1 || dpi > mostDPI:
		return printout.Raster{}, refuse(TooBig, "", "分辨率应在 1 至 %d 之间，不能是 %d", mostDPI, dpi)
	}
	size := f.document.Pages[page-1]
	width := math.Ceil(size.Width / mmPerPoint * float64(dpi) / pointsPerInch)
	height := math.Ceil(size.Height / mmPerPoint * float64(dpi) / pointsPerInch)
	if width < 1 || height < 1 || width*height > float64(f.limits.Pixels) {
		return printout.Raster{}, refuse(TooBig, "", "第 %d 页以 %d dpi 绘制有 %.0f × %.0f 个像素，不在允许范围内", page, dpi, width, height)
	}
	ctx, stop := context.WithTimeoutCause(f.ctx, f.limits.Time, errClock)
	defer stop()
	f.sandbox.ctx = ctx
	r = printout.Raster{Width: int(width), Height: int(height), DPI: dpi}
	r.Pixels = f.sandbox.paint(f.handle, page-1, r)
	if f.sandbox.err != nil {
		f.stopped = f.sandbox.fault()
		return printout.Raster{}, f.stopped
	}
	if r.Pixels == nil {
		return printout.Raster{}, outOfMemory()
	}
	return r, nil
}

// paint gives the pixels of a page, counted from 0; nil if there is no memory.
func (s *sandbox) paint(document uint64, page int, r printout.Raster) []byte {
	width, height := uint64(r.Width), uint64(r.Height)
	bitmap := s.call("FPDFBitmap_CreateEx", width, height, bitmapBGR, 0, 0)
	if bitmap == 0 {
		return nil
	}
	defer s.call("FPDFBitmap_Destroy", bitmap)
	handle := s.call("FPDF_LoadPage", document, uint64(page))
	defer s.call("FPDF_ClosePage", handle)
	s.call("FPDFBitmap_FillRect", bitmap, 0, 0, width, height, opaqueWhite)
	s.exactly(r)
	s.call("FPDF_RenderPageBitmapWithMatrix", bitmap, handle, s.address(0), s.address(clipAt), withNotes|reversedBytes)
	stride, row := s.number("FPDFBitmap_GetStride", bitmap), r.Width*bytesPerPixel
	data, ok := s.memory.Read(uint32(s.call("FPDFBitmap_GetBuffer", bitmap)), uint32(stride*r.Height))
	// A painting that was stopped half way answers every later question with 0.
	if !ok || s.err != nil || handle == 0 || stride < row || len(data) < stride*r.Height {
		return nil
	}
	pixels := make([]byte, 0, row*r.Height)
	for y := range r.Height {
		pixels = append(pixels, data[y*stride:y*stride+row]...)
	}
	return pixels
}

// clipAt is where the clip stands behind the matrix.
const clipAt = 24

// exactly writes the matrix and the clip with which a page is painted at its
// resolution; PDFium's plain painting stretches a page to whole pixels.
func (s *sandbox) exactly(r printout.Raster) {
	scale := float64(r.DPI) / pointsPerInch
	s.writeNumbers(scale, 0, 0, scale, 0, 0, 0, 0, float64(r.Width), float64(r.Height))
}

// Picture is a page, counted from 1, as PNG. Text keeps sixteen levels of each
// colour, which the eye does not miss and which make the picture a third as
// large; a page of more colours keeps them all.
func (f *File) Picture(page, dpi int) (data []byte, err error) {
	defer caught(&err)
	r, err := f.paint(page, dpi)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, picture(r)); err != nil {
		return nil, err
	}
	f.reader.painted.Add(1)
	return out.Bytes(), nil
}

// picture is a raster with a palette if few colours will do, in full otherwise.
func picture(r printout.Raster) image.Image {
	area := image.Rect(0, 0, r.Width, r.Height)
	few := image.NewPaletted(area, nil)
	index := map[[3]byte]uint8{}
	for i := range few.Pix {
		p := r.Pixels[bytesPerPixel*i:]
		c := [3]byte{level(p[0]), level(p[1]), level(p[2])}
		k, known := index[c]
		if !known {
			if len(few.Palette) == pictureColours {
				return full(r)
			}
			k = uint8(len(few.Palette))
			index[c] = k
			few.Palette = append(few.Palette, color.RGBA{c[0], c[1], c[2], 255})
		}
		few.Pix[i] = k
	}
	return few
}

// level rounds a component to one of few, black and white among them.
func level(v byte) byte {
	const step = 255 / (pictureLevels - 1)
	return byte((int(v) + step/2) / step * step)
}

func full(r printout.Raster) image.Image {
	all := image.NewRGBA(image.Rect(0, 0, r.Width, r.Height))
	for i := range r.Width * r.Height {
		copy(all.Pix[4*i:], r.Pixels[3*i:3*i+3])
		all.Pix[4*i+3] = 255
	}
	return all
}

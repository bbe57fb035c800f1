package object

import (
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/zlib"
)

// maxDecoded bounds what a compressed stream may grow to: above the largest
// font file, below what a small machine can hold.
const maxDecoded = 64 << 20

// Plain returns a stream's data with its filter undone; only no filter and
// FlateDecode without predictor are known. The stream stays as it is.
func (s *Stream) Plain() ([]byte, error) {
	if s.Dict["DecodeParms"] != nil {
		return nil, fmt.Errorf("stream with DecodeParms: %w", ErrSyntax)
	}
	switch s.Dict["Filter"] {
	case nil:
		return s.Data, nil
	case Name("FlateDecode"):
		return inflate(s.Data, maxDecoded)
	}
	return nil, fmt.Errorf("stream filter is unknown: %w", ErrSyntax)
}

func inflate(data []byte, limit int64) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("compressed stream: %w: %w", err, ErrSyntax)
	}
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("compressed stream: %w: %w", err, ErrSyntax)
	}
	if int64(len(out)) > limit {
		return nil, fmt.Errorf("compressed stream beyond %d bytes: %w", limit, ErrSyntax)
	}
	return out, nil
}

// SetPlain replaces the data and takes the filter away.
func (s *Stream) SetPlain(data []byte) {
	delete(s.Dict, "Filter")
	delete(s.Dict, "DecodeParms")
	s.Data = data
}

// Deflater compresses streams. It keeps the large tables of the compressor from
// one stream to the next; it is not for concurrent use.
type Deflater struct {
	w   *zlib.Writer
	out bytes.Buffer
}

// NewDeflater makes a Deflater of a zlib level, 1 to 9.
func NewDeflater(level int) (*Deflater, error) {
	d := &Deflater{}
	var err error
	d.w, err = zlib.NewWriterLevel(&d.out, level)
	return d, err
}

// tiny is what is not worth compressing: the head of a stream of zlib and the
// filter's name take most of what could be saved.
const tiny = 64

// Deflate compresses a stream that has no filter; it stays plain when that
// does not make it smaller.
func (d *Deflater) Deflate(s *Stream) error {
	if s.Dict["Filter"] != nil || len(s.Data) < tiny {
		return nil
	}
	d.out.Reset()
	d.w.Reset(&d.out)
	if _, err := d.w.Write(s.Data); err != nil {
		return err
	}
	if err := d.w.Close(); err != nil {
		return err
	}
	if d.out.Len() < len(s.Data) {
		s.Data = bytes.Clone(d.out.Bytes())
		s.Dict["Filter"] = Name("FlateDecode")
	}
	return nil
}

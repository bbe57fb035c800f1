package bundle

import (
	"bytes"
	"encoding/binary"

	"github.com/klauspost/compress/flate"
)

// density is how a stretch of a file is best packed.
type density int

const (
	dense  density = iota // compressed already: stands as it is
	letter                // base64 of what is compressed: fewer bits for a letter, but nothing comes up again
	loose                 // text
)

// Most of what recipients get is compressed inside: looking for repetitions
// there took four times as long as all else, for nothing. What a block of a
// file is shows in how often each byte comes up.
const blockSize = 4096

func densityOf(block []byte) density {
	var count [2][256]uint16 // two, for a counter is not ready again at once
	for len(block) >= 2 {
		count[0][block[0]]++
		count[1][block[1]]++
		block = block[2:]
	}
	n, squares := 0, 0
	for i := range 256 {
		c := int(count[0][i] + count[1][i])
		n += c
		squares += c * c
	}
	// Chance alone makes this sum of squares of letters that come up equally
	// often: of 256, and of the 64 of base64.
	of256, of64 := n+n*n/256, n+n*n/64
	switch {
	case 10*squares < 14*of256:
		return dense
	case 10*squares > 9*of64 && 10*squares < 11*of64:
		return letter
	}
	return loose
}

// deflater packs files, one after the other.
type deflater struct {
	out               bytes.Buffer
	huffman, matching *flate.Writer
}

func newDeflater() (*deflater, error) {
	d := &deflater{}
	var err error
	if d.huffman, err = flate.NewWriter(&d.out, flate.HuffmanOnly); err != nil {
		return nil, err
	}
	d.matching, err = flate.NewWriter(&d.out, flate.BestSpeed)
	return d, err
}

// deflate packs data, stretch by stretch. The bytes are good until the next
// call.
func (d *deflater) deflate(data []byte) ([]byte, error) {
	d.out.Reset()
	for len(data) > 0 {
		stretch, kind := firstStretch(data)
		if err := d.add(stretch, kind); err != nil {
			return nil, err
		}
		data = data[len(stretch):]
	}
	d.store(nil, true)
	return d.out.Bytes(), nil
}

// firstStretch gives the longest beginning whose blocks are alike.
func firstStretch(data []byte) ([]byte, density) {
	end := min(blockSize, len(data))
	kind := densityOf(data[:end])
	for end < len(data) {
		next := min(end+blockSize, len(data))
		if densityOf(data[end:next]) != kind {
			break
		}
		end = next
	}
	return data[:end], kind
}

// add packs one stretch, which ends at a byte's end.
func (d *deflater) add(data []byte, kind density) error {
	w := d.matching
	switch kind {
	case dense:
		d.store(data, false)
		return nil
	case letter:
		w = d.huffman
	}
	w.Reset(&d.out)
	if _, err := w.Write(data); err != nil {
		return err
	}
	return w.Flush()
}

// store writes data as they are, in as many blocks as RFC 1951 (3.2.4) asks
// for; the last block of a file may be empty.
func (d *deflater) store(data []byte, last bool) {
	const most = 1<<16 - 1
	for len(data) > 0 || last {
		n := min(most, len(data))
		head := []byte{0, 0, 0, 0, 0}
		if last {
			head[0] = 1
		}
		binary.LittleEndian.PutUint16(head[1:], uint16(n))
		binary.LittleEndian.PutUint16(head[3:], ^uint16(n))
		d.out.Write(head)
		d.out.Write(data[:n])
		data = data[n:]
		last = false
	}
}

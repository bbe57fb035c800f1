package pack

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
)

// stream packs parts, each a piece, with a table before them.
func stream(c, near *Code, table []byte, parts ...[]byte) []byte {
	s := NewStream(nil)
	s.Block(near, false)
	s.Near(near, table, 4)
	s.End(near)
	s.Block(c, true)
	for _, p := range parts {
		packed := c.Piece(p)
		s.Append(&packed)
	}
	s.End(c)
	return s.Bytes()
}

func unpack(t testing.TB, data []byte) []byte {
	t.Helper()
	from := bytes.NewReader(data)
	r, err := zlib.NewReader(from)
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r) // checks the sum
	if err != nil {
		t.Fatal(err)
	}
	if from.Len() > 0 {
		t.Fatalf("%d bytes behind the end", from.Len())
	}
	return out
}

// noise gives bytes of few different values with repeats near and far.
func noise(r *rand.Rand, n int) []byte {
	out := make([]byte, 0, n)
	for len(out) < n {
		if k := len(out); k > 4 && r.IntN(8) == 0 {
			from := r.IntN(k)
			out = append(out, out[from:min(k, from+r.IntN(400))]...)
		}
		out = append(out, byte(r.ExpFloat64()*20))
	}
	return out[:n]
}

func TestAnyPiecesInAnyOrderDecode(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	sample := [][]byte{noise(r, 5000), noise(r, 300)}
	c, near := NewCode(sample), NewCode(nil)
	for range 12 {
		var parts [][]byte
		var want []byte
		table := noise(r, r.IntN(100))
		want = append(want, table...)
		for range r.IntN(20) {
			parts = append(parts, noise(r, r.IntN(2)*r.IntN(4000)+r.IntN(40)))
			want = append(want, parts[len(parts)-1]...)
		}
		if got := unpack(t, stream(c, near, table, parts...)); !bytes.Equal(got, want) {
			t.Fatalf("%d bytes decode to %d others", len(want), len(got))
		}
	}
}

func TestEveryByteHasACode(t *testing.T) {
	var all []byte
	for i := range 256 {
		all = append(all, byte(i))
	}
	for _, samples := range [][][]byte{nil, {{}}, {{7}}, {bytes.Repeat([]byte{0}, 1<<17)}} {
		c := NewCode(samples)
		if got := unpack(t, stream(c, c, all, all)); !bytes.Equal(got, append(all[:256:256], all...)) {
			t.Errorf("of a code for %d samples: %d bytes", len(samples), len(got))
		}
	}
}

// Counts that grow like Fibonacci's numbers make the deepest tree there is.
func TestCodesKeepTheirLimit(t *testing.T) {
	counts := []int{1, 1}
	for len(counts) < 40 {
		n := len(counts)
		counts = append(counts, counts[n-1]+counts[n-2])
	}
	if deepest := slices.Max(huffman(counts)); deepest != 39 {
		t.Errorf("without a limit %d bits", deepest)
	}
	for _, limit := range []int{maxLength, maxBits} {
		room := 0
		for _, n := range codeLengths(counts, limit) {
			if n < 1 || n > limit {
				t.Fatalf("%d bits where %d may be", n, limit)
			}
			room += 1 << (limit - n)
		}
		if room != 1<<limit {
			t.Errorf("limit %d: the code leaves %d of %d unused", limit, 1<<limit-room, 1<<limit)
		}
	}
}

func TestLongCopies(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	c := NewCode(nil)
	for n := range 270 {
		far := bytes.Repeat([]byte{9}, n)
		if n%90 == 0 { // beyond and within the window
			far = slices.Concat(noise(r, 300), make([]byte, 32400+n), noise(r, 300))
		}
		if got := unpack(t, stream(c, c, far, far)); !bytes.Equal(got, append(far[:len(far):len(far)], far...)) {
			t.Fatalf("a copy of %d", n)
		}
	}
}

func TestSymbols(t *testing.T) {
	for n, want := range map[int][2]int{3: {257, 0}, 10: {264, 0}, 11: {265, 1}, 12: {265, 1}, 13: {266, 1},
		18: {268, 1}, 19: {269, 2}, 257: {284, 5}, 258: {285, 0}} {
		if s, e := lengthSymbol(n); s != want[0] || e != want[1] {
			t.Errorf("length %d: %d, %d extra", n, s, e)
		}
	}
	for d, want := range map[int][2]int{1: {0, 0}, 4: {3, 0}, 5: {4, 1}, 6: {4, 1}, 7: {5, 1}, 9: {6, 2}, 32768: {29, 13}} {
		if s, e := distanceSymbol(d); s != want[0] || e != want[1] {
			t.Errorf("distance %d: %d, %d extra", d, s, e)
		}
	}
}

func FuzzPack(f *testing.F) {
	f.Add([]byte("督察整改督察整改"), []byte("\x00\x00\x01"), 2)
	f.Fuzz(func(t *testing.T, sample, data []byte, cut int) {
		c := NewCode([][]byte{sample})
		cut = min(max(cut, 0), len(data))
		got := unpack(t, stream(c, c, sample, data[:cut], data[cut:]))
		if !bytes.Equal(got, append(bytes.Clone(sample), data...)) {
			t.Error("not the same")
		}
	})
}

func BenchmarkPiece(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	data := noise(r, 400)
	c := NewCode([][]byte{noise(r, 5000)})
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		c.Piece(data)
	}
}

package bundle

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// noise is what compressed data look like.
func noise(n int) []byte {
	data := make([]byte, n)
	c := rand.NewChaCha8([32]byte{1})
	_, _ = c.Read(data)
	return data
}

// mixture is a file of stretches of every density, none of them whole blocks.
func mixture() []byte {
	var b bytes.Buffer
	for i := range 6 {
		b.WriteString(strings.Repeat("<p>整改任务</p>\n", 100*i+i))
		b.Write(noise(30_000*i + i))
		b.WriteString(base64.StdEncoding.EncodeToString(noise(20_000 + i)))
	}
	return b.Bytes()
}

func deflated(t testing.TB, d *deflater, data []byte) []byte {
	t.Helper()
	packed, err := d.deflate(data)
	if err != nil {
		t.Fatal(err)
	}
	back, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil || !bytes.Equal(back, data) {
		t.Fatalf("%d bytes come back as %d, %v", len(data), len(back), err)
	}
	return packed
}

func newTestDeflater(t testing.TB) *deflater {
	t.Helper()
	d, err := newDeflater()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDensity(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want density
	}{
		"compressed": {noise(blockSize), dense},
		"base64":     {[]byte(base64.StdEncoding.EncodeToString(noise(blockSize)))[:blockSize], letter},
		"text":       {[]byte(strings.Repeat("整改", blockSize))[:blockSize], loose},
		"zeros":      {make([]byte, blockSize), loose},
		"one byte":   {[]byte("x"), loose},
		"nothing":    {nil, loose},
	} {
		if got := densityOf(c.data); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// Whatever the lengths and the order of stretches, the same bytes come back.
func TestDeflateGivesBack(t *testing.T) {
	d := newTestDeflater(t)
	whole := mixture()
	for _, n := range []int{0, 1, 2, blockSize - 1, blockSize, blockSize + 1, 1<<16 - 1, 1 << 16, 1<<17 + 5, len(whole)} {
		deflated(t, d, whole[:n])
		deflated(t, d, noise(n))
		deflated(t, d, make([]byte, n))
	}
}

// Leaving alone what is compressed costs next to nothing of what looking at all
// of it would gain.
func TestDeflatePacks(t *testing.T) {
	d := newTestDeflater(t)
	data := mixture()
	var all bytes.Buffer
	w, err := flate.NewWriter(&all, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write(data)
	_ = w.Close()
	if got := len(deflated(t, d, data)); got > all.Len()*102/100 {
		t.Errorf("%d bytes, the library makes %d", got, all.Len())
	}
}

func FuzzDeflate(f *testing.F) {
	f.Add([]byte("甲"), []byte{0})
	f.Add(noise(5000), []byte(strings.Repeat("a", 5000)))
	d := newTestDeflater(f)
	f.Fuzz(func(t *testing.T, a, b []byte) {
		deflated(t, d, bytes.Join([][]byte{a, b, a}, bytes.Repeat(a, 3)))
		deflated(t, d, b)
	})
}

func BenchmarkZip(b *testing.B) {
	c := sample()
	c.Documents[0].Files[0].Data = mixture()
	b.SetBytes(int64(len(mixture())))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Zip(); err != nil {
			b.Fatal(err)
		}
	}
}

package object

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func dump(data string) (string, error) {
	var out []string
	for op, err := range Operations([]byte(data)) {
		if err != nil {
			return strings.Join(out, "|"), err
		}
		line := op.Operator + string(Array(op.Operands).appendTo(nil))
		if got := data[op.Start:op.End]; !strings.HasSuffix(got, op.Operator) {
			line += fmt.Sprintf(" at %q", got)
		}
		out = append(out, line)
	}
	return strings.Join(out, "|"), nil
}

func TestOperations(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{" % only a note", ""},
		{"q 1 0 0 rg\n0.99 w Q", "q[]|rg[1 0 0]|w[0.99]|Q[]"},
		{"BT /F1 16 Tf -0.207 Tc [<0001>-5<0002>] TJ T* ET", "BT[]|Tf[/F1 16]|Tc[-0.207]|TJ[[<0001> -5 <0002>]]|T*[]|ET[]"},
		{"/P <</MCID 0>> BDC (a) ' EMC", "BDC[/P <</MCID 0>>]|'[(a)]|EMC[]"},
		{"1 0 R", "R[1 0]"}, // no references here
	} {
		got, err := dump(c.in)
		if err != nil || got != c.want {
			t.Errorf("%q: %s, %v", c.in, got, err)
		}
	}
}

func TestOperationsStopAtTheFirstError(t *testing.T) {
	for _, in := range []string{"q 1 2", "q ] Q", "q [1 Q", "q <</A>> x", "q " + strings.Repeat("1 ", 65) + "re", "q }"} {
		got, err := dump(in)
		if !errors.Is(err, ErrSyntax) || got != "q[]" {
			t.Errorf("%q: %s, %v", in, got, err)
		}
	}
}

func TestOperationsCanBeLeft(t *testing.T) {
	for op := range Operations([]byte("q Q ]")) {
		if op.Operator != "q" {
			t.Errorf("went on to %q", op.Operator)
		}
		break
	}
}

func FuzzOperations(f *testing.F) {
	f.Add([]byte("BT /F1 16 Tf [<00>1(a\\)b)] TJ ET % x\n/P <</MCID 0>> BDC"))
	f.Fuzz(func(t *testing.T, data []byte) {
		end := 0
		for op, err := range Operations(data) {
			if err != nil {
				if !errors.Is(err, ErrSyntax) {
					t.Errorf("error %v", err)
				}
				return
			}
			if op.Start < end || op.End <= op.Start || op.End > len(data) {
				t.Fatalf("operation at %d to %d after %d", op.Start, op.End, end)
			}
			end = op.End
		}
	})
}

// deflate uses the Deflater for another stream first: nothing of it may stay.
func deflate(t *testing.T, s *Stream) {
	t.Helper()
	d, err := NewDeflater(7)
	if err == nil {
		err = d.Deflate(&Stream{Dict: Dict{}, Data: bytes.Repeat([]byte("another stream"), 99)})
	}
	if err == nil {
		err = d.Deflate(s)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestDeflateAndPlain(t *testing.T) {
	text := bytes.Repeat([]byte("0 0 m 1 1 l S\n"), 100)
	s := &Stream{Dict: Dict{}, Data: text}
	deflate(t, s)
	if len(s.Data) >= len(text) || s.Dict["Filter"] != Name("FlateDecode") {
		t.Errorf("%d bytes, filter %v", len(s.Data), s.Dict["Filter"])
	}
	packed := s.Data
	if deflate(t, s); &packed[0] != &s.Data[0] {
		t.Error("a compressed stream is compressed again")
	}
	got, err := s.Plain()
	if err != nil || !bytes.Equal(got, text) {
		t.Errorf("plain %.40q, %v", got, err)
	}
	s.SetPlain([]byte("q"))
	if deflate(t, s); string(s.Data) != "q" || s.Dict["Filter"] != nil {
		t.Errorf("a stream that would grow became %q %v", s.Data, s.Dict)
	}
}

func TestPlainRefusesWhatItDoesNotKnow(t *testing.T) {
	for name, s := range map[string]*Stream{
		"no zlib":   {Dict: Dict{"Filter": Name("FlateDecode")}, Data: []byte("abc")},
		"filter":    {Dict: Dict{"Filter": Name("LZWDecode")}, Data: nil},
		"list":      {Dict: Dict{"Filter": Array{Name("FlateDecode")}}, Data: nil},
		"predictor": {Dict: Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{}}, Data: nil},
	} {
		if _, err := s.Plain(); !errors.Is(err, ErrSyntax) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestInflateIsBounded(t *testing.T) {
	s := &Stream{Dict: Dict{}, Data: make([]byte, 5000)}
	deflate(t, s)
	if _, err := inflate(s.Data, 4999); !errors.Is(err, ErrSyntax) {
		t.Errorf("5000 bytes where 4999 may be: %v", err)
	}
	if out, err := inflate(s.Data, 5000); err != nil || len(out) != 5000 {
		t.Errorf("%d bytes, %v", len(out), err)
	}
}

package pdf

import (
	"fmt"
	"testing"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// readText reads a finished file back: what each text operator of each page
// shows, by the mapping of its font. It knows nothing of how the file was made.
func readText(t testing.TB, data []byte) [][]string {
	t.Helper()
	f, err := object.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	root, err := f.Root()
	if err != nil {
		t.Fatal(err)
	}
	tree := as[object.Dict](t, f, root["Pages"])
	var out [][]string
	for _, kid := range as[object.Array](t, f, tree["Kids"]) {
		page := as[object.Dict](t, f, kid)
		var texts []string
		if page["Contents"] != nil {
			texts = textsOf(t, f, page)
		}
		out = append(out, texts)
	}
	return out
}

func as[T object.Object](t testing.TB, f *object.File, o object.Object) T {
	t.Helper()
	v, err := object.As[T](f, o)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func textsOf(t testing.TB, f *object.File, page object.Dict) []string {
	t.Helper()
	resources := as[object.Dict](t, f, page["Resources"])
	fonts := map[object.Name]map[int]string{}
	if resources["Font"] != nil {
		for key, ref := range as[object.Dict](t, f, resources["Font"]) {
			fonts[key] = mappingOf(t, f, as[object.Dict](t, f, ref))
		}
	}
	data, err := as[*object.Stream](t, f, page["Contents"]).Plain()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	var font map[int]string
	for op, err := range object.Operations(data) {
		if err != nil {
			t.Fatal(err)
		}
		switch op.Operator {
		case "Tf":
			font = fonts[op.Operands[0].(object.Name)]
		case "TJ", "'", "\"":
			t.Fatalf("operator %s", op.Operator)
		case "Tj":
			codes, text := op.Operands[0].(object.String), ""
			for k := 0; k+1 < len(codes); k += 2 {
				s, ok := font[int(codes[k])<<8|int(codes[k+1])]
				if !ok {
					t.Fatalf("glyph % X has no character", codes[k:k+2])
				}
				text += s
			}
			texts = append(texts, text)
		}
	}
	return texts
}

// mappingOf reads the rows <first> <last> [<UTF-16> …] of a font's ToUnicode.
func mappingOf(t testing.TB, f *object.File, font object.Dict) map[int]string {
	t.Helper()
	data, err := as[*object.Stream](t, f, font["ToUnicode"]).Plain()
	if err != nil {
		t.Fatal(err)
	}
	out := map[int]string{}
	var codes []int // of the row: first, last
	inside, next := false, 0
	for l := object.NewLexer(data); ; {
		tok, err := l.Next()
		if err != nil || tok.Kind == object.EOF {
			return out
		}
		v, isString := tok.Value.(object.String)
		switch {
		case tok.Kind == object.OpenArray:
			inside, next = true, codes[len(codes)-2]
		case tok.Kind == object.CloseArray:
			if inside = false; next != codes[len(codes)-1]+1 {
				t.Fatalf("row from %d to %d ends at %d", codes[len(codes)-2], codes[len(codes)-1], next-1)
			}
		case isString && inside:
			out[next] = fromUTF16(v)
			next++
		case isString:
			codes = append(codes, int(v[0])<<8|int(v[1]))
		}
	}
}

func fromUTF16(s object.String) string {
	if len(s) == 4 {
		hi, lo := rune(s[0])<<8|rune(s[1]), rune(s[2])<<8|rune(s[3])
		return string((hi&0x3FF)<<10 + lo&0x3FF + 0x10000)
	}
	return string(rune(s[0])<<8 | rune(s[1]))
}

// sameTexts compares what a file shows with its book, run by run.
func sameTexts(b *layout.Book, shown [][]string) error {
	if len(shown) != len(b.Pages) {
		return fmt.Errorf("%d pages of %d", len(shown), len(b.Pages))
	}
	for i, page := range b.Pages {
		n := 0
		for _, r := range page.Runs {
			if r.Text == "" {
				continue
			}
			if n >= len(shown[i]) || shown[i][n] != r.Text {
				return fmt.Errorf("page %d: run %q is not drawn as it stands", i+1, r.Text)
			}
			n++
		}
		if n != len(shown[i]) {
			return fmt.Errorf("page %d: %d texts drawn for %d runs", i+1, len(shown[i]), n)
		}
	}
	return nil
}

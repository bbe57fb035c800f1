package intake

import (
	"errors"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"hongtou/internal/manuscript"
)

const sampleText = "关于印发方案的通知\r\n\r\n　　责任单位：甲市水务局\u00a0\u3000PM2.5 ①㎡\r末行"

var writers = map[string]encoding.Encoding{
	"UTF-8": encoding.Nop, "UTF-8 BOM": unicode.UTF8BOM, "GB18030": simplifiedchinese.GB18030,
	"UTF-16LE BOM": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"UTF-16BE BOM": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	"UTF-16LE":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"UTF-16BE":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
}

func TestTextInEveryEncodingReadsTheSame(t *testing.T) {
	want := []string{"关于印发方案的通知", "", "　　责任单位：甲市水务局\u00a0\u3000PM2.5 ①㎡", "末行"}
	for name, enc := range writers {
		b, err := enc.NewEncoder().String(sampleText)
		if err != nil {
			t.Fatal(err)
		}
		m := read(t, "a.txt", b, Options{})
		if got := texts(m); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s: %q", name, got)
		}
		if m.Format != manuscript.Text || m.Blocks[3].Place.Line != 4 {
			t.Errorf("%s: format %s, last line %d", name, m.Format, m.Blocks[3].Place.Line)
		}
	}
}

func TestShortTextsAreToldApart(t *testing.T) {
	for _, s := range []string{"整改", "第一项", "甲市", "责任单位：", "镕", "一", "喆局长", "1. 水务局", "完成", "a", "、"} {
		for _, name := range []string{"UTF-8", "GB18030", "UTF-16LE BOM"} {
			b, _ := writers[name].NewEncoder().String(s)
			m, err := Bytes("a.txt", []byte(b), Options{})
			var e *Error
			if errors.As(err, &e) && e.Code == "encoding-unknown" && name == "GB18030" {
				t.Logf("%q in %s: asks for the encoding", s, name)
				m, err = Bytes("a.txt", []byte(b), Options{Encoding: "GBK"})
			}
			if err != nil || strings.Join(texts(m), "") != s {
				t.Errorf("%q in %s: %q, %v", s, name, texts(m), err)
			}
		}
	}
}

func TestTextsThatCannotBeReadSayWhere(t *testing.T) {
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String("第一行甲市人民政府办公室\n第二行")
	big5, _ := traditionalchinese.Big5.NewEncoder().String("關於印發實施方案的通知，請認真貫徹執行")
	cases := []struct {
		name, in, stated, code string
		line                   int
	}{
		{"replacement character", "第一行\n第\ufffd行", "", "bad-character", 2},
		{"invalid byte", "第一行的文字\n第二行的文字\n第三\xff行", "", "bad-character", 3},
		{"cut UTF-8", "第一行的文字\n第二行的文字"[:36], "", "bad-character", 2},
		{"GBK read as UTF-8", gbk, "utf-8", "bad-character", 1},
		{"unknown name", "文", "klingon", "encoding-name", 0},
		{"Big5 without a word", big5, "", "encoding-unknown", 0},
		{"Latin-1", "d\xe9j\xe0 vu", "", "encoding-unknown", 0},
		{"binary", "\x00\x01\x02\x03\xfe\xed", "", "encoding-unknown", 0},
		{"empty", " \n", "", "empty", 0},
	}
	for _, c := range cases {
		e := refused(t, c.name, "a.txt", c.in, Options{Encoding: c.stated})
		if e != nil && (e.Code != c.code || e.Line != c.line) {
			t.Errorf("%s: %s line %d (%v)", c.name, e.Code, e.Line, e)
		}
	}
	if m := read(t, "a.txt", big5, Options{Encoding: "Big5"}); !strings.HasPrefix(m.Blocks[0].Text, "關於") {
		t.Errorf("stated Big5: %q", m.Blocks[0].Text)
	}
}

func TestLineEndsOfPastedTexts(t *testing.T) {
	m := read(t, "a.txt", "一\u2028二\v三\f四\u0085五\n\n", Options{})
	if got := strings.Join(texts(m), "|"); got != "一|二|三|四|五|" {
		t.Errorf("%q", got)
	}
}

func TestAGigabyteIsRefusedUnread(t *testing.T) {
	src := &counting{}
	_, err := Read("a.txt", io.LimitReader(src, 1<<30), Options{})
	var e *Error
	if !errors.As(err, &e) || e.Code != "too-large" {
		t.Fatalf("%v", err)
	}
	if src.n > 66<<20 {
		t.Errorf("%d bytes were read", src.n)
	}
}

type counting struct{ n int }

func (c *counting) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	c.n += len(p)
	return len(p), nil
}

func FuzzText(f *testing.F) {
	for _, enc := range writers {
		b, _ := enc.NewEncoder().String(sampleText)
		f.Add([]byte(b), "")
	}
	f.Add([]byte("a\x00b"), "utf-16")
	f.Fuzz(func(t *testing.T, data []byte, stated string) {
		m, err := readText(data, Options{Encoding: stated, Limits: Standard()})
		if err == nil {
			sound(t, m)
		}
	})
}

package intake

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

const (
	tagLimit  = 500_000 // tags of a page
	pageLimit = 32 << 20
)

var charsetMeta = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_-]+)`)

// decodePage gives the text of a page: its byte order mark, else what was
// stated, else what its head says when that holds, else what its bytes tell.
func decodePage(data []byte, stated string) (string, error) {
	if mark, _ := byMark(data); mark != "" || stated != "" {
		return decode(data, stated)
	}
	m := charsetMeta.FindSubmatch(data[:min(len(data), 8192)])
	if m != nil && charsets[charsetKey(string(m[1]))] != nil {
		if s, err := strictly(charsetKey(string(m[1])), data); err == nil {
			return s, nil
		}
	}
	return decode(data, "")
}

var (
	dropped = words("script style noscript template svg iframe noembed noframes")
	inlined = words(`i em u s strike small big tt code font nobr span ins del sub sup mark
		math object embed audio video canvas applet map image frameset plaintext xmp listing`)
	attrKept = words("style class id hidden rowspan colspan start type value align role alt reversed")
)

// wash writes a page anew with nothing but what is read of it. Elements of
// formatting get neutral names, for the rules of HTML copy unclosed ones into
// every paragraph that follows, without bound.
//
// Text in elements that are left out is given as well, for a note.
func wash(text string, l Limits) (page io.Reader, lost []string, err error) {
	if len(text) > pageLimit {
		return nil, nil, tooLarge(pageLimit)
	}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(tokenLimit)
	w := &washer{z: z}
	for n := 0; ; n++ {
		if n > 3*tagLimit || w.tags > tagLimit {
			return nil, nil, tooMuch(fmt.Sprintf("网页里的标记超过%d个", tagLimit))
		}
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() == io.EOF && w.skipping != "" {
				return nil, nil, broken(io.ErrUnexpectedEOF) // what follows would be lost
			}
			if z.Err() == io.EOF {
				return &w.out, w.lost, nil
			}
			return nil, nil, errTokenTooLong
		case html.TextToken:
			if w.skipping == "" {
				w.out.Write(bytes.ReplaceAll(z.Raw(), []byte("<"), []byte("&lt;")))
			} else {
				w.hear(z.Raw())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			w.start()
		case html.EndTagToken:
			w.end()
		}
	}
}

type washer struct {
	z        *html.Tokenizer
	out      bytes.Buffer
	tags     int
	skipping string // the dropped element
	depth    int    // elements of that name within it
	link     bool
	heard    strings.Builder // text of the dropped element
	lost     []string
}

var (
	unheard = words("script style")
	tags    = regexp.MustCompile(`<[^<>]*>`)
)

// hear keeps the text of a dropped element; some hold markup as text.
func (w *washer) hear(raw []byte) {
	if !unheard[w.skipping] {
		w.heard.WriteString(html.UnescapeString(tags.ReplaceAllString(string(raw), " ")))
		w.heard.WriteByte(' ')
	}
}

// resume ends a dropped element.
func (w *washer) resume() {
	if text := strings.Join(strings.Fields(w.heard.String()), " "); text != "" {
		w.lost = append(w.lost, "网页里"+w.skipping+"中的文字没有读入：“"+text+"”")
	}
	w.heard.Reset()
	w.skipping = ""
}

func (w *washer) start() {
	raw := bytes.HasSuffix(w.z.Raw(), []byte("/>"))
	b, more := w.z.TagName()
	name := string(b)
	w.tags++
	switch {
	case w.skipping == "svg" && blockTags[name]: // never closed: the page goes on
		w.resume()
	case w.skipping != "":
		if name == w.skipping && !raw {
			w.depth++
		}
		return
	case dropped[name]:
		if !raw || name == "script" || name == "style" {
			w.skipping, w.depth = name, 1
		}
		return
	case name == "a":
		if w.link {
			w.out.WriteString("</x-a>")
		}
		w.link = true
	}
	w.out.WriteString("<" + neutral(name))
	for n := 0; more && n < 256; n++ {
		var key, val []byte
		key, val, more = w.z.TagAttr()
		if attrKept[string(key)] {
			w.out.WriteString(" " + string(key) + `="` + html.EscapeString(string(val)) + `"`)
		}
	}
	w.out.WriteString(">")
}

func (w *washer) end() {
	b, _ := w.z.TagName()
	name := string(b)
	if w.skipping != "" {
		if name == w.skipping {
			if w.depth--; w.depth == 0 {
				w.resume()
			}
		}
		return
	}
	w.tags++
	if name == "a" {
		w.link = false
	}
	w.out.WriteString("</" + neutral(name) + ">")
}

// neutral gives the name an element is written with.
func neutral(name string) string {
	switch {
	case name == "a":
		return "x-a"
	case name == "b", name == "strong":
		return "x-b"
	case inlined[name], strings.ContainsAny(name, "<\"'&"):
		return "span"
	}
	return name
}

package intake

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

const (
	tokenLimit  = 8 << 20 // bytes of one XML token
	markupDepth = 512     // elements within elements
)

// markup reads an XML part token by token. Declarations of entities are
// refused with the whole document type, so that nothing expands; a token is
// bounded, so that memory is.
type markup struct {
	d     *xml.Decoder
	meter *meter
	depth int
}

// element is an opened element. space is w for WordprocessingML, mc, m, v or
// empty, whatever prefix and edition the file uses.
type element struct {
	space, name string
	attrs       []xml.Attr
}

func newMarkup(r io.Reader) *markup {
	meter := &meter{r: bufio.NewReader(r)}
	return &markup{d: xml.NewDecoder(meter), meter: meter}
}

// meter fails when too much is read for one token.
type meter struct {
	r    *bufio.Reader
	used int
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if m.used += n; m.used > tokenLimit {
		return 0, errTokenTooLong
	}
	return n, err
}

// ReadByte makes the decoder take bytes one by one, without reading ahead.
func (m *meter) ReadByte() (byte, error) {
	if m.used++; m.used > tokenLimit {
		return 0, errTokenTooLong
	}
	return m.r.ReadByte()
}

var errTokenTooLong = tooMuch("有一个标记或一段文字超过" + size(tokenLimit))

// next gives an element, a string of text, or nil at the end of an element.
func (m *markup) next() (any, error) {
	for {
		m.meter.used = 0
		t, err := m.d.Token()
		if err != nil {
			return nil, syntax(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if m.depth++; m.depth > markupDepth {
				return nil, tooDeep()
			}
			return element{spaceOf(t.Name.Space), t.Name.Local, t.Attr}, nil
		case xml.EndElement:
			m.depth--
			return nil, nil
		case xml.CharData:
			return string(t), nil
		case xml.Directive:
			return nil, &Error{Code: "entities", Message: "文件带有文档类型声明（DTD），可能是恶意文件，不予打开", Hint: "请用Word或WPS打开确认，另存一份后再导入"}
		}
	}
}

func syntax(err error) error {
	var e *Error
	if errors.As(err, &e) || err == io.EOF {
		return err
	}
	return broken(err)
}

func tooDeep() *Error {
	return &Error{Code: "too-deep", Message: "文件里层层嵌套太深，可能是恶意文件", Hint: "请用Word或WPS打开确认，另存一份后再导入"}
}

// children calls f for each child element; f must read it to its end, by
// children, text or skip.
func (m *markup) children(f func(element) error) error {
	for {
		t, err := m.next()
		if err != nil {
			return early(err)
		}
		switch t := t.(type) {
		case nil:
			return nil
		case element:
			if err := f(t); err != nil {
				return err
			}
		}
	}
}

// early turns the end of the input within an element into a damage.
func early(err error) error {
	if err == io.EOF {
		return broken(io.ErrUnexpectedEOF)
	}
	return err
}

func (m *markup) skip() error { return m.children(func(element) error { return m.skip() }) }

// text gives the characters of the opened element.
func (m *markup) text() (string, error) {
	var b strings.Builder
	for {
		t, err := m.next()
		if err != nil {
			return "", early(err)
		}
		switch t := t.(type) {
		case nil:
			return b.String(), nil
		case string:
			b.WriteString(t)
		case element:
			if err := m.skip(); err != nil {
				return "", err
			}
		}
	}
}

// elements calls f for every element of the part, whatever its depth.
func (m *markup) elements(f func(element) error) error {
	for {
		t, err := m.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(element); ok {
			if err := f(e); err != nil {
				return err
			}
		}
	}
}

func (e element) is(space, name string) bool { return e.space == space && e.name == name }

// attr gives an attribute by its local name.
func (e element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func spaceOf(uri string) string {
	switch {
	case strings.HasSuffix(uri, "/wordprocessingml/2006/main"), strings.HasSuffix(uri, "/wordprocessingml/main"):
		return "w"
	case strings.HasSuffix(uri, "/markup-compatibility/2006"):
		return "mc"
	case strings.HasSuffix(uri, "/officeDocument/2006/math"), strings.HasSuffix(uri, "/officeDocument/math"):
		return "m"
	case uri == "urn:schemas-microsoft-com:vml":
		return "v"
	case strings.HasSuffix(uri, "/drawingml/2006/main"), strings.HasSuffix(uri, "/drawingml/main"):
		return "a"
	}
	return ""
}

package intake

import (
	"fmt"
	"strconv"
	"strings"
)

// symbol reads w:sym: a character of a symbol font by its number there.
func (w *word) symbol(e element, p *para, r *run) error {
	font := strings.ToLower(strings.TrimSpace(e.attr("font")))
	code, err := strconv.ParseInt(e.attr("char"), 16, 32)
	if err != nil || code < 0x20 || code > 0x10ffff {
		return w.unreadable(p, r, fmt.Sprintf("有一个符号的编号“%s”读不懂，以“〓”代替", e.attr("char")))
	}
	if code < 0x100 && symbolFont(font) {
		code += 0xf000
	}
	if code < 0xe000 || code > 0xf8ff {
		return w.say(p, r, string(rune(code)))
	}
	if s := symbolOf(font, int(code)); s != "" {
		return w.say(p, r, s)
	}
	return w.unreadable(p, r, fmt.Sprintf("符号字体%s的字符%X认不出，以“〓”代替", e.attr("font"), code))
}

func (w *word) unreadable(p *para, r *run, why string) error {
	if err := w.say(p, r, "〓"); err != nil {
		return err
	}
	return w.note(w.here(), why)
}

// symbolFont says whether the characters of a font below 0x100 are symbols.
func symbolFont(font string) bool {
	return font == "symbol" || strings.HasPrefix(font, "wingdings") || font == "webdings" || font == "marlett" || strings.HasPrefix(font, "zapf")
}

// symbolOf gives the real character; "" when it is not known.
func symbolOf(font string, code int) string {
	low := code - 0xf000
	switch font {
	case "symbol":
		if low >= 0x20 && low < 0x40 && !strings.ContainsRune("\"$'*-", rune(low)) {
			return string(rune(low))
		}
		return greek[low]
	case "wingdings 2":
		switch {
		case low >= 0x69 && low <= 0x73:
			return string([]rune("⓪①②③④⑤⑥⑦⑧⑨⑩")[low-0x69])
		case low >= 0x74 && low <= 0x7e:
			return string([]rune("⓿❶❷❸❹❺❻❼❽❾❿")[low-0x74])
		}
		return second[low]
	case "wingdings 3", "webdings", "marlett":
		return web[font][low]
	case "wingdings":
		switch {
		case low >= 0x80 && low <= 0x8a:
			return string([]rune("⓪①②③④⑤⑥⑦⑧⑨⑩")[low-0x80])
		case low >= 0x8b && low <= 0x95:
			return string([]rune("⓿❶❷❸❹❺❻❼❽❾❿")[low-0x8b])
		case low == 0x52, low == 0x53, low == 0xa3: // of the second font, in symbols for want of a name
			return map[int]string{0x52: "☼", 0xa3: "○"}[low]
		}
	}
	return symbols[code]
}

var (
	greek = map[int]string{
		0xb7: "•", 0xa3: "≤", 0xb3: "≥", 0xb1: "±", 0xb4: "×", 0xb8: "÷", 0xb9: "≠", 0xbb: "≈", 0xba: "≡", 0xb0: "°",
		0xae: "→", 0xac: "←", 0xad: "↑", 0xaf: "↓", 0xab: "↔", 0xde: "⇒", 0xa5: "∞", 0xd6: "√", 0xe5: "∑", 0x2d: "−", 0xd7: "⋅",
		0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x71: "θ", 0x6c: "λ", 0x6d: "μ", 0x70: "π", 0x72: "ρ",
		0x73: "σ", 0x74: "τ", 0x66: "φ", 0x77: "ω", 0x57: "Ω", 0x44: "Δ", 0x53: "Σ", 0x50: "Π", 0x46: "Φ", 0x6e: "ν", 0x68: "η",
	}
	second = map[int]string{
		0x50: "✓", 0x4f: "✗", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xa3: "□", 0x2a: "□", 0x98: "●",
	}
	web = map[string]map[int]string{
		"webdings":    {0x61: "✓", 0x63: "□", 0x67: "■", 0x6e: "●", 0x72: "✗", 0x34: "▶", 0x33: "◀", 0x35: "▲", 0x36: "▼"},
		"wingdings 3": {0x67: "↑", 0x68: "↓", 0x66: "→", 0x65: "←"},
		"marlett":     {0x61: "✓", 0x62: "✓", 0x72: "✗"},
	}
)

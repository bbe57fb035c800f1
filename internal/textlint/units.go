package textlint

import (
	"fmt"
	"regexp"
	"slices"

	"hongtou/internal/printout"
)

// rightUnit gives the symbols of units for how people write them.
var rightUnit = map[string]string{
	"KW": "kW", "Kw": "kW", "kw": "kW", "KWH": "kW·h", "KWh": "kW·h", "Kwh": "kW·h", "kwh": "kW·h", "KWP": "kWp", "KVA": "kV·A",
	"KV": "kV", "Kv": "kV", "kv": "kV", "mw": "MW", "Mw": "MW",
	"KM": "km", "Km": "km", "KG": "kg", "Kg": "kg", "CM": "cm", "MM": "mm",
	"MG/L": "mg/L", "Mg/L": "mg/L", "Mg/l": "mg/L", "ug/L": "μg/L", "ug/m³": "μg/m³", "ug/m3": "μg/m³", "UG/M3": "μg/m³", "mg/M3": "mg/m³",
	"HZ": "Hz", "hz": "Hz", "T/h": "t/h", "T/H": "t/h", "T/d": "t/d", "T/a": "t/a",
}

var symbol = regexp.MustCompile(`[0-9万亿]([A-Za-zµμ]{1,3}(?:/[A-Za-z]{1,2}[23²³]?)?)(?:[^A-Za-z0-9/\-]|$)`)

// unitCase: symbols of units have their own capitals.
func unitCase(p passage) []finding {
	var out []finding
	for _, m := range p.match(symbol) {
		written := p.words(m, 1)
		if right, wrong := rightUnit[written]; wrong {
			out = append(out, finding{m[2], m[3], fmt.Sprintf("单位符号“%s”写作“%s”", written, right)})
		}
	}
	return out
}

var powered = regexp.MustCompile(`(?:[0-9万亿]|/)((?:[kKcCmM]?[mM])([23]))(?:[^0-9A-Za-z.]|$)`)

// unitPower: the 2 and 3 of square and cubic metres are raised, and the symbols
// small.
func unitPower(p passage) []finding {
	var out []finding
	for _, m := range p.match(powered) {
		power := p.glyphs[m[4]]
		if raised(power, p.glyphs[m[4]-1]) {
			continue
		}
		out = append(out, finding{m[2], m[3], fmt.Sprintf("“%s”的数字用上标，写作“%s”", p.words(m, 1), superscript(p.runes[m[2]:m[3]]))})
	}
	return out
}

func superscript(written []rune) string {
	n := len(written) - 1
	unit := "m"
	if n > 1 {
		unit = string(written[:n-1]) + "m"
		if unit == "Km" || unit == "Mm" {
			unit = "km"
		} else if unit == "Cm" {
			unit = "cm"
		}
	}
	if written[n] == '2' {
		return unit + "²"
	}
	return unit + "³"
}

// A figure is raised or lowered if it is smaller than its letter or stands on
// another height.
func raised(figure, letter printout.Glyph) bool {
	return figure.Size < 0.85*letter.Size || figure.Y < letter.Y-0.1*em(letter)
}

func lowered(figure, letter printout.Glyph) bool {
	return figure.Size < 0.85*letter.Size || figure.Y > letter.Y+0.08*em(letter)
}

// formula is a symbol whose figures are lowered.
var formula = regexp.MustCompile(`(?:^|[^A-Za-z0-9])(PM2\.5|PM10|SO2|NO2|CO2|CH4|O3|PM₂\.₅|PM₁₀|SO₂|NO₂|CO₂|CH₄|O₃)(?:[^0-9A-Za-z.]|$)`)

var plain = map[rune]rune{'₀': '0', '₁': '1', '₂': '2', '₃': '3', '₄': '4', '₅': '5'}

// writing is how one formula is printed at one place.
type writing struct {
	passage passage
	finding finding
	low     bool
}

// formulas: a document prints the figures of a formula always in one way. Which
// of two ways is right a standard does not say; the rarer one is named.
func formulas(all []passage) []Advice {
	found := map[string][]writing{}
	var names []string
	for _, p := range all {
		for _, m := range p.match(formula) {
			name := ""
			low := false
			for i := m[2]; i < m[3]; i++ {
				r := p.runes[i]
				if figure, is := plain[r]; is {
					r, low = figure, true
				} else if digit(r) {
					low = low || lowered(p.glyphs[i], p.glyphs[m[2]])
				}
				name += string(r)
			}
			if _, known := found[name]; !known {
				names = append(names, name)
			}
			found[name] = append(found[name], writing{p, finding{from: m[2], to: m[3]}, low})
		}
	}
	slices.Sort(names)
	var out []Advice
	for _, name := range names {
		out = append(out, oneWay(name, found[name])...)
	}
	return out
}

func oneWay(name string, list []writing) []Advice {
	low := 0
	for _, w := range list {
		if w.low {
			low++
		}
	}
	if low == 0 || low == len(list) {
		return nil
	}
	way := map[bool]string{true: "下标", false: "平排"}
	usual := 2*low >= len(list)
	var out []Advice
	for _, w := range list {
		if w.low != usual && len(out) < most {
			w.finding.message = fmt.Sprintf("“%s”的数字在本文中多为%s，这里是%s，全文统一", name, way[usual], way[!usual])
			out = append(out, w.passage.advice("formula-script", units, w.finding))
		}
	}
	return out
}

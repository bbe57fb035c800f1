package linebreak

// judgeNumbers keeps a number with its unit, a range and a document number
// whole, and makes the breaks inside a date dear.
func (b *Breaker) judgeNumbers() {
	for i := 0; i < len(b.glyphs); {
		if b.classes[i] != digit {
			i++
			continue
		}
		i = b.judgeNumber(i)
	}
}

// judgeNumber settles the gaps from the first digit of a number to the end of
// its unit and returns the next place to look at. 2018年5月至… ends at 至.
func (b *Breaker) judgeNumber(first int) int {
	i := b.endOfDigits(first)
	if b.closesYear(first, i) {
		b.forbid(i+1, glued) // 〔2020〕47号
		return i + 1
	}
	i = b.judgeUnit(i)
	if b.connects(i) {
		b.forbid(i, never|rigid)
		b.forbid(i+1, afterConnector(b.runeAt(i))|rigid)
		return i + 1
	}
	b.judgeDate(i)
	return max(i, first+1)
}

// endOfDigits passes digits, thousands and decimal marks and what follows a
// number without being a word: 1,234.5 18.43% 30℃.
func (b *Breaker) endOfDigits(i int) int {
	for ; i < len(b.glyphs); i++ {
		switch c := b.classes[i]; {
		case c == digit:
		case b.glyphs[i].Rune == '．' && b.digitAt(i+1):
			b.forbid(i+1, glued|rigid)
		case c == joiner && b.digitAt(i+1), b.glyphs[i].Rune == '%':
		case isSuffix(b.glyphs[i].Rune):
			return i + 1
		default:
			return i
		}
	}
	return i
}

func isSuffix(r rune) bool {
	switch r {
	case '％', '‰', '℃', '℉', '°', '′', '″':
		return true
	}
	return false
}

// judgeUnit glues the unit that follows a number at i and returns its end.
func (b *Breaker) judgeUnit(i int) int {
	at := i
	if b.spaceAt(i) && i > 0 {
		at++ // 35 μg/m³, 20 吨
	}
	end := b.endOfUnit(at)
	if end == at {
		return i
	}
	for k := i; k < end; k++ {
		b.forbid(k, glued)
	}
	return end
}

// closesYear says whether the number from first to end stands in 〔 〕 with a
// serial number behind: 〔2020〕47号.
func (b *Breaker) closesYear(first, end int) bool {
	return first > 0 && b.runeAt(first-1) == '〔' && b.runeAt(end) == '〕' && b.digitAt(end+1)
}

// connects says whether the mark at i joins two numbers to a range: 2017—2021年,
// 10%～20%.
func (b *Breaker) connects(i int) bool {
	switch b.runeAt(i) {
	case '—', '–', '－', '-', '～', '~', '〜', '×', '∶', '÷':
		return b.digitAt(i+1) || b.signAt(i+1) && b.digitAt(i+2)
	}
	return false
}

// afterConnector lets a range break after its dash where a line would else be
// spread too wide; a sign of calculation holds.
func afterConnector(r rune) gap {
	switch r {
	case '—', '–', '～', '〜':
		return dear
	}
	return glued
}

// judgeDate makes the gap at i dear if it stands after 年 or 月 and the date
// goes on: 2020年7月30日.
func (b *Breaker) judgeDate(i int) {
	last := b.runeAt(i - 1)
	if last != '年' && last != '月' || !b.digitAt(i) {
		return
	}
	next := b.runeAt(b.endOfDigits(i))
	if next == '月' && last == '年' || next == '日' {
		b.forbid(i, dear)
	}
}

func (b *Breaker) runeAt(i int) rune {
	if i < 0 || i >= len(b.glyphs) {
		return 0
	}
	return b.glyphs[i].Rune
}

func (b *Breaker) digitAt(i int) bool { return i < len(b.glyphs) && b.classes[i] == digit }
func (b *Breaker) signAt(i int) bool  { return i < len(b.glyphs) && b.classes[i] == sign }
func (b *Breaker) spaceAt(i int) bool { return i < len(b.glyphs) && b.classes[i] == space }

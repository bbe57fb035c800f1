package xlsx

import (
	"fmt"
	"strconv"
	"time"

	"hongtou/internal/doc"
)

// What a cell shows instead of text: a real date, a real number, what a
// formula works out, or nothing, for people to fill in.

// format is how a cell shows a number.
type format uint8

const (
	general format = iota
	asDate
	asNumber
	asShare
	asText // what people type stays text, whatever it begins with
)

// formatCodes are short enough for narrow columns, and every program shows
// them alike.
var formatCodes = [...]string{general: "", asDate: "yyyy-mm-dd", asNumber: "0", asShare: "0.0%", asText: "@"}

// textual says whether the cell's text is all that it shows.
func textual(c *doc.Cell) bool {
	return c.Blank == doc.NotBlank && c.Date == "" && c.Count == nil && c.Formula == nil
}

// contentProblem says in Chinese why a cell cannot show what it has, or "".
func contentProblem(c *doc.Cell) string {
	n := 0
	for _, has := range []bool{len(c.Paragraphs) > 0, c.Blank != doc.NotBlank, c.Date != "", c.Count != nil, c.Formula != nil} {
		if has {
			n++
		}
	}
	if n > 1 {
		return "一个单元格只能有一种内容"
	}
	if c.Date != "" {
		if _, err := serial(c.Date); err != nil {
			return err.Error()
		}
	}
	return ""
}

func formatOf(c *doc.Cell) format {
	switch {
	case c.Date != "" || c.Blank == doc.BlankDate:
		return asDate
	case c.Count != nil || c.Blank == doc.BlankNumber:
		return asNumber
	case c.Blank == doc.BlankText:
		return asText
	}
	switch c.Formula.(type) {
	case doc.Tally, doc.Sum:
		return asNumber
	case doc.Share:
		return asShare
	}
	return general
}

// typedIn says whether people type into the cell. They sign and seal on paper.
func typedIn(c *doc.Cell) bool {
	switch c.Blank {
	case doc.BlankOpinion, doc.BlankDate, doc.BlankTick, doc.BlankText, doc.BlankNumber:
		return true
	}
	return false
}

// measured gives the text that stands for what is not text when room is
// reckoned.
func measured(c *doc.Cell) passage {
	text := ""
	switch f := c.Formula.(type) {
	case doc.Overdue:
		text = f.Word
	case doc.Share:
		text = "100.0%"
	case doc.Tally, doc.Sum:
		text = "000"
	}
	switch {
	case c.Date != "" || c.Blank == doc.BlankDate:
		text = time.DateOnly
	case c.Count != nil:
		text = strconv.Itoa(*c.Count)
	case c.Blank == doc.BlankNumber:
		text = "00"
	}
	var p passage
	p.add(text, look{face: song})
	return p
}

// checkWidth refuses numbers and dates wider than their column: programs show
// #### instead of them.
func (b *body) checkWidth(sheet string) error {
	for i := range b.areas {
		a := &b.areas[i]
		if f := formatOf(a.cell); f == general || f == asText || !a.first {
			continue
		}
		if have := capacity(b.columns[a.left:a.right]); len(a.text.runes) > have {
			return cellError(sheet, a.cell, fmt.Sprintf("日期或数显示不下：要%d个半角字符的宽度，只有%d，请加宽该列", len(a.text.runes)+1, have+1))
		}
	}
	return nil
}

// serial gives a date as programs count it: 1 is 1900-01-01, and 1900 has a
// 29 February, so that the count is right from 1900-03-01 on.
func serial(date string) (int, error) {
	d, err := time.Parse(time.DateOnly, date)
	if err != nil || date < doc.FirstDay || date > doc.LastDay {
		return 0, fmt.Errorf("日期“%s”有误，应如2021-03-05，不早于%s", date, doc.FirstDay)
	}
	return int(d.Sub(time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24), nil
}

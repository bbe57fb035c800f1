package diag

import (
	"encoding/json"
	"io"
)

// record is a problem as scripts read it. Words are stable; absent values are
// left out.
type record struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	spot
	Length int          `json:"length,omitempty"`
	Hint   string       `json:"hint,omitempty"`
	Notes  []noteRecord `json:"notes,omitempty"`
}

type noteRecord struct {
	Message string `json:"message"`
	spot
}

type spot struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// WriteJSON writes one JSON array; an empty list is [].
func WriteJSON(w io.Writer, l List) error {
	records := make([]record, 0, len(l))
	for _, d := range l {
		records = append(records, recordOf(d))
	}
	enc := encoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(records)
}

func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

func recordOf(d Diagnostic) record {
	r := record{
		Severity: d.Severity.String(), Code: d.Code, Message: d.Message,
		spot: spotOf(d.At), Length: d.Length, Hint: d.Hint,
	}
	for _, n := range d.Notes {
		r.Notes = append(r.Notes, noteRecord{Message: n.Message, spot: spotOf(n.At)})
	}
	return r
}

func spotOf(p Position) spot { return spot{File: p.File, Line: p.Line, Column: p.Column} }

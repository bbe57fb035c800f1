// Package checklist takes the measures of a task apart into what is verified
// one by one (逐项逐条核实): the measures of one aspect go in, rows come out,
// one a measure. Parts 一是……二是…… inside a measure become rows of their own
// below its opening words. Rows are slices of the printed text: joined they
// are the whole of it, no word is changed. It is pure.
package checklist

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// Role says what a row is to those who verify.
type Role int

// The roles of rows.
const (
	Whole   Role = iota // a measure; verified
	Lead                // introduces measures or parts, or was deleted; a heading without verification of its own
	Opening             // the words of a measure before 一是, a sentence of their own; verified
	Part                // 一是…… of a measure; verified
)

// Row is one row of a checklist.
type Row struct {
	Role      Role
	Pieces    []Piece // at least one; a further piece is a paragraph of its own
	Continued bool    // goes on with the words of the row above, which were too many for one row
}

// Verified says whether people say of the row whether it was carried out.
func (r Row) Verified() bool { return r.Role != Lead }

// Piece is some words of one printed paragraph.
type Piece struct {
	ID   string // of the measure they are from: 14.2
	Text dossier.Text
}

// Of gives the rows of an aspect, in printed order. Of the words of a row at
// most limit characters stand together; longer ones go on in further rows,
// divided after a sentence where there is one. An aspect without measures has
// no rows.
func Of(a dossier.Aspect, limit int) []Row {
	f := a.Field(dossier.Measures)
	if f == nil {
		return nil
	}
	var out []Row
	for _, m := range measures(a.ID, f) {
		for _, r := range m.rows() {
			out = append(out, divide(r, max(limit, 1))...)
		}
	}
	return out
}

// measure is the printed paragraphs of one measure, or one lead.
type measure struct {
	pieces []Piece
	role   Role
}

// measures puts further paragraphs with the measure they continue. Leads are
// measures when nothing else is in force.
func measures(aspect string, f *dossier.Field) []measure {
	only := !slices.ContainsFunc(f.Measures, func(m dossier.Measure) bool { return !m.Lead && !m.Deleted })
	lead := Lead
	if only {
		lead = Whole
	}
	var out []measure
	if f.Value.Value != "" { // printed beside the label, before the measures
		out = append(out, measure{[]Piece{{aspect + "." + string(f.Kind), f.Value}}, lead})
	}
	numbered := slices.ContainsFunc(f.Measures, func(m dossier.Measure) bool { return m.Number != "" })
	begun := false // a measure that a paragraph without a number can continue
	for _, m := range f.Measures {
		p := Piece{m.ID, m.Text}
		switch {
		case m.Deleted:
			out, begun = append(out, measure{[]Piece{p}, Lead}), false
		case m.Lead:
			out, begun = append(out, measure{[]Piece{p}, lead}), false
		case begun && numbered && m.Number == "":
			last := &out[len(out)-1]
			last.pieces = append(last.pieces, p)
		default:
			out, begun = append(out, measure{[]Piece{p}, Whole}), true
		}
	}
	return out
}

// rows gives a measure as one row, or as its opening words and its parts.
// A further paragraph belongs to the last part before it.
func (m measure) rows() []Row {
	if m.role == Lead {
		return []Row{{Role: Lead, Pieces: m.pieces}}
	}
	var out []Row
	for i, p := range m.pieces {
		cuts := Parts(p.Text.Value)
		if len(cuts) == 0 {
			if i == 0 {
				out = append(out, Row{Role: Whole})
			}
			out[len(out)-1].add(p)
			continue
		}
		out = parted(out, p, cuts)
	}
	return out
}

func (r *Row) add(p Piece) { r.Pieces = append(r.Pieces, p) }

// parted appends a paragraph that is cut into parts. What stands before the
// first is its opening; a bare number stays with the first part.
func parted(out []Row, p Piece, cuts []int) []Row {
	from := 0
	if opening := p.Text.Slice(0, cuts[0]); !bare(opening.Value) {
		out, from = append(out, Row{Role: roleOf(opening.Value), Pieces: []Piece{{p.ID, opening}}}), cuts[0]
	}
	for i := range cuts {
		to := p.Text.Len()
		if i+1 < len(cuts) {
			to = cuts[i+1]
		}
		out = append(out, Row{Role: Part, Pieces: []Piece{{p.ID, p.Text.Slice(from, to)}}})
		from = to
	}
	return out
}

// bare says that nothing but the number of a paragraph stands before 一是.
func bare(opening string) bool {
	l, ok := zh.ParseLevel(opening)
	return opening == "" || ok && l.Number == opening
}

// roleOf tells opening words that say something to be done, whole sentences,
// from words that only lead over to the parts.
func roleOf(opening string) Role {
	if strings.HasSuffix(opening, "。") || strings.HasSuffix(opening, "；") {
		return Opening
	}
	return Lead
}

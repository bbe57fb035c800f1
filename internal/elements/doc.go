// Package elements finds the elements of an official document on its pages.
//
// In: what stands on the pages (package printout). Out: a Document: its lines
// by where they stand, tables, and the eighteen elements as far as they occur.
//
// Elements are found by less than what the clauses ask of them, so that one in
// the wrong place, size or form is measured and not overlooked: red ink is a
// mark, a long red rule separates the head, long black rules at the foot
// enclose the imprint.
package elements

// Package elements finds the elements of an official document on its pages.
//
// In: what stands on the pages (package printout). Out: a Document: its lines
// by where they stand, tables, and the eighteen elements as far as they occur.
//
// Elements are found by less than what the clauses ask of them, so that one in
// the wrong place, size or form is measured and not overlooked: red ink is a
// mark, whether it is text, a picture or curves; a long red line of any make
// separates the head; large or centred lines are a title; words and long black
// rules tell the imprint. Margins are those of the lines that are there, and
// what stands in the white around the text is told from text by its size, its
// repetition and its distance. A face is what its name or its family says;
// Unknown if both say nothing.
//
// Time and memory grow with what stands on the pages.
package elements

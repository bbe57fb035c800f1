// Package conformity measures finished PDF files with the clauses of package
// norm on a reading of their own.
//
// In: a PDF file. Out: for every clause that can be seen on paper, what was
// measured and whether it holds. Poppler and MuPDF read the glyphs, the rules
// and the pictures, poppler paints the ink: neither what makes the files nor
// what reads them for users has a part in it.
package conformity

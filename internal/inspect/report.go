// Package inspect says of finished PDF files how far they keep GB/T 9704—2012.
//
// In: files. Out: a Report: for each file every clause with its strength, what
// was measured, where, and the verdict; advice on the text; and what a file
// cannot prove. It is printed as a table, as JSON and as an HTML page.
package inspect

import (
	"hongtou/internal/norm"
	"hongtou/internal/textlint"
)

// Report is what was found in some files, in the order in which they were
// named.
type Report struct {
	Files []File
}

// File is one file. Either Problem says why it could not be measured, or Rows
// holds the result of every clause. Whatever a file says of itself has lost its
// control characters; only Path is as it was given.
type File struct {
	Path     string
	Bytes    int64  // size of the file in bytes; 0 if it could not be read
	SHA256   string // hexadecimal; empty if the file could not be read
	Pages    int    // their number; 0 if the file could not be read
	Paper    []Size // of every page, mm
	Producer string // the program that made it, as the file says; may be empty
	Form     string // 公文, 信函, 命令（令）, 纪要, or 其他文稿 for a paper without a red head
	Problem  *Problem
	Notices  []string // what limits the measuring: scanned pages, text that cannot be read
	Rows     []Row
	Advice   []textlint.Advice

	Pictures []Picture // of page 1 and of pages with findings, if they were asked for
	Hidden   int       // pages with findings of which there is no picture, because there are too many
}

// Size is the size of a page as it is shown, mm.
type Size struct{ Width, Height float64 }

// Picture is a painted page.
type Picture struct {
	Page    int    // from 1
	PNG     []byte // nil if the page could not be painted
	Trouble string // why not, in Chinese
}

// Row is the result of one clause.
type Row struct {
	Clause norm.Clause
	Result norm.Result
}

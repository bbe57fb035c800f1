package pdfread

import "time"

// Limits bound what one file may cost.
type Limits struct {
	Bytes  int64         // size of the file
	Pages  int           // number of pages
	Marks  int           // characters, lines, areas, pictures and notes on all pages
	Pixels int           // of one painted page
	Time   time.Duration // from the file's turn to be read until Close; and of painting one page

	// PerPage is added to the time of reading for every page that was read.
	PerPage time.Duration
	// PerPicture is the same for every picture that was made.
	PerPicture time.Duration
}

// DefaultLimits let a volume of a thousand pages or a scanned book through.
// Memory is bound by the engine: 256 MB for each of the two sandboxes that may
// read at a time.
func DefaultLimits() Limits {
	return Limits{Bytes: 128 << 20, Pages: 2000, Marks: 2_000_000, Pixels: 40_000_000, Time: 8 * time.Second, PerPage: 20 * time.Millisecond}
}

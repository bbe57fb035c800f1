// Package inspection judges the inspector.
//
// It asks the program itself (hongtou inspect --json) and holds the answers
// against what is known: our own documents, which keep every clause; copies of
// the program whose layout was broken on purpose, where exactly the broken
// clause must be named; the same notice made by other programs, measured once
// more with poppler and MuPDF; files cut off and damaged at random; and small
// files that ask for very much.
package inspection

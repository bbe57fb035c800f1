// Package pdfread reads any PDF, whatever program made it, into the values of
// package printout, so that it can be held against GB/T 9704.
//
// In: the bytes of a file and limits. Out: every visible character with its
// place, size, face and colour, every line, area, picture and annotation, and
// painted pages; or an [Error] that says in Chinese why a file cannot be read.
//
// The file is read by PDFium inside a WebAssembly sandbox: no file system, no
// network, bounded memory, and a clock that stops it wherever it is. PDFium
// shares nothing with the code that makes our own files.
package pdfread

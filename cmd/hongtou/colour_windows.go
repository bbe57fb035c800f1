package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// understandsColours says whether a console takes ANSI sequences: Windows has
// to be asked to, and old ones, or those in legacy mode, refuse. The mode is
// the window's and stays; cmd and PowerShell set their own for every prompt.
//
// The Chinese text itself needs no code page: to a console package os writes
// UTF-16 by WriteConsoleW, whatever chcp says, and to a file or pipe UTF-8.
func understandsColours(f *os.File) bool {
	var mode uint32
	console := windows.Handle(f.Fd())
	if windows.GetConsoleMode(console, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}

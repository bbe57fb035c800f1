//go:build !windows

package main

import "os"

// understandsColours says whether a terminal takes ANSI sequences.
func understandsColours(f *os.File) bool { return os.Getenv("TERM") != "dumb" }

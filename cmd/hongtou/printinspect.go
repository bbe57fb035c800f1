package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"hongtou/internal/inspect"
)

// print prints a report for people or for programs; page is the written report
// to look at, if there is one.
func (i *inspection) print(s *shell, report inspect.Report, page string) error {
	view := inspect.View{
		Columns:   terminalColumns(s.out),
		Colour:    inColour(s.out),
		OnlyFails: i.onlyFails,
		Brief:     len(report.Files) > 1 && !s.verbose,
		Full:      s.verbose,
		Gaps:      i.gaps,
	}
	if s.json {
		return report.WriteJSON(s.out, view)
	}
	err := report.WriteText(s.out, view)
	if err == nil && page != "" {
		_, err = fmt.Fprintf(s.out, "报告已写入 %s\n", harmless(page))
	}
	return err
}

// terminalColumns is the width of a terminal, 0 for anything else.
func terminalColumns(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

func diffCommand(s *shell) *cobra.Command {
	var step build.Step
	c := &cobra.Command{
		Use:   "diff",
		Short: "逐处列出修改前后的文字",
		Long: "逐处列出修改前、修改后的文字和审核意见、依据。终端上删去的文字为红色加删除线，增加的为绿色加下划线；\n" +
			"输出到文件时写作[-删去-]和{+增加+}。不写日期时，比较最新一份通知之前和之后。",
		Example: "  hongtou diff\n  hongtou diff --from 2020-07-30 --to 2020-11-25 > 修改.txt",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := s.checkStep(step); err != nil {
				return err
			}
			report, err := build.Diff(s.options, step)
			if err != nil {
				return err
			}
			return s.finish(report.Problems.WithoutAdvice(), report, func() {
				for _, d := range report.Dossiers {
					printDiff(s.out, d, inColour(s.out))
				}
			})
		},
	}
	addStep(c, &step)
	return c
}

func printDiff(w io.Writer, d build.DossierDiff, colour bool) {
	printSpan(w, d.ID, d.From, d.To, d.Notices)
	for _, c := range d.Changes {
		fmt.Fprintf(w, "\n%s  %s\n", c.Address, c.Label)
		printSide(w, "修改前：", c.OldMarks, colour)
		printSide(w, "修改后：", c.NewMarks, colour)
		for _, o := range c.Opinion {
			fmt.Fprintf(w, "  %s\n", opinion(o))
		}
		for _, by := range c.By {
			fmt.Fprintf(w, "  依据：%s的通知 %s:%d\n", notice(by), by.File, by.Line)
		}
	}
	if len(d.Restated) > 0 {
		fmt.Fprintf(w, "\n重申，文字未变：%s\n", labels(d.Restated))
	}
}

// printSide prints the paragraphs of one side, the first beside the heading.
func printSide(w io.Writer, heading string, paragraphs [][]build.MarkedRun, colour bool) {
	if len(paragraphs) == 0 {
		fmt.Fprintf(w, "  %s（无）\n", heading)
	}
	for i, runs := range paragraphs {
		if i > 0 {
			heading = strings.Repeat(" ", columns(heading))
		}
		fmt.Fprintf(w, "  %s%s\n", heading, paint(runs, colour))
	}
}

// Colours of a terminal: red struck through, green underlined.
const (
	deletedOn  = "\x1b[31;9m"
	insertedOn = "\x1b[32;4m"
	plainAgain = "\x1b[0m"
)

func paint(runs []build.MarkedRun, colour bool) string {
	var b strings.Builder
	for _, r := range runs {
		switch {
		case r.Kind == "deleted" && colour:
			b.WriteString(deletedOn + r.Text + plainAgain)
		case r.Kind == "inserted" && colour:
			b.WriteString(insertedOn + r.Text + plainAgain)
		case r.Kind == "deleted":
			b.WriteString("[-" + r.Text + "-]")
		case r.Kind == "inserted":
			b.WriteString("{+" + r.Text + "+}")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// opinion writes a paragraph of the review opinion; the first one says itself
// what it is.
func opinion(text string) string {
	if strings.HasPrefix(text, "审核意见") {
		return text
	}
	return "　　　　　" + text
}

// notice names a notice by its date and its number or, where that is not
// known, its place among those of the day.
func notice(s build.Source) string {
	serial, further := strings.CutPrefix(s.Notice, s.Date+"-")
	switch {
	case s.Number != "":
		return s.Dated + "（" + s.Number + "）"
	case further:
		return s.Dated + "（第" + serial + "份）"
	}
	return s.Dated
}

package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
	"hongtou/internal/diag"
)

func showCommand(s *shell) *cobra.Command {
	var dossier string
	c := &cobra.Command{
		Use:   "show 位置",
		Short: "查看一处的现文、沿革和修改指令所用的校验码",
		Long: "位置写作06（第六项）、06.deadline（整改时限）、14.2（第二条措施）、17.2.goal（第二个方面的目标）、\n" +
			"plan.5.2（方案五、（二））；也可写第六项整改时限、6.整改时限。校验码写入修改指令的expect。",
		Example: "  hongtou show 06.deadline\n  hongtou show 14\n  hongtou show 06.deadline --as-of 2020-08-01",
		Args:    oneArg("位置"),
		RunE: func(_ *cobra.Command, args []string) error {
			report, err := build.Show(s.options, dossier, args[0])
			if err != nil {
				return err
			}
			return s.answer(report.Problems, report, func() { printShow(s.out, report) })
		},
	}
	c.Flags().StringVar(&dossier, "dossier", "", "在这个`案卷`中查找")
	return c
}

// answer prints a report whatever is wrong with the content elsewhere: one who
// mends an amendment needs to see what is in force. Errors still decide the
// exit code.
func (s *shell) answer(p build.Problems, report any, human func()) error {
	if s.json {
		if err := writeJSON(s.out, report); err != nil {
			return err
		}
	} else {
		human()
	}
	if !p.List.HasErrors() {
		return nil
	}
	if !s.json {
		fmt.Fprintf(s.err, "注意：内容有 %d 个错误，以上可能不全；运行 hongtou check 查看\n", p.List.Count(diag.Error))
	}
	return errContent
}

func printShow(w io.Writer, r build.ShowReport) {
	for i, v := range r.Values {
		if i > 0 {
			fmt.Fprintln(w)
		}
		printValue(w, v)
	}
}

func printValue(w io.Writer, v build.ShownValue) {
	fmt.Fprintf(w, "%s  %s\n", harmless(v.Address), harmless(v.Label))
	switch {
	case v.Deleted:
		fmt.Fprintln(w, "  现文：（已删去）")
	case v.Listed:
		fmt.Fprintln(w, "  现文：见下")
	default: // an entry of the register has no text beside its name
		printParagraphs(w, "  现文：", v.Text)
	}
	if v.Expect != "" {
		fmt.Fprintf(w, "  校验码：expect=%s\n", v.Expect)
	}
	last := len(v.History) - 1 // who gave the words in force, printed above
	for last > 0 && v.History[last].Verb == restated {
		last--
	}
	for i, r := range v.History {
		printRecord(w, "沿革：", r, i < last && !v.Listed)
	}
	for _, r := range v.Later {
		printRecord(w, "此后：", r, r.Verb != restated && !v.Listed)
	}
}

const restated = "restate"

// verbNames say what a step of a history did.
var verbNames = map[string]string{
	"issue": "印发", "replace": "修改", "insert": "增加", "delete": "删去", restated: "重申，文字未变",
	"renumber": "改序号", "rename": "改名", "merge": "合并",
}

func printRecord(w io.Writer, when string, r build.Record, words bool) {
	fmt.Fprintf(w, "  %s%s %s %s:%d\n", when, notice(r.Source), verbNames[r.Verb], r.File, r.Line)
	for _, o := range r.Opinion {
		fmt.Fprintf(w, "    %s\n", opinion(harmless(o)))
	}
	if words {
		printParagraphs(w, "    文字：", r.Text)
	}
}

// printParagraphs prints paragraphs, the first beside the heading.
func printParagraphs(w io.Writer, heading string, paragraphs []string) {
	for i, p := range paragraphs {
		if i > 0 {
			heading = strings.Repeat(" ", columns(heading))
		}
		fmt.Fprintln(w, heading+harmless(p))
	}
}

// harmless takes out what would steer a terminal: show prints content that has
// errors, too.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.Is(unicode.C, r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

package main

import (
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

func checkCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "检查案卷，不生成文件",
		Long:  "一次报告全部问题：错误、警告和建议，各带文件、行、列、原文和提示。",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			report, err := build.Check(s.options)
			if err != nil {
				return err
			}
			return s.finish(report.Problems, report, func() { printCheck(s.out, report) })
		},
	}
}

func listCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "列出将要生成的文件",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			report, err := build.List(s.options)
			if err != nil {
				return err
			}
			return s.finish(report.Problems, report, func() { printList(s.out, report, s.verbose, len(s.options.Units) > 0) })
		},
	}
}

func fontsCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "fonts",
		Short: "查看各字体角色实际使用的字体和缺字",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			report, err := build.Fonts(s.options)
			if err != nil {
				return err
			}
			if s.json {
				return writeJSON(s.out, report)
			}
			printFonts(s.out, report)
			return nil
		},
	}
}

// finish prints a report for people or for programs; errors in the content
// decide the exit code after everything has been said.
func (s *shell) finish(p build.Problems, report any, human func()) error {
	if s.json {
		if err := writeJSON(s.out, report); err != nil {
			return err
		}
	} else {
		if err := p.Print(s.err, inColour(s.err)); err != nil {
			return err
		}
		if !p.List.HasErrors() {
			human()
		}
	}
	if p.List.HasErrors() {
		return errContent
	}
	return nil
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

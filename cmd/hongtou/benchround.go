package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
	"hongtou/internal/measure"
)

// roundArgs are the arguments of one round of a bench, but the folders.
func roundArgs(s *shell) []string {
	args := []string{"bench-round", "--jobs", strconv.Itoa(s.options.Jobs)}
	if s.options.Fast {
		args = append(args, "--fast")
	}
	for flag, values := range map[string][]string{"--kind": s.kinds, "--format": s.formats} {
		if len(values) > 0 {
			args = append(args, flag, strings.Join(values, ","))
		}
	}
	for flag, value := range map[string]string{"--templates": s.options.Templates, "--fonts": s.options.Fonts} {
		if value != "" {
			args = append(args, flag, value)
		}
	}
	return args
}

// benchRoundCommand is the process in which bench measures one build, and, when
// asked, the same build again.
func benchRoundCommand(s *shell) *cobra.Command {
	again := 0
	c := &cobra.Command{
		Use:    "bench-round",
		Short:  "量一轮（由 bench 调用）",
		Hidden: true,
		Args:   noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := round(s.options); err != nil {
				return err
			}
			told := measure.Told{Usage: measure.Now(), Warm: []time.Duration{}}
			for range again {
				before := measure.Now().CPU
				if err := round(s.options); err != nil {
					return err
				}
				told.Warm = append(told.Warm, measure.Now().CPU-before)
			}
			return writeJSON(s.out, told)
		},
	}
	c.Flags().BoolVar(&s.options.Fast, "fast", false, "更快的生成方式")
	c.Flags().IntVar(&again, "again", 0, "在同一进程中再生成几`次`")
	return c
}

// round builds into an empty folder.
func round(o build.Options) error {
	if err := os.RemoveAll(o.Out); err != nil {
		return err
	}
	report, err := build.Build(o, build.Silent{})
	if err == nil && report.Problems.List.HasErrors() {
		var b strings.Builder
		if err := report.Problems.Print(&b, false); err != nil {
			return err
		}
		return fmt.Errorf("样本案卷有错误：%s", b.String())
	}
	return err
}

// printBench prints the table.
func printBench(w io.Writer, lines []benchLine) {
	rows := [][]string{{"单位", "项", "文件", "页", "行", "用时(秒)", "CPU(秒)", "CPU毫秒/文件", "热", "文件/秒", "页/秒", "字节/文件", "分配(万次)", "内存(MB)", "CPU毫秒/单位", "比", "内存比"}}
	for _, l := range lines {
		first := lines[0]
		for _, f := range lines {
			if f.Items == l.Items {
				first = f
				break
			}
		}
		files, wall := float64(l.Files), l.Cold.Wall.Seconds()
		perUnit := func(l benchLine) float64 { return l.Cold.CPU.Seconds() * 1000 / float64(l.Units) }
		rows = append(rows, []string{
			strconv.Itoa(l.Units), strconv.Itoa(l.Items), strconv.Itoa(l.Files), strconv.Itoa(l.Pages), strconv.Itoa(l.Rows),
			fixed(wall, 2), fixed(l.Cold.CPU.Seconds(), 2), over(l.Cold.CPU.Seconds()*1000, files, 2), over(l.Warm.Seconds()*1000, files, 2),
			over(files, wall, 1), over(float64(l.Pages), wall, 1), over(float64(l.Bytes), files, 0),
			fixed(float64(l.Cold.Allocs)/1e4, 1), over(float64(l.Cold.Peak), 1<<20, 0),
			fixed(perUnit(l), 2), over(perUnit(l), perUnit(first), 2), over(float64(l.Cold.Peak), float64(first.Cold.Peak), 2),
		})
	}
	printTable(w, rows)
}

func fixed(v float64, decimals int) string { return strconv.FormatFloat(v, 'f', decimals, 64) }

// over divides; “—” stands for what was not measured.
func over(a, b float64, decimals int) string {
	if a == 0 || b == 0 {
		return "—"
	}
	return fixed(a/b, decimals)
}

// printTable sets columns to the right, below their heads.
func printTable(w io.Writer, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			widths[i] = max(widths[i], columns(cell))
		}
	}
	for _, r := range rows {
		for i, cell := range r {
			fmt.Fprint(w, strings.Repeat(" ", widths[i]-columns(cell)), cell, "  ")
		}
		fmt.Fprintln(w)
	}
}

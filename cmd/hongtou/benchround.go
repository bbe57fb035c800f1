package main

import (
	"fmt"
	"io"
	"os"
	"slices"
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
			var first stopwatch
			if err := round(s.options, &first); err != nil {
				return err
			}
			told := measure.Told{Usage: measure.Now(), Before: first.before, Warm: []time.Duration{}}
			for range again {
				before := measure.Now().CPU
				if err := round(s.options, build.Silent{}); err != nil {
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

// stopwatch is a build.Progress that looks at what has been used when the first
// files are begun.
type stopwatch struct {
	build.Silent
	stages int
	before time.Duration
}

// Stage looks when the second stage begins: the first one reads.
func (w *stopwatch) Stage(string, int) {
	if w.stages++; w.stages == 2 {
		w.before = measure.Now().CPU
	}
}

// round builds into an empty folder.
func round(o build.Options, p build.Progress) error {
	if err := os.RemoveAll(o.Out); err != nil {
		return err
	}
	report, err := build.Build(o, p)
	if err == nil && report.Problems.List.HasErrors() {
		var b strings.Builder
		if err := report.Problems.WithoutAdvice().Print(&b, false); err != nil {
			return err
		}
		return fmt.Errorf("样本案卷有错误：%s", b.String())
	}
	return err
}

// benchFigures are the rows of the table: the columns are the sizes.
var benchFigures = []struct {
	name string
	of   func(l, first benchLine) string
}{
	{"单位数", func(l, _ benchLine) string { return strconv.Itoa(l.Units) }},
	{"任务数", func(l, _ benchLine) string { return strconv.Itoa(l.Items) }},
	{"生成的文件", func(l, _ benchLine) string { return strconv.Itoa(l.Files) }},
	{"PDF页数", func(l, _ benchLine) string { return strconv.Itoa(l.Pages) }},
	{"表格行数", func(l, _ benchLine) string { return strconv.Itoa(l.Rows) }},
	{"用时（秒）", func(l, _ benchLine) string { return fixed(l.Cold.Wall.Seconds(), 2) }},
	{"处理器时间（秒）", func(l, _ benchLine) string { return fixed(l.Cold.CPU.Seconds(), 2) }},
	{"每个文件的处理器时间（毫秒）", func(l, _ benchLine) string { return over(l.Cold.CPU.Seconds()*1000, float64(l.Files), 2) }},
	{"同上，再次生成（毫秒）", func(l, _ benchLine) string { return over(l.Warm.Seconds()*1000, float64(l.Files), 2) }},
	{"每个单位的处理器时间（毫秒）", func(l, _ benchLine) string { return fixed(perUnit(l), 2) }},
	{"　　是第一种大小的几倍", func(l, f benchLine) string { return over(perUnit(l), perUnit(f), 2) }},
	{"动手制作之前的处理器时间（秒）", func(l, _ benchLine) string { return fixed(l.Cold.Before.Seconds(), 2) }},
	{"此后每个单位的处理器时间（毫秒）", func(l, _ benchLine) string { return fixed(madePerUnit(l), 2) }},
	{"　　是第一种大小的几倍", func(l, f benchLine) string { return over(madePerUnit(l), madePerUnit(f), 2) }},
	{"每秒生成文件", func(l, _ benchLine) string { return over(float64(l.Files), l.Cold.Wall.Seconds(), 1) }},
	{"每秒生成页", func(l, _ benchLine) string { return over(float64(l.Pages), l.Cold.Wall.Seconds(), 1) }},
	{"每个文件的字节", func(l, _ benchLine) string { return over(float64(l.Bytes), float64(l.Files), 0) }},
	{"内存分配（万次）", func(l, _ benchLine) string { return fixed(float64(l.Cold.Allocs)/1e4, 1) }},
	{"最多占用内存（MB）", func(l, _ benchLine) string { return over(float64(l.Cold.Peak), 1<<20, 0) }},
	{"　　是第一种大小的几倍", func(l, f benchLine) string { return over(float64(l.Cold.Peak), float64(f.Cold.Peak), 2) }},
}

// madePerUnit leaves out what passes before anything is made: starting, which
// costs the same whatever the size, and reading, which is little.
func madePerUnit(l benchLine) float64 {
	return (l.Cold.CPU - l.Cold.Before).Seconds() * 1000 / float64(l.Units)
}

func perUnit(l benchLine) float64 { return l.Cold.CPU.Seconds() * 1000 / float64(l.Units) }

// printBench prints the table; a size is compared with the first of as many
// items.
func printBench(w io.Writer, lines []benchLine) {
	var rows [][]string
	for _, figure := range benchFigures {
		row := []string{figure.name}
		for _, l := range lines {
			first := lines[slices.IndexFunc(lines, func(f benchLine) bool { return f.Items == l.Items })]
			row = append(row, figure.of(l, first))
		}
		rows = append(rows, row)
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

// printTable sets the heads of the rows to the left and the columns to the right.
func printTable(w io.Writer, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			widths[i] = max(widths[i], columns(cell))
		}
	}
	for _, r := range rows {
		for i, cell := range r {
			blank := strings.Repeat(" ", widths[i]-columns(cell))
			if i == 0 {
				fmt.Fprint(w, cell, blank)
				continue
			}
			fmt.Fprint(w, "  ", blank, cell)
		}
		fmt.Fprintln(w)
	}
}

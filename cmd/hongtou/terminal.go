package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// inColour says whether colours are wanted: on a terminal, unless NO_COLOR is
// set (no-color.org).
func inColour(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isTerminal(f) && os.Getenv("NO_COLOR") == "" && understandsColours(f)
}

// progress shows the stages: a bar on a terminal, plain lines otherwise,
// nothing at all when the output is for programs.
type progress struct {
	w     io.Writer
	bar   *progressbar.ProgressBar
	live  bool
	quiet bool
	name  string
	total int
	idle  int // things of the stage that needed no work
	start time.Time
}

func newProgress(w io.Writer, quiet bool) *progress {
	return &progress{w: w, live: isTerminal(w), quiet: quiet}
}

// Stage begins a stage.
func (p *progress) Stage(name string, total int) {
	p.name, p.total, p.idle, p.start = name, total, 0, time.Now()
	if p.quiet || !p.live || total == 0 {
		return
	}
	p.bar = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(p.w),
		progressbar.OptionSetDescription(name),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(50*time.Millisecond))
}

// Step counts one thing done and names it; what needed no work has no name.
func (p *progress) Step(what string) {
	if what == "" {
		p.idle++
	} else if p.bar != nil {
		p.bar.Describe(p.name + " " + what)
	}
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

// Done ends the stage with one line.
func (p *progress) Done() {
	if p.bar != nil {
		_ = p.bar.Finish()
		p.bar = nil
	}
	if p.quiet {
		return
	}
	count := ""
	if p.total > 0 {
		count = fmt.Sprintf("%d 个，", p.total-p.idle)
	}
	if p.idle > 0 {
		count += fmt.Sprintf("沿用 %d 个，", p.idle)
	}
	fmt.Fprintf(p.w, "%s：%s%.2f 秒\n", p.name, count, time.Since(p.start).Seconds())
}

// Close takes down a bar that an error left standing.
func (p *progress) Close() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

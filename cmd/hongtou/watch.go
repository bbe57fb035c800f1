package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"hongtou/internal/build"
	"hongtou/internal/watch"
)

// watch builds now and after every save, until it is interrupted. What is wrong
// with the content, or with the disk for a moment, does not end it.
func (s *shell) watch(ctx context.Context) error {
	if s.json {
		return misused("去掉其中一个", "--watch 与 --json 不能同用")
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	w, err := watch.Open(s.watched(), s.options.Out)
	if errors.Is(err, fs.ErrNotExist) {
		return misused("核对 --content、--templates 和 --fonts", "要监视的文件夹不存在：%s", strings.Join(s.watched(), "、"))
	}
	if err != nil {
		return err
	}
	defer w.Close() // before the first build, so that no save is missed
	var again build.Again
	for saved := []string(nil); ; {
		if err := s.rebuild(&again, saved); err != nil {
			return err
		}
		saved, err = w.Next(ctx)
		if ctx.Err() != nil {
			fmt.Fprintln(s.out, "已停止监视")
			return nil
		}
		if err != nil {
			return fmt.Errorf("监视文件：%w", err)
		}
	}
}

// watched are the folders whose files documents are made of.
func (s *shell) watched() []string {
	folders := []string{s.options.Content}
	for _, f := range []string{s.options.Templates, s.options.Fonts} {
		if f != "" {
			folders = append(folders, f)
		}
	}
	return folders
}

// rebuild builds once and says what came of it. A wrong command line ends the
// watching at the first build only: later the content may be wrong for a while.
func (s *shell) rebuild(again *build.Again, saved []string) error {
	first := saved == nil
	start := time.Now()
	p := newProgress(io.Discard, true)
	report, edits, err := again.Build(s.options, p)
	var usage *build.UsageError
	switch {
	case errors.As(err, &usage) && first:
		return err
	case err != nil:
		fmt.Fprintf(s.err, "%s 没有生成：%v\n", clock(start), err)
		s.waiting()
		return nil
	}
	if !first {
		report.Problems = report.Problems.WithoutAdvice() // it was given once
	}
	if err := report.Problems.Print(s.err, inColour(s.err)); err != nil {
		return err
	}
	printEdits(s.out, clock(start), edits)
	if report.Problems.List.HasErrors() {
		fmt.Fprintf(s.out, "%s 有错误，%s 未动\n", clock(start), report.Out)
	} else {
		printBuild(s.out, report, s.verbose)
		fmt.Fprintf(s.out, "%s 生成完毕，用时 %.2f 秒\n", clock(time.Now()), time.Since(start).Seconds())
	}
	s.waiting()
	return nil
}

func (s *shell) waiting() {
	fmt.Fprintln(s.out, "正在监视，保存后自动重新生成；按 Ctrl-C 结束")
}

func clock(t time.Time) string { return t.Format("[15:04:05]") }

// printEdits says what was changed in the content, value by value.
func printEdits(w io.Writer, at string, e build.Edits) {
	for _, f := range e.Files {
		fmt.Fprintf(w, "%s 已改动 %s\n", at, f)
	}
	for i, v := range e.Values {
		if i == most {
			fmt.Fprintf(w, "  等，共 %d 处\n", len(e.Values))
			break
		}
		fmt.Fprintf(w, "  %s：%s → %s\n", v.Label, short(v.Old), short(v.New))
	}
}

// short quotes the beginning of a value.
func short(paragraphs []string) string {
	const shown = 40
	text := []rune(strings.Join(paragraphs, ""))
	switch {
	case len(text) == 0:
		return "（无）"
	case len(text) > shown:
		return "“" + string(text[:shown]) + "……”"
	}
	return "“" + string(text) + "”"
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"hongtou/internal/adopt"
	"hongtou/internal/build"
	"hongtou/internal/intake"
)

// review shows what an edited table of tasks changes in the source; with
// --write it changes that, and checks the content afterwards.
func (s *shell) review(o importing, file string, table []byte) error {
	report, err := adopt.Review(o.options.Content, file, table, o.write && !o.options.Dry)
	var unreadable *intake.Error
	if errors.As(err, &unreadable) {
		return s.cannotRead(unreadable)
	}
	if err != nil {
		return err
	}
	if err := s.saveReport(o, []string{file}, func(w *bytes.Buffer) { printReview(w, file, report) }); err != nil {
		return err
	}
	if !report.Written {
		if s.json {
			err = writeJSON(s.out, report)
		} else {
			printReview(s.out, file, report)
		}
		if err == nil && (len(report.Conflicts) > 0 || report.Errors() > 0) {
			return errContent
		}
		return err
	}
	checked, err := build.Check(s.options)
	if err != nil {
		return err
	}
	if s.json {
		err = writeJSON(s.out, struct {
			adopt.ReviewReport
			Check build.CheckReport `json:"check"`
		}{report, checked})
	} else {
		printReview(s.out, file, report)
		fmt.Fprintln(s.out, "\n检查：")
		if err = checked.Problems.Print(s.err, inColour(s.err)); err == nil && !checked.Problems.List.HasErrors() {
			printCheck(s.out, checked)
		}
	}
	if err == nil && (len(report.Conflicts) > 0 || checked.Problems.List.HasErrors()) {
		return errContent
	}
	return err
}

func printReview(w io.Writer, file string, r adopt.ReviewReport) {
	fmt.Fprintf(w, "%s 是本程序导出的任务清单：案卷“%s”，%d行\n", harmless(file), harmless(r.Dossier), r.Rows)
	for _, c := range r.Changes {
		fmt.Fprintf(w, "\n%s:%d  %s（表格%s）\n", c.File, c.Line, harmless(c.Label), c.At)
		printParagraphs(w, "  现在：", c.Old)
		printParagraphs(w, "  改为：", c.New)
		if c.Note != "" {
			fmt.Fprintf(w, "  说明：%s\n", harmless(c.Note))
		}
	}
	for _, c := range r.Conflicts {
		fmt.Fprintf(w, "\n冲突 %s:%d  %s（表格%s）：导出以后源文件改过，没有采用表格里的\n", c.File, c.Line, harmless(c.Label), c.At)
		printParagraphs(w, "  导出时：", c.Base)
		printParagraphs(w, "  源文件：", c.Source)
		printParagraphs(w, "  表格里：", c.Given)
	}
	for _, a := range r.Additions {
		fmt.Fprintf(w, "\n表格第%d行是增加的任务。建议的 items/%s.md（没有写入；还要写进 dossier.yaml 的 items，已经印发的应另发修改通知）：\n\n%s\n", a.Row, a.ID, harmless(a.Text))
	}
	if len(r.Doubts) > 0 {
		fmt.Fprintf(w, "\n存疑%d处：\n", len(r.Doubts))
	}
	for _, d := range r.Doubts {
		at := d.At
		if at != "" {
			at += "："
		}
		fmt.Fprintf(w, "  %s%s\n", at, harmless(d.Why))
	}
	printForeseen(w, r)
	printOutcome(w, r)
}

// printForeseen tells before anything is written what check will say of it.
func printForeseen(w io.Writer, r adopt.ReviewReport) {
	if r.Written || len(r.Foreseen) == 0 {
		return
	}
	fmt.Fprintf(w, "\n这样改，hongtou check 会新报%d个错误、%d个警告：\n", r.Errors(), len(r.Foreseen)-r.Errors())
	for _, f := range r.Foreseen {
		severity := "警告"
		if f.Error {
			severity = "错误"
		}
		fmt.Fprintf(w, "  %s:%d: %s：%s\n", f.File, f.Line, severity, harmless(f.Message))
		if f.Hint != "" {
			fmt.Fprintf(w, "    提示：%s\n", harmless(f.Hint))
		}
	}
}

func printOutcome(w io.Writer, r adopt.ReviewReport) {
	switch {
	case r.Written:
		fmt.Fprintf(w, "\n已改动%d处，写入%d个文件", len(r.Changes), len(r.Files))
	case r.Errors() > 0:
		fmt.Fprintf(w, "\n将改动%d处，会有错误：请先改表格；一定要写入，加 --write，再按提示改正", len(r.Changes))
	case len(r.Changes) > 0:
		fmt.Fprintf(w, "\n将改动%d处；确认后加 --write 写入", len(r.Changes))
	case len(r.Conflicts)+len(r.Additions)+len(r.Doubts) > 0:
		fmt.Fprint(w, "\n没有可以写入的改动")
	default:
		fmt.Fprint(w, "没有改动")
	}
	if n := len(r.Conflicts); n > 0 {
		fmt.Fprintf(w, "；冲突%d处，没有采用", n)
	}
	fmt.Fprintln(w, "。")
}

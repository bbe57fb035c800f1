package main

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"hongtou/internal/adopt"
	"hongtou/internal/build"
	"hongtou/internal/diag"
	"hongtou/internal/intake"
)

// importing is what the command line of import says.
type importing struct {
	options adopt.Options
	write   bool
	report  string
}

func importCommand(s *shell) *cobra.Command {
	var o importing
	c := &cobra.Command{
		Use:   "import 文件…",
		Short: "把Word、网页、表格、文本变成案卷；读回导出的任务清单",
		Long: "读入别处来的文件（.docx、.html、.xlsx、.csv、.txt），认出通知、方案、任务和修改通知，写成一个新案卷，\n" +
			"并报告认出了什么、哪里存疑、哪些字没有放进案卷。方案和修改通知可以一起导入，次序不论。\n" +
			"文件是 hongtou export 导出的任务清单时，列出改了哪些地方；加 --write 才写入源文件，只改这些地方。",
		Example: "  hongtou import 整改方案.docx\n  hongtou import 方案.txt 修改通知.docx --name jia-shi-2021\n" +
			"  hongtou import 方案.html --dry-run --report 导入报告.txt\n  hongtou import 任务清单.xlsx --write",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misused("如 hongtou import 整改方案.docx", "命令“import”缺少要导入的文件")
			}
			return refuse(c, exchangeFlags)
		},
		Annotations: map[string]string{withoutFlags: exchangeFlags},
		RunE: func(c *cobra.Command, args []string) error {
			o.options.Content = s.options.Content
			return refused(s.importFiles(c, o, args))
		},
	}
	f := c.Flags()
	f.StringVar(&o.options.Name, "name", "", "新案卷的文件夹`名`；不写则取自文件名")
	f.StringVar(&o.options.Encoding, "encoding", "", "文本的`编码`（utf-8、gb18030、gbk、utf-16le、utf-16be、big5）；不写则自动识别")
	f.BoolVar(&o.options.Dry, "dry-run", false, "只报告，不写入")
	f.BoolVar(&o.write, "write", false, "读回任务清单时，把改动写入源文件")
	f.StringVar(&o.report, "report", "", "把报告全文另存为这个`文件`")
	return c
}

func (s *shell) importFiles(c *cobra.Command, o importing, paths []string) error {
	if o.report != "" {
		if err := adopt.Outside(o.options.Content, o.report); err != nil {
			return err
		}
		if err := adopt.Reportable(o.report, paths); err != nil {
			return err
		}
	}
	if e := o.options.Encoding; e != "" && !intake.KnowsEncoding(e) {
		return misused("可用的有："+strings.Join(intake.Encodings(), "、"), "不认识编码“%s”", e)
	}
	files, err := adopt.Read(paths, o.options.Encoding)
	var unreadable *intake.Error
	if errors.As(err, &unreadable) {
		return s.cannotRead(unreadable)
	}
	if err != nil {
		return err
	}
	if table, ok := files.Returned(); ok {
		if err := notWith(c, "读回任务清单", "name", "encoding"); err != nil {
			return err
		}
		return s.review(o, paths[0], table)
	}
	if err := notWith(c, "导入新案卷", "write"); err != nil {
		return err
	}
	report, err := adopt.Import(o.options, files)
	if err != nil {
		return err
	}
	if err := s.saveReport(o, paths, func(w *bytes.Buffer) { printImport(w, report, true) }); err != nil {
		return err
	}
	if s.json {
		err = writeJSON(s.out, report)
	} else {
		printImport(s.out, report, false)
		if report.Folder != "" {
			s.nextSteps(report)
		}
	}
	if err == nil && report.Problem != "" {
		return errContent
	}
	return err
}

// notWith refuses flags that would be without effect.
func notWith(c *cobra.Command, what string, flags ...string) error {
	for _, name := range flags {
		if c.Flags().Changed(name) {
			return misused("运行 hongtou import --help 查看用法", "%s用不着 --%s", what, name)
		}
	}
	return nil
}

func (s *shell) cannotRead(e *intake.Error) error {
	if s.json {
		if err := writeJSON(s.out, map[string]any{"error": e.Error(), "code": e.Code, "hint": e.Hint, "line": e.Line}); err != nil {
			return err
		}
		return errContent
	}
	fmt.Fprintf(s.err, "不能导入：%s\n", harmless(e.Error()))
	if e.Hint != "" {
		fmt.Fprintf(s.err, "提示：%s\n", harmless(e.Hint))
	}
	return errContent
}

// saveReport writes the whole report for people into a file of their own.
func (s *shell) saveReport(o importing, inputs []string, print func(*bytes.Buffer)) error {
	if o.report == "" {
		return nil
	}
	var b bytes.Buffer
	print(&b)
	return adopt.SaveReport(o.options.Content, o.report, inputs, b.Bytes())
}

// nextSteps says what check finds in the new dossier, and what to do.
func (s *shell) nextSteps(r adopt.Report) {
	checked, err := build.Check(s.options)
	if err != nil {
		fmt.Fprintf(s.out, "下一步：运行 hongtou check（现在检查不了：%v）\n", err)
		return
	}
	n, warnings := of(r, checked.Problems.List)
	fmt.Fprintf(s.out, "\n检查：新案卷有 %d 个错误，%d 个警告。\n", n, warnings)
	fmt.Fprintln(s.out, "下一步：")
	steps := []string{"对照原文，看一遍上面存疑和没有放进案卷的地方"}
	if len(r.Units)+len(r.People) > 0 {
		steps = append(steps, "核对 units.yaml 里新登记的单位和人员（名称、类别、依据）")
	}
	if n > 0 {
		steps = append(steps, "运行 hongtou check，照提示改正错误，补上【待填】之处")
	} else {
		steps = append(steps, "运行 hongtou check 查看警告和建议")
	}
	steps = append(steps, "运行 hongtou build 生成全部文件")
	for i, step := range steps {
		fmt.Fprintf(s.out, "  %d. %s\n", i+1, step)
	}
}

// of counts the problems of the new dossier and of the register.
func of(r adopt.Report, list diag.List) (errors, warnings int) {
	register := path.Join(path.Dir(r.Folder), "units.yaml")
	for _, d := range list {
		switch {
		case !strings.HasPrefix(d.At.File, r.Folder+"/") && d.At.File != register:
		case d.Severity == diag.Error:
			errors++
		case d.Severity == diag.Warning:
			warnings++
		}
	}
	return errors, warnings
}

// refused turns a refusal into a wrong command line.
func refused(err error) error {
	var r *adopt.Refusal
	if errors.As(err, &r) {
		return misused(r.Hint, "%s", r.Message)
	}
	return err
}

package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
	"hongtou/internal/inspect"
)

const inspectLong = `读出任何软件制作的PDF，逐条量出它在多大程度上符合GB/T 9704—2012《党政机关公文格式》。

可以写几个文件、文件夹（检查其中全部PDF）和通配符。写出结论、各种结论的项数和不合的各条；加 --verbose 列出全部
条款，--report 的报告也列出全部。每一条有标准的强度（应、一般、推荐、可以；标准没有写、
办文通行的为惯例）、要求、实测值和结论：合、不合、不适用（没有这个要素）、无法由文件证明。对文字的建议只供校对，
不计入结论。首次使用要先准备读取程序，约需几秒。

“应”“一般”的条款有不合，或有文件未能检查，退出码为1；其他条款不合，退出码为0。`

// makingFlags are the flags for making documents, which say nothing to a file
// that is there.
const makingFlags = "as-of content fonts format kind out templates unit"

// inspection is what the flags of inspect say.
type inspection struct {
	report    string
	onlyFails bool
	gaps      bool
	timeout   int
}

func inspectCommand(s *shell) *cobra.Command {
	var i inspection
	c := &cobra.Command{
		Use:   "inspect 文件.pdf…",
		Short: "检查任何PDF是否符合公文格式，指出不合的条款",
		Long:  inspectLong,
		Example: "  hongtou inspect 通知.pdf\n" +
			"  hongtou inspect 通知.pdf --report 检查报告.html   带页面图的报告\n" +
			"  hongtou inspect out --report 检查报告             检查文件夹中全部PDF，每个文件一份报告，另有总表\n" +
			"  hongtou inspect *.pdf --only-failures",
		Annotations: map[string]string{withoutFlags: makingFlags},
		Args:        i.args,
		RunE:        func(c *cobra.Command, names []string) error { return i.run(c, s, names) },
	}
	f := c.Flags()
	f.StringVar(&i.report, "report", "", "把报告写成网页的`文件或文件夹`；写文件夹（.为当前文件夹）则名为“文件名·版式检查报告.html”")
	f.BoolVar(&i.onlyFails, "only-failures", false, "只列不合的条款")
	f.BoolVar(&i.gaps, "gaps", false, "列出任何文件都不能证明的各项")
	f.IntVar(&i.timeout, "timeout", 0, "每个文件最多用的`秒`数，读取、检查、画页面图都在内；不写则按大小，每1 MB为20，至少8，至多60，读出、画出一页另加一点")
	return c
}

func (i *inspection) args(c *cobra.Command, names []string) error {
	for _, name := range strings.Fields(makingFlags) {
		if c.Flags().Changed(name) {
			return misused("检查PDF不读案卷；要检查的文件和文件夹直接写在inspect后面", "检查PDF用不着 --%s", name)
		}
	}
	switch {
	case len(names) == 0:
		return misused("如 hongtou inspect 通知.pdf", "没有写明检查哪个文件")
	case c.Flags().Changed("timeout") && i.timeout <= 0:
		return misused("如 --timeout 30", "--timeout 应大于 0")
	case c.Flags().Changed("report") && i.report == "":
		return misused("如 --report 检查报告.html；写 --report . 则放在当前文件夹", "--report 后面没有文件名")
	case strings.HasSuffix(strings.ToLower(i.report), ".pdf"):
		return misused("--report 后面先写报告的文件名或文件夹，如 --report . "+i.report, "--report 的“%s”是PDF文件", harmless(i.report))
	case i.report != "" && isOtherFile(i.report):
		return misused("写以.html结尾的文件名，或者文件夹", "--report 的“%s”是已有的文件，不是网页，也不是文件夹", harmless(i.report))
	}
	return nil
}

// isOtherFile says whether a file stands there that is neither a folder nor,
// going by its name, a page.
func isOtherFile(path string) bool {
	info, err := os.Stat(path)
	ext := strings.ToLower(filepath.Ext(path))
	return err == nil && !info.IsDir() && ext != ".html" && ext != ".htm"
}

func (i *inspection) run(c *cobra.Command, s *shell, names []string) error {
	targets := inspect.Find(names)
	options := inspect.Options{Jobs: s.options.Jobs, Time: time.Duration(i.timeout) * time.Second}
	var saver *inspect.Saver
	if i.report != "" {
		var err error
		if saver, err = i.saver(targets); err != nil {
			return err
		}
		options.Pictures, options.Each = true, saver.Each
	}
	p := newProgress(s.err, s.json || !isTerminal(s.err))
	p.Stage("检查", len(targets))
	options.Progress = func(_, _ int, path string) { p.Step(harmless(path)) }
	report, err := inspect.Files(c.Context(), targets, options)
	if err == nil {
		p.Done()
	}
	p.Close()
	if err != nil {
		return err
	}
	return i.finish(s, report, saver)
}

func (i *inspection) saver(targets []inspect.Target) (*inspect.Saver, error) {
	saver, err := inspect.NewSaver(targets, i.report, "hongtou "+build.Version)
	switch {
	case errors.Is(err, inspect.ErrForeign):
		return nil, misused("报告不覆盖别的文件", "%v", err)
	case errors.Is(err, inspect.ErrSeveral):
		return nil, misused("如 --report 检查报告，报告放在这个文件夹里", "%v", err)
	}
	return saver, err
}

// finish prints what was found. A mistake of ours outweighs what files have
// against them.
func (i *inspection) finish(s *shell, report inspect.Report, saver *inspect.Saver) error {
	first := ""
	if saver != nil {
		var err error
		if first, err = saver.Finish(report); err != nil {
			return err
		}
	}
	if err := i.print(s, report, first); err != nil {
		return err
	}
	for _, f := range report.Files {
		if f.Problem.Ours() {
			return errors.New(f.Problem.Message)
		}
	}
	if !report.Passes() {
		return errContent
	}
	return nil
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hongtou/internal/measure"
	"hongtou/internal/synthetic"
)

const benchLong = `按 content/ 中的案卷生成各种大小的样本案卷（单位、人员都是编造的名称），逐个生成文件，量出所用的时间和内存。

每一轮都在新的进程中从头生成，启动也算在内；表中一列是一种大小，是各轮的中位数。处理器时间是各个核所用
时间之和；“再次生成”不含启动，接着在同一进程中生成；“动手制作之前”是启动、打开字体和模板、读取与检查、排定要做的
文件，单位很少时占比大。几倍是与单位数写在最前面的一种相比。样本放在临时文件夹，结束后删除，--write 可以留下。`

// bench is what its flags say.
type bench struct {
	units, items  []int
	notices       int
	rounds, again int
	write         string
}

// Flags of other verbs that say nothing here.
const notBench = "out as-of unit verbose"

func benchCommand(s *shell) *cobra.Command {
	var b bench
	c := &cobra.Command{
		Use:         "bench",
		Short:       "生成样本案卷，量出生成文件的速度和内存",
		Long:        benchLong,
		Example:     "  hongtou bench --units 60,600 --kind taskbook --format pdf\n  hongtou bench --units 5000 --kind ledger --rounds 1",
		Annotations: map[string]string{withoutFlags: notBench},
		Args:        b.args,
		RunE:        func(*cobra.Command, []string) error { return b.run(s) },
	}
	f := c.Flags()
	f.IntSliceVar(&b.units, "units", []int{20, 60}, "样本的单位`数`，可写几个，以逗号隔开")
	f.IntSliceVar(&b.items, "items", []int{17}, "样本的整改项`数`，可写几个，以逗号隔开")
	f.IntVar(&b.notices, "amendments", 0, "样本的修改通知`份数`")
	f.IntVar(&b.rounds, "rounds", 5, "每种大小量几`轮`")
	f.IntVar(&b.again, "warm", 2, "另在一个进程中再生成几`次`，量不含启动的时间；0 为不量")
	f.BoolVar(&s.options.Fast, "fast", false, "量更快、PDF 略大的生成方式")
	f.StringVar(&b.write, "write", "", "样本和成品留在这个`文件夹`，须是空的或还没有的")
	return c
}

func (b *bench) args(c *cobra.Command, args []string) error {
	for _, name := range strings.Fields(notBench) {
		if f := c.Flags().Lookup(name); f != nil && f.Changed {
			return misused("运行 hongtou bench --help 查看可用的选项", "bench 不用选项“--%s”", name)
		}
	}
	if b.rounds < 1 || b.again < 0 {
		return misused("写1至100的数", "--rounds 不能小于1，--warm 不能小于0")
	}
	return noArgs(c, args)
}

// benchLine is one size measured.
type benchLine struct {
	Units int           `json:"units"`
	Items int           `json:"items"`
	Cold  measure.Round `json:"cold"` // median of the rounds
	measure.Made
	Warm   time.Duration   `json:"warm_ns"` // median; 0 = not measured
	Rounds []measure.Round `json:"rounds"`
}

func (b *bench) run(s *shell) error {
	folder, done, err := b.folder()
	if err != nil {
		return err
	}
	defer done()
	var lines []benchLine
	for _, items := range b.items {
		for _, units := range b.units {
			line, err := b.line(s, folder, synthetic.Spec{Items: items, Units: units, Amendments: b.notices})
			if err != nil {
				return err
			}
			lines = append(lines, line)
		}
	}
	if s.json {
		return writeJSON(s.out, lines)
	}
	printBench(s.out, lines)
	return nil
}

// folder gives the folder of the samples, and what is to be done with it in the
// end.
func (b *bench) folder() (string, func(), error) {
	if b.write == "" {
		dir, err := os.MkdirTemp("", "hongtou-bench-")
		return dir, func() { os.RemoveAll(dir) }, err
	}
	if entries, err := os.ReadDir(b.write); err == nil && len(entries) > 0 {
		return "", nil, misused("换一个文件夹，或先清空它", "“%s”不是空的", b.write)
	}
	return b.write, func() {}, nil
}

// line measures one size.
func (b *bench) line(s *shell, folder string, size synthetic.Spec) (benchLine, error) {
	out := benchLine{Units: size.Units, Items: size.Items}
	files, err := synthetic.Generate(os.DirFS(s.options.Content), size)
	if err != nil {
		return out, misused("用 --content 指明作样本的案卷所在的文件夹", "%v", err)
	}
	folder = filepath.Join(folder, fmt.Sprintf("%d-%d", size.Units, size.Items))
	content, made := filepath.Join(folder, "content"), filepath.Join(folder, "out")
	if err := writeFiles(content, files); err != nil {
		return out, err
	}
	args := append(roundArgs(s), "--content", content)
	for range b.rounds {
		if err := os.RemoveAll(made); err != nil {
			return out, err
		}
		r, err := measure.Run(time.Now, append(args, "--out", made)...)
		if err != nil {
			return out, fmt.Errorf("%d个单位：%w", size.Units, err)
		}
		out.Rounds = append(out.Rounds, r)
	}
	out.Cold = measure.Median(out.Rounds)
	if out.Made, err = measure.Count(made, "manifest.json"); err != nil || b.again == 0 {
		return out, err
	}
	r, err := measure.Run(time.Now, append(args, "--out", made+"-warm", "--again", strconv.Itoa(b.again))...)
	out.Warm = measure.Middle(r.Warm, func(d time.Duration) time.Duration { return d })
	return out, err
}

func writeFiles(folder string, files map[string][]byte) error {
	for path, data := range files {
		full := filepath.Join(folder, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(full, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

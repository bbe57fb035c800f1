package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

// start runs the program. On Windows a program that the file explorer starts
// gets a window that closes with it: without arguments (a double-click) it
// explains itself and does nothing else; with arguments (a file dropped onto
// it, a command typed into the address bar) it runs; and both times it waits
// before the window goes.
func start(args []string, byExplorer bool, in io.Reader, out io.Writer, run func() int) int {
	cobra.MousetrapHelpText = "" // ours is Chinese and lets commands run
	if !byExplorer {
		return run()
	}
	code := 0
	if len(args) == 0 {
		fmt.Fprint(out, explanation(isFolder("content")))
	} else {
		code = run()
	}
	fmt.Fprint(out, "\n按回车键关闭这个窗口。")
	_, _ = bufio.NewReader(in).ReadString('\n') // however it ends, the window may go
	return code
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// explanation is what a double-click shows; ready says whether the folder holds
// content.
func explanation(ready bool) string {
	here := "现在所在的文件夹里没有 content 文件夹：请把 hongtou.exe 移到有 content 的工作文件夹。\n" +
		"还没有内容的，新建一个工作文件夹，从 hongtou new 或 hongtou import 做起（见下）。"
	if ready {
		here = "现在所在的文件夹里有 content 文件夹：可以从下面的第 2 步做起。"
	}
	return fmt.Sprintf(`红头 %s：把写好的方案做成公文（印发通知、措施清单、任务书、验收表等）。

这是命令行程序，双击只显示这段说明，没有读写任何文件。

%s

使用步骤：
1. 把 hongtou.exe 放进工作文件夹，就是里面有 content 文件夹的那一个。
2. 打开这个文件夹，单击窗口上方的地址栏，输入 cmd，按回车键。
3. 在打开的黑色窗口里输入一条命令，按回车键：

   hongtou new zhenggai-2026    写出一个带说明的案卷，照着改成自己的
   hongtou import 方案.docx      把 Word、网页、表格、文本变成案卷
   hongtou check                检查内容，不生成文件
   hongtou build                检查并生成，成品在 out 文件夹
   hongtou help                 查看全部命令
`, build.Version, here)
}

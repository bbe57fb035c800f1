package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// createFile puts a new file into a folder of the content; slash-separated
// inside. It never replaces one, and never leaves half of one: the name is
// taken first, then the finished file is renamed onto it.
func createFile(content, inside, text string) error {
	root, err := os.OpenRoot(content)
	if err != nil {
		return fmt.Errorf("打开内容文件夹：%w", err)
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(inside), 0o755); err != nil {
		return fmt.Errorf("建立文件夹“%s”：%w", path.Dir(inside), err)
	}
	taken, err := root.OpenFile(inside, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return misused("另写日期；同日第二份另存为“日期-2.md”", "“%s”已经存在，没有改动它", inside)
	}
	if err != nil {
		return fmt.Errorf("写入“%s”：%w", inside, err)
	}
	taken.Close()
	part := path.Join(path.Dir(inside), "."+path.Base(inside)+".part") // load passes over names with a dot
	err = root.WriteFile(part, []byte(text), 0o644)
	if err == nil {
		err = root.Rename(part, inside)
	}
	if err != nil {
		_ = root.Remove(part)
		_ = root.Remove(inside)
		return fmt.Errorf("写入“%s”：%w", inside, err)
	}
	return nil
}

package adopt

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"hongtou/internal/transcribe"
)

const register = "units.yaml"

// place writes a dossier into the content: first beside it under a name that
// load passes over, then, complete, under its own. The register follows; when
// it cannot be written the dossier is taken back.
func place(content, name string, r transcribe.Result, known []byte, report *Report) error {
	if err := os.MkdirAll(content, 0o755); err != nil {
		return fmt.Errorf("建立内容文件夹：%w", err)
	}
	root, err := os.OpenRoot(content)
	if err != nil {
		return fmt.Errorf("打开内容文件夹：%w", err)
	}
	defer root.Close()
	stage := "." + name + partSuffix
	if err := root.RemoveAll(stage); err != nil {
		return fmt.Errorf("清除上次没有写完的文件：%w", err)
	}
	if err := stageFiles(root, stage, r.Files); err != nil {
		return errors.Join(err, root.RemoveAll(stage))
	}
	if _, err := root.Lstat(name); err == nil {
		return errors.Join(refuse("用 --name 另取一个名字", "案卷“%s”已经存在，没有改动它", name), root.RemoveAll(stage))
	}
	if err := root.Rename(stage, name); err != nil {
		return errors.Join(fmt.Errorf("写入“%s”：%w", name, err), root.RemoveAll(stage))
	}
	changed, err := placeRegister(content, root, r.Units, known)
	if err != nil {
		return errors.Join(err, root.RemoveAll(name))
	}
	report.wrote(content, name, r, changed)
	return nil
}

func stageFiles(root *os.Root, stage string, files map[string][]byte) error {
	for _, p := range slices.Sorted(maps.Keys(files)) {
		target := path.Join(stage, p)
		if err := root.MkdirAll(filepath.FromSlash(path.Dir(target)), 0o755); err != nil {
			return fmt.Errorf("建立文件夹“%s”：%w", path.Dir(p), err)
		}
		if err := writeSynced(root, filepath.FromSlash(target), files[p], 0o644); err != nil {
			return fmt.Errorf("写入“%s”：%w", p, err)
		}
	}
	return nil
}

// placeRegister writes units.yaml when it has become another.
func placeRegister(content string, root *os.Root, units, known []byte) (changed bool, err error) {
	switch {
	case len(units) == 0 || bytes.Equal(units, known):
		return false, nil
	case known != nil:
		return true, replaceFiles(content, map[string][]byte{register: known}, map[string][]byte{register: units})
	}
	part := "." + register + partSuffix
	if err := writeSynced(root, part, units, 0o644); err != nil {
		return false, fmt.Errorf("写入“%s”：%w", register, err)
	}
	if err := root.Rename(part, register); err != nil {
		return false, fmt.Errorf("写入“%s”：%w", register, err)
	}
	return true, nil
}

package starter

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
)

const registerFile = "units.yaml"

// Refusal is a request that cannot be carried out; nothing was written.
type Refusal struct {
	Message string // Chinese, one line
	Hint    string // Chinese next step
}

// Error gives the message without the hint.
func (r *Refusal) Error() string { return r.Message }

// Placed tells what Place did.
type Placed struct {
	Files []string `json:"files"` // written, by path inside the content folder
	Added []string `json:"added"` // names that were added to the register that was there
}

var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// Place writes a dossier of a name into a content folder, which it makes if need
// be, and adds to the register there what the dossier needs. It never replaces
// a dossier; the register keeps every character it has.
func Place(content, name string, f Files) (Placed, error) {
	if !nameForm.MatchString(name) {
		return Placed{}, &Refusal{fmt.Sprintf("“%s”不能作案卷名", name), "用小写拼音、数字和连字符，如 zhenggai-2026"}
	}
	if err := os.MkdirAll(content, 0o755); err != nil {
		return Placed{}, fmt.Errorf("建立内容文件夹：%w", err)
	}
	root, err := os.OpenRoot(content)
	if err != nil {
		return Placed{}, fmt.Errorf("打开内容文件夹：%w", err)
	}
	defer root.Close()
	if _, err := root.Lstat(name); err == nil {
		return Placed{}, &Refusal{fmt.Sprintf("案卷“%s”已经存在，没有改动它", name), "另取一个名字"}
	}
	units, added, err := registerWith(root, f.Units)
	if err != nil {
		return Placed{}, err
	}
	stage := "." + name + ".part" // load passes over names with a dot
	written, err := writeStage(root, stage, f)
	if err == nil {
		err = root.Rename(stage, name)
	}
	if err != nil {
		return Placed{}, errors.Join(fmt.Errorf("写入“%s”：%w", name, err), root.RemoveAll(stage))
	}
	out := Placed{Added: added}
	for _, p := range written {
		out.Files = append(out.Files, name+"/"+p)
	}
	if units != nil {
		if err := replace(root, units); err != nil {
			return Placed{}, errors.Join(err, root.RemoveAll(name))
		}
		out.Files = append(out.Files, registerFile)
	}
	return out, nil
}

// registerWith gives the register as it will be; nil when it stays.
func registerWith(root *os.Root, own []byte) (units []byte, added []string, err error) {
	known, err := root.ReadFile(registerFile)
	if errors.Is(err, fs.ErrNotExist) {
		return own, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("读取“%s”：%w", registerFile, err)
	}
	merged, added, ok := Merge(string(known), string(own))
	switch {
	case !ok:
		return nil, nil, &Refusal{"units.yaml的写法与手册不同，不能添上新案卷的单位", "照手册第四章，一个键写一行，再运行一次"}
	case len(added) == 0:
		return nil, nil, nil
	}
	return []byte(merged), added, nil
}

func writeStage(root *os.Root, stage string, f Files) ([]string, error) {
	if err := root.RemoveAll(stage); err != nil { // of a run that was cut short
		return nil, err
	}
	paths := slices.Sorted(maps.Keys(f.Dossier))
	for _, p := range paths {
		target := path.Join(stage, p)
		if err := root.MkdirAll(filepath.FromSlash(path.Dir(target)), 0o755); err != nil {
			return nil, err
		}
		if err := root.WriteFile(filepath.FromSlash(target), f.Dossier[p], 0o644); err != nil {
			return nil, err
		}
	}
	return paths, nil
}

// replace puts the finished register in the place of the one that is there.
func replace(root *os.Root, units []byte) error {
	part := "." + registerFile + ".part"
	err := root.WriteFile(part, units, 0o644)
	if err == nil {
		err = root.Rename(part, registerFile)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("写入“%s”：%w", registerFile, err), root.Remove(part))
	}
	return nil
}

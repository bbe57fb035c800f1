//go:build unix

package hostile

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// unit renames the unit 市丙局, after which files are named.
func unit(name string) func(p place) {
	return func(p place) {
		for _, f := range []string{units, item, item2} {
			if strings.Contains(p.read(f), "市丙局") {
				p.replace(f, "市丙局", name)
			}
		}
	}
}

// folder renames the dossier's folder, after which all is named.
func folder(name string) func(p place) {
	return func(p place) { p.must(os.Rename(p.path("content/mini"), filepath.Join(p.path("content"), name))) }
}

var nameAttacks = []attack{
	{"unit that leaves the folder", unit("../../甲"), 1, []string{"units.yaml", "/"}},
	{"unit with a slash", unit("甲/乙局"), 1, []string{"units.yaml"}},
	{"unit with a backslash", unit(`甲\乙局`), 1, []string{"units.yaml"}},
	{"unit of dots", unit(".."), 1, []string{"units.yaml"}},
	{"unit named as a device", unit("CON"), 1, []string{"units.yaml", "保留"}},
	{"unit with a dot at the end", unit("市丙局."), 1, []string{"half-width", "01.md:13"}},
	{"unit with a drive", unit("C:市丙局"), 1, []string{"units.yaml"}},
	{"unit with a long name", unit(strings.Repeat("市", 500)), 1, []string{"units.yaml"}},
	{"unit with another's name", unit("市丁局"), 1, []string{"units.yaml"}},
	{"units that differ in case", func(p place) {
		unit("Abc局")(p)
		p.replace(units, "市丁局", "aBC局")
		p.replace(item2, "市丁局", "aBC局")
	}, 1, []string{"units.yaml"}},
	{"units that differ in normal form", func(p place) {
		unit("caf\u00e9局")(p)
		p.replace(units, "市丁局", "cafe\u0301局")
		p.replace(item2, "市丁局", "cafe\u0301局")
	}, 1, []string{"units.yaml"}},
	{"dossier named as a device", folder("CON"), 1, []string{"CON", "保留"}},
	{"dossier with a dot at the end", folder("mini."), 1, []string{"mini."}},
	{"dossier with a direction mark", folder("mini\u202Efdp"), 1, []string{"U+202E"}},
	{"dossier with a long name", folder(strings.Repeat("m", 250)), 1, []string{"超过120个字符"}},
	{"dossier with a line end", folder("mi\nni"), 1, []string{"不能用于文件名"}},
	{"dossier with colours", folder("mi\x1b[31mni"), 1, []string{"不能用于文件名"}},
	{"dossier without UTF-8", folder("mi\xffni"), 1, []string{"UTF-8"}},
	{"dossier named as the website", folder("site"), 1, []string{"site"}},
	{"dossier named as the manifest", folder("manifest.json"), 1, []string{"path-collision", "manifest.json", "是程序自用的名称"}},
	{"dossier named as the staging folder", folder(".hongtou-staging"), 1, []string{"没有案卷"}},
	{"dossiers that differ in case", func(p place) {
		p.must(os.CopyFS(p.path("content/MINI"), os.DirFS(p.path("content/mini"))))
	}, 1, []string{"MINI"}},
	{"item that leaves the folder", swaps(main, `"01"`, `"../../../etc/passwd"`), 1, []string{"bad-id", "dossier.yaml"}},
	{"seal that leaves the folder", swaps(main, "  date: 2021年3月5日", "  sealing: seal\n  seals: [{file: ../../../etc/passwd.png, size: 42×42, alt: 印章}]\n  date: 2021年3月5日"), 1, []string{"bad-picture", "dossier.yaml"}},
	{"path of the website that leaves it", adds(main, "web:\n  path: ../../x\n"), 1, []string{"dossier.yaml"}},
}

func TestNames(t *testing.T) {
	for _, a := range nameAttacks {
		t.Run(a.name, a.run)
	}
}

var fileAttacks = []attack{
	{"file as a link", func(p place) {
		p.must(os.Remove(p.path(plan)))
		p.must(os.Symlink("/etc/passwd", p.path(plan)))
	}, 1, []string{"symlink", "plan.md"}},
	{"folder as a link to itself", func(p place) { p.must(os.Symlink(".", p.path("content/mini/again"))) }, 1, []string{"symlink", "again"}},
	{"link without end", func(p place) { p.must(os.Symlink("loop", p.path("content/mini/loop"))) }, 1, []string{"symlink", "loop"}},
	{"link to an endless file", func(p place) { p.must(os.Symlink("/dev/zero", p.path("content/mini/items/03.md"))) }, 1, []string{"symlink", "03.md"}},
	{"pipe", func(p place) { p.must(syscall.Mkfifo(p.path("content/mini/items/03.md"), 0o644)) }, 1, []string{"not-regular", "03.md"}},
	{"pipe as a picture", func(p place) {
		p.must(syscall.Mkfifo(p.path("content/mini/seal.png"), 0o644))
		swaps(main, "  date: 2021年3月5日", "  sealing: seal\n  seals: [{file: seal.png, size: 42×42, alt: 印章}]\n  date: 2021年3月5日")(p)
	}, 1, []string{"bad-picture", "dossier.yaml"}},
	{"pipe as the content folder", func(p place) {
		p.must(os.RemoveAll(p.path("content")))
		p.must(syscall.Mkfifo(p.path("content"), 0o644))
	}, 2, []string{"“content”不是文件夹"}},
	{"file as the content folder", func(p place) {
		p.must(os.RemoveAll(p.path("content")))
		p.write("content", "甲")
	}, 2, []string{"“content”不是文件夹"}},
	{"folder as a file", func(p place) {
		p.must(os.Remove(p.path(plan)))
		p.must(os.Mkdir(p.path(plan), 0o755))
	}, 1, []string{"plan.md"}},
	{"gigabyte of nothing", func(p place) { p.must(os.Truncate(p.path(plan), 1<<30)) }, 1, []string{"file-too-large", "plan.md:1:1"}},
	{"terabyte of nothing", func(p place) {
		if err := os.Truncate(p.path(plan), 1<<40); err != nil {
			p.Skip("this disk has no such files")
		}
	}, 1, []string{"file-too-large", "plan.md:1:1"}},
	{"eight megabytes of nothing", func(p place) { p.must(os.Truncate(p.path(plan), 8<<20)) }, 1, []string{"control-char", "plan.md"}},
	{"100,000 files", func(p place) {
		for i := range 100_000 {
			p.must(os.WriteFile(filepath.Join(p.path("content/mini/items"), fmt.Sprintf("x%d.md", i)), nil, 0o644))
		}
	}, 1, []string{"too-many-files", "items/x"}},
	{"100,000 hidden files", func(p place) {
		for i := range 100_000 {
			p.must(os.WriteFile(filepath.Join(p.path("content/mini/items"), fmt.Sprintf(".x%d", i)), nil, 0o644))
		}
	}, 0, nil},
	{"20,000 folders", func(p place) {
		for i := range 20_000 {
			p.must(os.Mkdir(filepath.Join(p.path("content"), fmt.Sprintf("x%d", i)), 0o755))
		}
	}, 0, nil},
	{"1,500 pictures of noughts", func(p place) {
		for i := range 1_500 {
			p.write(fmt.Sprintf("content/mini/%d.png", i), "")
			p.must(os.Truncate(p.path(fmt.Sprintf("content/mini/%d.png", i)), 2<<20))
		}
	}, 0, []string{"unknown-file"}},
	{"900 folders deep", func(p place) {
		name := "content/mini"
		for range 900 {
			name += "/x"
		}
		p.must(os.MkdirAll(p.path(name), 0o755))
		p.write(name+"/a.md", "甲")
	}, 1, []string{"a.md"}},
}

func TestFiles(t *testing.T) {
	for _, a := range fileAttacks {
		t.Run(a.name, a.run)
	}
}

// TestDevices wants rights that only root has.
func TestDevices(t *testing.T) {
	p := newPlace(t)
	const zero = 1<<8 | 5
	if err := syscall.Mknod(p.path("content/mini/items/03.md"), syscall.S_IFCHR|0o644, zero); err != nil {
		t.Skip("no right to make devices: ", err)
	}
	p.mustEnd(1, []string{"not-regular", "03.md"})
}

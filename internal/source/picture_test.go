package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPictures: none of them stops a run, whether it is read or not; Refused
// says why it is not.
func TestPictures(t *testing.T) {
	limits := DefaultLimits
	limits.PictureBytes, limits.PicturesBytes, limits.TotalBytes = 2<<20, 3<<20, 9
	file := func(n int) *fstest.MapFile { return &fstest.MapFile{Data: make([]byte, n)} }
	files, list := Read(fstest.MapFS{
		"a/A.PNG": file(9), "a/b.Jpg": file(2 << 20), "a/c.jpeg": file(2<<20 + 1), "a/d.jpg": file(1 << 20), "a/e.gif": file(9),
		"a/pipe.png": {Mode: os.ModeNamedPipe}, "z.md": {Data: []byte("甲\n")},
	}, "content", limits)
	if len(list) > 0 || files.File("z.md") == nil {
		t.Errorf("pictures stop the run: %v", list)
	}
	for name, want := range map[string]string{
		"a/A.PNG": "", "a/b.Jpg": "", "a/c.jpeg": "2.0 MB，超过2 MB", "a/d.jpg": "合计超过3 MB", "a/e.gif": "-", "a/none.png": "-", "a/pipe.png": "不是普通文件",
	} {
		_, ok := files.Picture(name)
		why := files.Refused(name)
		if ok != (want == "") || (why != "") != (len(want) > 1) || want != "-" && !strings.Contains(why, want) {
			t.Errorf("%s: read %v, refused %q", name, ok, why)
		}
	}
	if n := len(files.Others()); n != 6 {
		t.Errorf("%d others", n)
	}
}

func TestLinkedPicture(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("nowhere.png", filepath.Join(dir, "a.png")); err != nil {
		t.Fatal(err)
	}
	files, list, err := Open(dir)
	if err != nil || len(list) != 1 || list[0].Code != "symlink" || files.Refused("a.png") == "" {
		t.Errorf("%v %v %q", err, list, files.Refused("a.png"))
	}
}

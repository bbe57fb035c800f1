// Package officefonts gives office programs the faces that workbooks name and
// cannot carry.
package officefonts

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hongtou/fonts"
)

// Use lets LibreOffice, for the rest of a test, know the embedded faces under
// the names that our workbooks write, and no others: a machine without Chinese
// fonts prints as one with them.
func Use(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	names := map[string]string{"HongtouSong": "宋体", "HongtouHei": "黑体", "HongtouKai": "楷体", "HongtouBiaoSong": "方正小标宋简体", "HongtouFangSong": "仿宋"}
	var rules strings.Builder
	for _, f := range fonts.Faces() {
		name, wanted := names[f.Name]
		if !wanted || f.Data == nil {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, f.Name+".ttf"), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&rules, `<match target="scan"><test name="file" compare="contains"><string>%s</string></test>`+
			`<edit name="family" mode="assign"><string>%s</string></edit></match>`, f.Name, name)
	}
	conf := filepath.Join(dir, "fonts.conf")
	text := `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>` + dir + `</dir><cachedir>` + dir + `/cache</cachedir>` + rules.String() + `</fontconfig>`
	if err := os.WriteFile(conf, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("FONTCONFIG_FILE", conf)
}

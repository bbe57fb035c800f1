package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed 说明.txt
var instructions string

// explanation is the text that a user reads first; Notepad of Windows knows it
// by its mark as UTF-8.
func explanation(system, version string) file {
	text := strings.ReplaceAll(instructions, "{版本}", version)
	if system == "windows" {
		text = "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
	}
	return file{"说明.txt", []byte(text), 0o644}
}

// companions are the files that every archive holds beside the program: the
// manuals, an example, the licences, and the scripts for shells.
func companions(tool string) ([]file, error) {
	list, err := output(exec.Command("git", "ls-files", "-z", "--", "README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE", "NOTICE",
		"docs", "content", "fonts/licenses", "fonts/PROVENANCE.md"))
	if err != nil {
		return nil, err
	}
	var out []file
	for _, name := range strings.Split(strings.Trim(list, "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			return nil, err
		}
		out = append(out, file{placed(name), data, 0o644})
	}
	libraries, err := libraryLicences()
	if err != nil {
		return nil, err
	}
	out = append(out, file{"licenses/libraries.txt", libraries, 0o644})
	for shell, name := range map[string]string{"bash": "hongtou.bash", "zsh": "_hongtou", "fish": "hongtou.fish", "powershell": "hongtou.ps1"} {
		script, err := output(exec.Command(tool, "completion", shell))
		if err != nil {
			return nil, err
		}
		out = append(out, file{"completions/" + name, []byte(script), 0o644})
	}
	return out, nil
}

// placed is where a file of the repository stands in an archive. The links of
// the READMEs hold; the content is an example and must not be taken for the
// user's own.
func placed(name string) string {
	if rest, ok := strings.CutPrefix(name, "content/"); ok {
		return "示例/content/" + rest
	}
	return name
}

// libraryLicences puts the licences of Go and of every module that is linked
// into the program on any platform behind one another, as they ask for.
func libraryLicences() ([]byte, error) {
	folders := map[string]string{}
	for _, p := range platforms {
		system, processor, _ := strings.Cut(p, "/")
		if err := linked(system, processor, folders); err != nil {
			return nil, err
		}
	}
	root, err := output(exec.Command("go", "env", "GOROOT"))
	if err != nil {
		return nil, err
	}
	folders["Go"] = strings.TrimSpace(root)
	var b strings.Builder
	var names []string
	for name := range folders {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		text, err := licence(folders[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(&b, "==== %s\n\n%s\n\n", name, text)
	}
	return []byte(b.String()), nil
}

// linked adds the folders of the modules that a platform's program holds.
func linked(system, processor string, folders map[string]string) error {
	text, err := output(goFor(system, processor, "list", "-deps", "-json=Module", "./cmd/hongtou"))
	if err != nil {
		return err
	}
	for dec := json.NewDecoder(strings.NewReader(text)); ; {
		var p struct {
			Module *struct {
				Path, Version, Dir string
				Main               bool
			}
		}
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("go list: %w", err)
		}
		if m := p.Module; m != nil && !m.Main {
			folders[m.Path+" "+m.Version] = m.Dir
		}
	}
}

// licence is the text of every licence and notice at the top of a module.
func licence(folder string) (string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", err
	}
	var texts []string
	for _, e := range entries {
		name := strings.ToUpper(strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
		if e.IsDir() || !slices.Contains([]string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "PATENTS"}, strings.SplitN(name, "-", 2)[0]) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return "", err
		}
		texts = append(texts, strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n")))
	}
	if len(texts) == 0 {
		return "", errors.New("no licence found")
	}
	return strings.Join(texts, "\n\n"), nil
}

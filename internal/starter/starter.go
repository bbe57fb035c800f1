// Package starter holds dossiers to begin with: a commented skeleton, and
// complete samples of plans of different structure. Name in, files of a content
// folder out; Place puts them into one. Every name and text in them is
// invented.
package starter

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed skeleton rectification task-division
var files embed.FS

// Sample is a complete dossier that a new one can be made like.
type Sample struct {
	Name   string // task-division
	Title  string // Chinese, for people
	About  string // what is particular about it
	folder string // of its dossier
}

// Samples lists the samples.
func Samples() []Sample {
	return []Sample{
		{"rectification", "整改方案", "责任领导、责任人员、督导单位齐全，印发后修改过两次", "zhenggai-2021"},
		{"task-division", "任务分工方案", "牵头单位、配合单位，市、县、乡三级，信函格式，各项用“1.”编号", "luwang-2023"},
	}
}

// Files are a content folder with one dossier.
type Files struct {
	Units   []byte            // units.yaml
	Dossier map[string][]byte // files of the dossier, by path inside its folder
}

// Skeleton gives a small dossier that explains every key and builds at once.
func Skeleton() Files { return read("skeleton", "NAME") }

// Like gives the files of a sample by its name or title; false when there is
// none.
func Like(name string) (Files, bool) {
	for _, s := range Samples() {
		if name == s.Name || name == s.Title {
			return read(s.Name, s.folder), true
		}
	}
	return Files{}, false
}

// read reads what is embedded under a folder.
func read(folder, dossier string) Files {
	out := Files{Dossier: map[string][]byte{}}
	err := fs.WalkDir(files, folder, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := files.ReadFile(p)
		if inside, ok := strings.CutPrefix(p, folder+"/"+dossier+"/"); ok {
			out.Dossier[inside] = data
		} else if p == folder+"/units.yaml" {
			out.Units = data
		}
		return err
	})
	if err != nil {
		panic(fmt.Sprintf("starter: %v", err)) // cannot be: the files are part of the program
	}
	return out
}

package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
)

// journal is everything one publication does to the visible part of out/, in
// this order: removals, then puts, the manifest last. Every step can be done
// again, and taken back, from any state a kill may leave.
type journal struct {
	Version int       `json:"version"`
	Removes []removal `json:"removes"`
	Puts    []put     `json:"puts"`
}

// removal takes a stale file away if it is still what we wrote.
type removal struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Old    string `json:"old"` // where it goes until all is done
}

// put moves a staged file to its place.
type put struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Staged string `json:"staged"`
	Old    string `json:"old"`           // second name of the file it replaces
	Was    string `json:"was,omitempty"` // sum of what may be replaced without a trace

	was stamp // of a file that has this sum, if that was known without reading it; not written down, so that who finishes a killed run reads
}

// writeJournal is the point from which the publication will be finished.
func (d *disk) writeJournal(j journal) error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	if err := d.write(journalName+".part", data); err != nil {
		return err
	}
	if err := d.rename(journalName+".part", journalName); err != nil {
		return err
	}
	return d.sync(stagingDir)
}

func (d *disk) readJournal() (journal, error) {
	data, err := d.root.ReadFile(journalName)
	if err != nil {
		return journal{}, d.explain(journalName, err)
	}
	var j journal
	if json.Unmarshal(data, &j) != nil {
		return journal{}, d.refuse(journalName, "已损坏"+journalRemedy)
	}
	if err := j.check(); err != nil {
		return j, d.refuse(journalName, "不能使用："+err.Error()+journalRemedy)
	}
	return j, nil
}

// journalRemedy is the next step when the journal cannot be followed.
const journalRemedy = "，上次中断的写入无法接着完成；请将整个输出文件夹改名保存，再重新运行"

// check distrusts the journal as any file: it may name only files in out/ and
// in the staging folder.
func (j journal) check() error {
	if j.Version != manifestVersion {
		return errors.New("由其他版本的程序所写，可用该版本重新运行")
	}
	var staged, public []string
	for _, r := range j.Removes {
		staged, public = append(staged, r.Old), append(public, r.Path)
	}
	for _, p := range j.Puts {
		staged, public = append(staged, p.Old, p.Staged), append(public, p.Path)
	}
	for _, name := range staged {
		if dir, _ := path.Split(name); dir != newDir+"/" && dir != oldDir+"/" || strings.HasSuffix(name, "..") {
			return pathError(name, "不在暂存文件夹内")
		}
	}
	for _, p := range public {
		if p == ManifestName {
			continue
		}
		if err := checkPath(p); err != nil {
			return err
		}
	}
	return nil
}

// apply does all steps that are not done yet. kept are stale files that stay
// because they were edited.
func (d *disk) apply(j journal) (kept []string, err error) {
	for _, r := range j.Removes {
		stays, err := d.applyRemoval(r)
		if err != nil {
			return nil, err
		}
		if stays {
			kept = append(kept, r.Path)
		}
	}
	for _, p := range j.Puts {
		if err := d.applyPut(p); err != nil {
			return nil, err
		}
	}
	return kept, d.syncFolders(j)
}

func (d *disk) applyRemoval(r removal) (stays bool, err error) {
	if d.exists(r.Old) {
		return false, nil // it has gone; something else may stand there by now
	}
	current, err := d.sum(r.Path)
	if err != nil || current == "" {
		return false, err
	}
	if current != r.SHA256 {
		return true, nil
	}
	if err := d.rename(r.Path, r.Old); err != nil {
		return false, err
	}
	d.dropEmptyParents(r.Path)
	return false, nil
}

func (d *disk) applyPut(p put) error {
	if !d.exists(p.Staged) {
		return nil // it is in its place already
	}
	stands, err := d.stands(p.Path)
	if err != nil {
		return err
	}
	if stands {
		// The second name may be there from a run that was killed, and the
		// file edited since: the file itself is what counts.
		if err := d.remove(p.Old); err != nil {
			return err
		}
		if err := d.duplicate(p.Path, p.Old); err != nil {
			return err
		}
	} else if err := d.makeParents(p.Path); err != nil {
		return err
	}
	return d.rename(p.Staged, p.Path)
}

// syncFolders makes the renames last.
func (d *disk) syncFolders(j journal) error {
	folders := []string{"."}
	seen := map[string]bool{".": true}
	add := func(p string) {
		for _, dir := range parents(p) {
			if !seen[dir] && d.exists(dir) {
				seen[dir] = true
				folders = append(folders, dir)
			}
		}
	}
	for _, r := range j.Removes {
		add(r.Path)
	}
	for _, p := range j.Puts {
		add(p.Path)
	}
	for _, dir := range folders {
		if err := d.sync(dir); err != nil {
			return err
		}
	}
	return nil
}

// rescue puts replaced files that someone had edited beside the new ones. It
// comes after the last put: from here on nothing is taken back.
func (d *disk) rescue(j journal) ([]Saved, error) {
	var saved []Saved
	for _, p := range j.Puts {
		if p.Path == ManifestName || !d.exists(p.Old) {
			continue
		}
		edited, err := d.edited(p)
		if err != nil {
			return saved, err
		}
		if !edited {
			continue
		}
		name := d.freeName(p.Path)
		if err := d.rename(p.Old, name); err != nil {
			return saved, err
		}
		saved = append(saved, Saved{p.Path, name})
	}
	return saved, nil
}

// edited says whether the file that was replaced is another than what was
// published, or what is published now. The commit itself has touched it since
// its stamp was looked at, so that here size and date of writing have to do.
func (d *disk) edited(p put) (bool, error) {
	if now, ok := d.look(p.Old); ok && p.was != (stamp{}) && now.sameContent(p.was) {
		return false, nil
	}
	old, err := d.hash(p.Old)
	return old != p.Was && old != p.SHA256, err
}

// freeName finds 台账（人工修改）.xlsx, 台账（人工修改2）.xlsx, …
func (d *disk) freeName(p string) string {
	ext := path.Ext(p)
	stem := strings.TrimSuffix(p, ext)
	name := stem + "（人工修改）" + ext
	for n := 2; d.exists(name); n++ {
		name = fmt.Sprintf("%s（人工修改%d）%s", stem, n, ext)
	}
	return name
}

var copyName = regexp.MustCompile(`（人工修改[0-9]*）(\.[^./]*)?$`)

// IsCopy says whether a path has the form that freeName gives.
func IsCopy(p string) bool { return copyName.MatchString(p) }

// Package publish puts finished files into out/ so that out/ is never broken:
// bytes and a manifest go in, a folder that holds exactly the manifest's files
// (and other people's, untouched) comes out.
//
// Policy, the whole of it:
//
//   - Everything is staged in out/.hongtou-staging and synced before the first
//     rename. A file that is already there with the same content is not touched.
//   - The list of renames stands in a journal before the first one. A run that
//     was killed is finished by the next; an error in the middle takes back
//     what was done, so that the previous out/ is whole again. After the last
//     rename, the manifest's, nothing is taken back any more.
//   - Only what the previous manifest lists is replaced or deleted. A stale
//     file that someone has edited stays (Result.Kept); an edited file that has
//     to be replaced is kept beside the new one (Result.Saved).
//   - A folder that is not empty and holds no manifest of ours is refused, and
//     so is any path that leaves out/ or goes through a link inside it.
//   - One run at a time: a lock of the operating system, which ends with the
//     process whatever happens to it.
package publish

import "fmt"

// File is one finished file.
type File struct {
	Path string // slash-separated, relative to out/
	Data []byte
}

// Result says what Commit did. All lists are sorted, and none is nil.
type Result struct {
	Written   []string // new or replaced
	Unchanged []string // already there with the same content
	Removed   []string // stale files of ours
	Kept      []string // stale files that stay because someone edited them
	Saved     []Saved  // edited files that were replaced
}

// Saved is a file that someone edited and that had to be replaced: Copy holds
// what it was.
type Saved struct{ Path, Copy string }

// listed makes empty lists of those that are nil.
func (r Result) listed() Result {
	for _, l := range []*[]string{&r.Written, &r.Unchanged, &r.Removed, &r.Kept} {
		if *l == nil {
			*l = []string{}
		}
	}
	if r.Saved == nil {
		r.Saved = []Saved{}
	}
	return r
}

// Publish makes out hold exactly files, as m describes them. Sizes and sums in
// m are filled in; every file must be listed in m and the other way round.
func Publish(out string, files []File, m Manifest) (Result, error) {
	s, err := Begin(out)
	if err != nil {
		return Result{}.listed(), err
	}
	defer s.Close()
	for _, f := range files {
		if err := s.Put(f.Path, f.Data); err != nil {
			return Result{}.listed(), err
		}
	}
	if len(files) != len(m.Outputs) {
		return Result{}.listed(), fmt.Errorf("清单列出%d个文件，实际%d个", len(m.Outputs), len(files))
	}
	return s.Commit(m)
}

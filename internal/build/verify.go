package build

import "hongtou/internal/publish"

// VerifyReport compares out/ with its manifest.
type VerifyReport struct {
	Out         string   `json:"out"`
	Whole       bool     `json:"whole"`
	Files       int      `json:"files"`       // that the manifest lists
	Missing     []string `json:"missing"`     // listed, but not there
	Changed     []string `json:"changed"`     // listed, but with other content
	Foreign     []string `json:"foreign"`     // there, but not listed: other people's, never touched
	Copies      []string `json:"copies"`      // what people had made of our files before a build replaced them
	Interrupted bool     `json:"interrupted"` // a run was killed while writing; the next one ends that
	Shard       string   `json:"shard,omitempty"`
}

// Verify holds every file of o.Out against the manifest and changes nothing.
func Verify(o Options) (VerifyReport, error) {
	o = o.withDefaults()
	r, err := publish.Verify(o.Out)
	if err != nil {
		return VerifyReport{}, err
	}
	out := VerifyReport{
		Out: o.Out, Whole: r.Whole(), Missing: r.Missing, Changed: r.Changed, Foreign: []string{}, Copies: []string{}, Interrupted: r.Interrupted,
	}
	for _, p := range r.Foreign {
		if publish.IsCopy(p) {
			out.Copies = append(out.Copies, p)
		} else {
			out.Foreign = append(out.Foreign, p)
		}
	}
	m, err := publish.ReadManifest(o.Out)
	out.Files = len(m.Outputs)
	if m.Shard != nil {
		out.Shard = Shard{m.Shard.Index, m.Shard.Of}.String()
	}
	return out, err
}

// CleanReport tells what was removed, or would be.
type CleanReport struct {
	Out     string   `json:"out"`
	Dry     bool     `json:"dry_run"`
	Removed []string `json:"removed"`
	Kept    []string `json:"kept"` // ours once, changed by somebody, therefore not removed
	Saved   []Saved  `json:"saved"`
}

// Clean removes the files that the manifest of o.Out lists and nothing else;
// with dry it only says which.
func Clean(o Options, dry bool) (CleanReport, error) {
	o = o.withDefaults()
	r, err := publish.Clean(o.Out, dry)
	out := CleanReport{Out: o.Out, Dry: dry, Removed: r.Removed, Kept: r.Kept, Saved: []Saved{}}
	for _, s := range r.Saved {
		out.Saved = append(out.Saved, Saved(s))
	}
	return out, err
}

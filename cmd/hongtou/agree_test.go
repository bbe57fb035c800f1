package main

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/rogpeppe/go-internal/testscript"
)

// agrees compares what impact says of the documents with what two builds made.
func agrees(ts *testscript.TestScript, _ bool, args []string) {
	var said struct {
		Dossiers []struct {
			Documents struct{ Changed, New, Gone, Unchanged []string }
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &said))
	var differ, same []string
	for _, d := range said.Dossiers {
		differ = append(differ, slices.Concat(d.Documents.Changed, d.Documents.New, d.Documents.Gone)...)
		same = append(same, d.Documents.Unchanged...)
	}
	before, after := hashes(ts, args[1]), hashes(ts, args[2])
	all := maps.Clone(before)
	maps.Copy(all, after)
	if len(differ) == 0 || len(differ)+len(same) != len(all) {
		ts.Fatalf("impact names %d files that differ and %d that do not; the builds have %d", len(differ), len(same), len(all))
	}
	for _, path := range differ {
		if before[path] == after[path] {
			ts.Fatalf("%s: impact says that it differs, the builds that it does not", path)
		}
	}
	for _, path := range same {
		if before[path] != after[path] {
			ts.Fatalf("%s: the builds differ, impact says that they do not", path)
		}
	}
}

// hashes gives the SHA-256 of every file of a build.
func hashes(ts *testscript.TestScript, folder string) map[string]string {
	var manifest struct {
		Outputs []struct{ Path, Kind, SHA256 string }
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(folder+"/manifest.json")), &manifest))
	out := map[string]string{}
	for _, o := range manifest.Outputs {
		if o.Kind != "site" { // impact tells of one dossier's documents
			out[o.Path] = o.SHA256
		}
	}
	return out
}

package publish

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"
)

const manifestText = `{
  "version": 1,
  "dossiers": [
    {
      "id": "jia-2021",
      "as_of": "2021-09-01",
      "editions": [
        "2021-03-04",
        "2021-09-01"
      ]
    }
  ],
  "outputs": [
    {
      "path": "甲-2021/任务书/乙县<1>.xlsx",
      "kind": "taskbook",
      "format": "xlsx",
      "dossier": "jia-2021",
      "edition": "2021-09-01",
      "unit": "yi",
      "item": "07",
      "bytes": 1,
      "sha256": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
      "inputs_hash": "00ff"
    },
    {
      "path": "甲-2021/印发通知.pdf",
      "kind": "notice",
      "format": "pdf",
      "dossier": "jia-2021",
      "edition": "2021-03-04",
      "pages": 3,
      "bytes": 1,
      "sha256": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    }
  ]
}
`

func TestManifestText(t *testing.T) {
	out := t.TempDir()
	m := Manifest{
		Dossiers: []Dossier{{ID: "jia-2021", AsOf: "2021-09-01", Editions: []string{"2021-09-01", "2021-03-04"}}},
		Outputs: []Output{
			{Path: "甲-2021/印发通知.pdf", Kind: "notice", Format: "pdf", Dossier: "jia-2021", Edition: "2021-03-04", Pages: 3},
			{Path: "甲-2021/任务书/乙县<1>.xlsx", Kind: "taskbook", Format: "xlsx", Dossier: "jia-2021", Edition: "2021-09-01", Unit: "yi", Item: "07", InputsHash: "00ff"},
		},
	}
	given := m.Outputs[0]
	if _, err := Publish(out, []File{{m.Outputs[0].Path, []byte("a")}, {m.Outputs[1].Path, []byte("b")}}, m); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(out, ManifestName))
	if err != nil || string(data) != manifestText {
		t.Errorf("%v\n%s", err, data)
	}
	if m.Outputs[0] != given || m.Dossiers[0].Editions[0] != "2021-09-01" {
		t.Error("the caller's manifest was changed")
	}
}

func TestManifestReadsBack(t *testing.T) {
	m, err := decodeManifest([]byte(manifestText))
	if err != nil {
		t.Fatal(err)
	}
	data, err := m.encode()
	if err != nil || string(data) != manifestText {
		t.Errorf("%v\n%s", err, data)
	}
	empty, err := Manifest{}.normalised().encode()
	if want := "{\n  \"version\": 1,\n  \"dossiers\": [],\n  \"outputs\": []\n}\n"; err != nil || string(empty) != want {
		t.Errorf("%v\n%s", err, empty)
	}
}

// BenchmarkManifest writes and reads the manifest of a large city.
func BenchmarkManifest(b *testing.B) {
	m := Manifest{}
	for i := range 13_000 {
		m.Outputs = append(m.Outputs, Output{
			Path: fmt.Sprintf("甲市/销号验收/甲县第%d局/第%d项.pdf", i, i%17), Kind: "acceptance", Format: "pdf", Dossier: "甲市", Edition: "2021-03-04",
			Unit: strconv.Itoa(i), Item: "07", Pages: 4, Bytes: 200_000 + int64(i), SHA256: sumOf([]byte{byte(i)}), InputsHash: sumOf([]byte{byte(i), 1}),
		})
	}
	m = m.normalised()
	data, err := m.encode()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("encode", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			m.encode()
		}
	})
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			decodeManifest(data)
		}
	})
}

func FuzzDecodeManifest(f *testing.F) {
	f.Add([]byte(manifestText))
	f.Add([]byte(`{"version":1,"dossiers":[],"outputs":[{"path":"a/../../b"}]}`))
	f.Add([]byte(`{"version":1,"outputs":[]}{}`))
	f.Add([]byte(`{"version":1e9,"outputs":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := decodeManifest(data)
		if err != nil {
			return
		}
		for _, o := range m.Outputs {
			if err := checkPath(o.Path); err != nil {
				t.Fatal(err)
			}
		}
		written, err := m.encode()
		if err != nil {
			t.Fatal(err)
		}
		var whole bytes.Buffer
		if err := indented(&whole, "").Encode(m); err != nil || whole.String() != string(written) {
			t.Fatalf("%v\n%s\n%s", err, whole.String(), written)
		}
		if again, err := decodeManifest(written); err != nil || !reflect.DeepEqual(again, m) {
			t.Fatalf("%v\n%+v\n%+v", err, again, m)
		}
	})
}

package fonts

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
)

// sumsFile reads SHA256SUMS: path → hash.
func sumsFile(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]string{}
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		sum, name, ok := strings.Cut(lines.Text(), "  ")
		if !ok {
			t.Fatalf("SHA256SUMS: %q", lines.Text())
		}
		sums[name] = sum
	}
	return sums
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func TestFilesAreThoseOfSHA256SUMS(t *testing.T) {
	for name, want := range sumsFile(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := hash(data); got != want {
			t.Errorf("%s: sha256 %s, SHA256SUMS says %s", name, got, want)
		}
	}
}

func TestFacesHaveTheirSum(t *testing.T) {
	sums := sumsFile(t)
	present := 0
	for _, face := range Faces() {
		if face.SHA256 != sums[face.Name+".ttf"] || face.SHA256 == "" {
			t.Errorf("%s: sums.go says %q, SHA256SUMS %q", face.Name, face.SHA256, sums[face.Name+".ttf"])
		}
		if face.Data == nil {
			continue
		}
		present++
		if got := hash(face.Data); got != face.SHA256 {
			t.Errorf("%s: sha256 %s, want %s", face.Name, got, face.SHA256)
		}
	}
	if present < 4 {
		t.Errorf("only %d faces are embedded", present)
	}
}

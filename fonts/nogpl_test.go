//go:build nogplfonts

package fonts

import (
	"strings"
	"testing"
)

func TestNoGPLFaceIsEmbedded(t *testing.T) {
	for _, face := range Faces() {
		if face.Data != nil && strings.Contains(face.Licence, "GPL") {
			t.Errorf("%s (%s) is embedded", face.Name, face.Licence)
		}
	}
}

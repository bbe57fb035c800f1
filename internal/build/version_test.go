package build

import (
	"strings"
	"testing"

	"hongtou/internal/pdf"
)

// TestProducerNamesTheVersion keeps the version in the documents' information
// the one that hongtou version prints: pdf cannot import build.
func TestProducerNamesTheVersion(t *testing.T) {
	if !strings.HasSuffix(pdf.Producer, " "+Version) {
		t.Errorf("pdf.Producer is %q, the version is %s", pdf.Producer, Version)
	}
}

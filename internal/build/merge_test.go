package build

import (
	"testing"

	"hongtou/internal/publish"
)

func TestMergeSparesOtherFiles(t *testing.T) {
	book := publish.Output{Path: "taskbook/a.pdf", Kind: "taskbook", Format: "pdf", Unit: "a"}
	page := publish.Output{Path: "taskbook/a.html", Kind: "taskbook", Format: "html", Unit: "a"}
	notice := publish.Output{Path: "notice.pdf", Kind: "notice", Format: "pdf"}
	for _, c := range []struct {
		selection []string
		previous  []publish.Output
		taken     bool
	}{
		{nil, []publish.Output{book, page, notice}, true},
		{[]string{"kind taskbook"}, nil, true},
		{[]string{"kind taskbook"}, []publish.Output{book, page}, true},
		{[]string{"kind taskbook"}, []publish.Output{book, notice}, false},
		{[]string{"kind notice", "kind taskbook"}, []publish.Output{book, notice}, true},
		{[]string{"format pdf", "kind taskbook"}, []publish.Output{book, page}, false},
		{[]string{"unit a"}, []publish.Output{book, page}, true},
		{[]string{"unit a"}, []publish.Output{notice}, false},
		{[]string{"unit b"}, []publish.Output{book}, false},
	} {
		err := Options{Out: "out"}.spares(publish.Manifest{Outputs: c.previous}, c.selection)
		if (err == nil) != c.taken {
			t.Errorf("%v over %v: %v", c.selection, c.previous, err)
		}
	}
}

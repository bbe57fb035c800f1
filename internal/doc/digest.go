package doc

import (
	"encoding/json"
	"fmt"
	"io"
)

// WriteCanonical writes everything of the document that can change its looks
// or words, and nothing else: places in the source are left out, so that an
// inserted line elsewhere does not make it another document.
func (d *Document) WriteCanonical(w io.Writer) error {
	enc := json.NewEncoder(w)
	if err := enc.Encode(struct {
		Meta  Meta
		Setup Setup
	}{d.Meta, d.Setup}); err != nil {
		return err
	}
	for _, b := range d.Blocks {
		if err := enc.Encode(struct {
			Type  string
			Block Block
		}{fmt.Sprintf("%T", b), b}); err != nil {
			return err
		}
	}
	return nil
}

// WriteCanonical is the same for a workbook.
func (b *Workbook) WriteCanonical(w io.Writer) error { return json.NewEncoder(w).Encode(b) }

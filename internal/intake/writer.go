package intake

import (
	"fmt"

	"hongtou/internal/manuscript"
)

// writer gathers blocks and keeps to the limits.
type writer struct {
	m      manuscript.Manuscript
	limits Limits
	text   int
	blocks int
	cells  int
}

func newWriter(l Limits) *writer { return &writer{limits: l} }

func (w *writer) paragraph(b manuscript.Block) error {
	if err := w.count(b.Text); err != nil {
		return err
	}
	if err := w.block(); err != nil {
		return err
	}
	w.m.Blocks = append(w.m.Blocks, b)
	return nil
}

func (w *writer) block() error {
	if w.blocks++; w.blocks > w.limits.Blocks {
		return tooMuch(fmt.Sprintf("段落和表格行超过%d个", w.limits.Blocks))
	}
	return nil
}

// cell counts a cell of a table that is being gathered.
func (w *writer) cell() error {
	if w.cells++; w.cells > w.limits.Cells {
		return tooMuch(fmt.Sprintf("单元格超过%d个", w.limits.Cells))
	}
	return nil
}

// count takes text out of what is left.
func (w *writer) count(s string) error {
	if w.text += len(s); w.text > w.limits.Text {
		return tooMuch("文字超过" + size(int64(w.limits.Text)))
	}
	return nil
}

func (w *writer) note(at manuscript.Place, message string) error {
	if err := w.count(message); err != nil {
		return err
	}
	if err := w.block(); err != nil {
		return err
	}
	w.m.Notes = append(w.m.Notes, manuscript.Note{Place: at, Message: message})
	return nil
}

func tooMuch(what string) *Error {
	return &Error{Code: "too-much", Message: what + "，不像一份方案", Hint: "请只保留方案正文，另存后再导入"}
}

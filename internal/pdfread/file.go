package pdfread

import (
	"context"
	"sync"

	"hongtou/internal/printout"
)

// File is an open file.
type File struct {
	engine   *Engine
	ctx      context.Context
	limits   Limits
	document printout.Document
	reader   *reader
	stop     context.CancelFunc // ends ctx

	mu      sync.Mutex // the sandbox does one thing at a time
	sandbox *sandbox   // nil when closed
	handle  uint64     // PDFium's document
	stopped error      // why painting ended for good: a stopped sandbox does nothing more
}

// Open reads a file. The error is an [*Error] whenever it lies with the file;
// it is the context's when that ended. The context must last as long as the
// file, which must be closed.
func (e *Engine) Open(ctx context.Context, data []byte, limits Limits) (*File, error) {
	if err := screen(data, limits); err != nil {
		return nil, err
	}
	select {
	case e.slots <- struct{}{}:
		defer func() { <-e.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	r := &reader{engine: e, data: data, limits: limits}
	timed, stop := r.clock(ctx)
	s, handle, err := e.open(timed, data)
	if err != nil {
		stop()
		return nil, err
	}
	f := &File{engine: e, ctx: timed, stop: stop, reader: r, limits: limits, sandbox: s, handle: handle}
	if f.document, err = r.read(timed, s, handle); err != nil {
		_ = f.Close()
		return nil, err
	}
	f.document.Paint = f.paint
	return f, nil
}

// Document is what stands on the pages. Its Paint works until Close.
func (f *File) Document() printout.Document { return f.document }

// Context ends when the file's time is over, with an [*Error] as its cause, or
// with Close. The time runs from the moment when the file's turn to be read came.
func (f *File) Context() context.Context { return f.ctx }

// Close gives the sandbox back. It may be called twice.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.sandbox == nil {
		return nil
	}
	f.stop()
	err := f.sandbox.instance.Close()
	f.sandbox = nil
	return err
}

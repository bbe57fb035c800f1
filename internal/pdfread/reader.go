package pdfread

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"hongtou/internal/printout"
)

// reader reads the pages of one file.
type reader struct {
	engine *Engine
	data   []byte
	limits Limits

	next   atomic.Int64 // page that is read next, from 0
	marks  atomic.Int64 // what was found so far
	done   atomic.Int64 // pages that were read
	sheets []sheet

	painted atomic.Int64 // pictures that were made
}

// sheet is what is read of one page.
type sheet struct {
	page  printout.Page
	fonts []printout.Font
}

// manyPages is where a second sandbox pays.
const manyPages = 20

// read makes the whole document; the caller's sandbox takes part.
func (r *reader) read(ctx context.Context, s *sandbox, document uint64) (doc printout.Document, err error) {
	defer caught(&err)
	count := s.number("FPDF_GetPageCount", document)
	switch {
	case s.err != nil:
		return printout.Document{}, s.fault()
	case count <= 0:
		return printout.Document{}, refuse(Empty, "请确认文件已经完整保存", "文件没有一页")
	case count > r.limits.Pages:
		return printout.Document{}, refuse(TooManyPages, "请分成几个文件再检查", "文件有 %d 页，超过上限 %d 页", count, r.limits.Pages)
	}
	doc = printout.Document{
		Producer: s.metadata(document, "Producer"),
		Tagged:   s.holds("FPDFCatalog_IsTagged", document),
		Mended:   !s.holds("FPDF_DocumentHasValidCrossReferenceTable", document),
	}
	r.sheets = make([]sheet, count)
	if err = r.pages(ctx, s, document); err != nil {
		return printout.Document{}, err
	}
	fonts := fontList{}
	for _, one := range r.sheets {
		doc.Pages = append(doc.Pages, one.page)
		fonts.add(one.fonts)
	}
	doc.Fonts = fonts.fonts
	return doc, nil
}

// pages lets one sandbox read all pages, or two if there are many and the engine
// has one to spare.
func (r *reader) pages(ctx context.Context, s *sandbox, document uint64) error {
	var helper sync.WaitGroup
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s.ctx = ctx
	var second error
	if len(r.sheets) > manyPages {
		select {
		case r.engine.slots <- struct{}{}:
			helper.Go(func() {
				defer func() { <-r.engine.slots }()
				if second = r.secondReader(ctx); second != nil {
					stop()
				}
			})
		default:
		}
	}
	first := r.run(s, document)
	if first != nil {
		stop()
	}
	helper.Wait()
	// Whoever fails stops the other, whose error then says nothing.
	if first != nil && !errors.Is(first, context.Canceled) {
		return first
	}
	if second != nil {
		return second
	}
	return first
}

// secondReader opens the file once more, in a sandbox of its own. Where that
// cannot be, the first one reads alone.
func (r *reader) secondReader(ctx context.Context) error {
	s, document, err := r.engine.open(ctx, r.data)
	if err != nil {
		return nil
	}
	return errors.Join(r.run(s, document), s.instance.Close())
}

// run reads pages until there are no more.
func (r *reader) run(s *sandbox, document uint64) (err error) {
	defer caught(&err)
	for {
		i := int(r.next.Add(1)) - 1
		if i >= len(r.sheets) {
			return nil
		}
		one, err := r.page(s, document, i)
		if err != nil {
			return r.placed(err, i)
		}
		r.sheets[i] = one
		r.done.Add(1)
	}
}

// placed says how far reading came.
func (r *reader) placed(err error, page int) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	placed := *e
	switch e.Code {
	case TooSlow:
		placed.Message = fmt.Sprintf("读取超过规定时间，停在第 %d 页（共 %d 页）", page+1, len(r.sheets))
	case Damaged:
		placed.Message = fmt.Sprintf("文件已损坏，第 %d 页（共 %d 页）读不出来", page+1, len(r.sheets))
	case OutOfMemory:
		placed.Message = fmt.Sprintf("%s（第 %d 页）", e.Message, page+1)
	}
	return &placed
}

// spend counts what was found against the limit.
func (r *reader) spend(n int) error {
	if r.marks.Add(int64(n)) > int64(r.limits.Marks) {
		return refuse(TooFull, "请分成几个文件再检查", "文件中的字和线条超过上限 %d 个", r.limits.Marks)
	}
	return nil
}

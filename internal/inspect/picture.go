package inspect

import (
	"context"
	"slices"

	"hongtou/internal/pdfread"
)

const (
	pictureDPI   = 90 // a page of A4 is 744 pixels wide: its text can be read
	mostPictures = 30 // in one report
)

// paint paints page 1, so that a report shows which document it speaks of, and
// the pages with findings.
func (f *File) paint(ctx context.Context, from *pdfread.File) {
	pages, hidden := f.pagesToShow()
	f.Hidden = hidden
	for _, page := range pages {
		p := Picture{Page: page}
		var err error
		if p.PNG, err = from.Picture(page, pictureDPI); err != nil {
			p.PNG, p.Trouble = nil, "这一页画不出来"
			if problem, ok := readProblem(err); ok {
				p.Trouble += "：" + problem.Message
			}
			if ctx.Err() != nil {
				p.Trouble = "画页面超过规定时间"
			}
		}
		f.Pictures = append(f.Pictures, p)
	}
}

// pagesToShow chooses the pages to paint, in their order, and counts those with
// findings that are left out. When there are too many, every clause shows its
// first page before any shows its second.
func (f File) pagesToShow() (pages []int, hidden int) {
	var ranked []int
	add := func(page int) {
		if page >= 1 && page <= f.Pages && !slices.Contains(ranked, page) {
			ranked = append(ranked, page)
		}
	}
	add(1)
	fails := f.Fails()
	for n, more := 0, true; more; n++ {
		more = false
		for _, r := range fails {
			if n < len(r.Result.Pages) {
				more = true
				add(r.Result.Pages[n])
			}
		}
	}
	for _, a := range f.Advice {
		add(a.Page)
	}
	hidden = max(0, len(ranked)-mostPictures)
	return slices.Sorted(slices.Values(ranked[:len(ranked)-hidden])), hidden
}

package inspect

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"hongtou/internal/pdfread"
)

// Options say how files are measured. The zero value is usable.
type Options struct {
	Jobs     int           // files at a time; 0 for two, the most
	Time     time.Duration // for one file: reading, measuring and painting, not waiting for its turn; 0 for what its size calls for
	Pictures bool          // paint pages with findings

	// Progress is told of every file that is done, in the order in which files
	// come to their end; calls do not overlap.
	Progress func(done, total int, path string)
	// Each is given every file with its pictures; calls do not overlap. When it is
	// set the pictures are dropped afterwards, so that a folder of a thousand
	// files needs no more memory than two. n is the file's place in the report.
	Each func(n int, f File) error
}

// How long one file may take if nothing else is said: a small one that keeps the
// engine busy is up to no good, while a long book on a busy machine needs its
// time. Pages that were read or painted earn more, as standing still does not.
const (
	leastTime      = 8 * time.Second
	timePerMB      = 20 * time.Second
	mostTime       = time.Minute
	timePerPicture = time.Second / 2
)

const atOnce = 2 // the engine reads two files at a time

// Files measures files. One that cannot be measured says so in its Problem and
// stops no other. The error is ours or the machine's, or the context's, or what
// Each returned.
func Files(ctx context.Context, targets []Target, o Options) (Report, error) {
	files := make([]File, len(targets))
	run := runner{options: o, total: len(targets)}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(o.jobs())
	for i, t := range targets {
		group.Go(func() error {
			f, err := run.one(ctx, t)
			if err != nil {
				return err
			}
			files[i] = f
			return run.done(i, &files[i])
		})
	}
	return Report{Files: files}, errors.Join(group.Wait(), run.close())
}

func (o Options) jobs() int {
	if o.Jobs <= 0 {
		return atOnce
	}
	return min(o.Jobs, atOnce)
}

// allowance is how long one file may take: for reading, measuring and painting
// together.
type allowance struct {
	time    time.Duration // from the moment its turn to be read comes
	page    time.Duration // more for every page that was read
	picture time.Duration // more for every page that was painted
}

// allowance is that of a file of a size. Where a time was asked for it is the
// whole time.
func (o Options) allowance(bytes int64) allowance {
	if o.Time > 0 {
		return allowance{time: o.Time}
	}
	t := min(max(leastTime, time.Duration(float64(timePerMB)*float64(bytes)/(1<<20))), mostTime)
	return allowance{t, pdfread.DefaultLimits().PerPage, timePerPicture}
}

// runner is one run over some files.
type runner struct {
	options Options
	total   int

	starting sync.Mutex
	engine   *pdfread.Engine // nil until the first file needs it

	mu       sync.Mutex
	finished int
}

// start gives the engine; the first file that needs it pays for its start.
func (r *runner) start(ctx context.Context) (*pdfread.Engine, error) {
	r.starting.Lock()
	defer r.starting.Unlock()
	if r.engine != nil {
		return r.engine, nil
	}
	var err error
	r.engine, err = pdfread.Start(ctx, pdfread.CacheDir())
	return r.engine, err
}

func (r *runner) close() error {
	if r.engine == nil {
		return nil
	}
	return r.engine.Close()
}

func (r *runner) done(n int, f *File) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.finished++
	if r.options.Progress != nil {
		r.options.Progress(r.finished, r.total, f.Path)
	}
	if r.options.Each == nil {
		return nil
	}
	err := r.options.Each(n, *f)
	f.Pictures = nil
	return err
}

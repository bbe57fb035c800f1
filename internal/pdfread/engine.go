package pdfread

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	memoryPages = 256 << 20 / 65536 // of one sandbox
	atOnce      = 2                 // sandboxes that read at a time
	openFiles   = 1000              // sandboxes that exist at a time
)

// Engine is PDFium, compiled and ready. It serves many files, also at the same
// time.
type Engine struct {
	pool  pdfium.Pool
	cache wazero.CompilationCache // nil if nothing is kept
	slots chan struct{}           // held while a sandbox works
}

// CacheDir is the folder in which the compiled engine is kept between runs:
// hongtou in the user's folder for such things ($XDG_CACHE_HOME on Linux). It
// is empty if the machine has no such folder.
func CacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "hongtou")
}

// Start compiles PDFium, which takes some seconds, or takes it from a folder
// in which it was kept (see CacheDir; "" for none) in a fraction of one. A folder
// that cannot be used is passed over, because nothing but time depends on it.
func Start(ctx context.Context, cache string) (*Engine, error) {
	if cache != "" {
		if kept, err := wazero.NewCompilationCacheWithDir(cache); err == nil {
			if e, err := start(ctx, kept); err == nil {
				return e, nil
			}
			_ = kept.Close(ctx)
		}
	}
	return start(ctx, nil)
}

// start compiles PDFium; the cache may be nil.
func start(ctx context.Context, cache wazero.CompilationCache) (*Engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages).
		WithCloseOnContextDone(true)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		// The pool's context must outlive the start; each call has its own.
		Context:       context.WithoutCancel(ctx),
		MaxTotal:      openFiles,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // no file system
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("PDFium 无法启动: %w", err)
	}
	return &Engine{pool: pool, cache: cache, slots: make(chan struct{}, atOnce)}, nil
}

// Close ends the engine and every file that is still open.
func (e *Engine) Close() error {
	err := e.pool.Close()
	if e.cache != nil {
		err = errors.Join(err, e.cache.Close(context.Background()))
	}
	return err
}

package judge

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Chromium is one headless browser with a profile of its own, whose pages are
// tabs. Pages of one address share what scripts remember.
type Chromium struct{ ctx context.Context }

// StartChromium starts a browser for one test.
func StartChromium(t testing.TB) *Chromium {
	t.Helper()
	Require(t, "chromium")
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(scratch(t)),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", true), chromedp.Env("LC_ALL=C.UTF-8", "TZ=UTC"))
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ := chromedp.NewContext(allocator)
	t.Cleanup(func() {
		_ = chromedp.Cancel(ctx)
		cancel()
	})
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("chromium: %v", err)
	}
	return &Chromium{ctx}
}

// View is how somebody looks at a page.
type View struct {
	Width, Height int     // of the window in CSS pixels; 0 is 1280 × 800
	Zoom          float64 // of the browser, 2 is 200 %: the page has half of the pixels; 0 is 1
	NoScript      bool    // scripts are switched off
}

// Open shows an address in a tab of its own and waits until it has loaded.
func (c *Chromium) Open(t testing.TB, address string, view View) *Page {
	t.Helper()
	ctx, cancel := chromedp.NewContext(c.ctx)
	t.Cleanup(cancel)
	p := &Page{t: t, ctx: ctx, loaded: make(chan bool, 100)}
	if err := chromedp.Listen(ctx, p.listen); err != nil {
		t.Fatalf("chromium: %v", err)
	}
	p.Resize(view)
	if view.NoScript {
		if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
			t.Fatalf("chromium: %v", err)
		}
	}
	p.Go(address)
	return p
}

// Address is that of a file on this machine.
func Address(t testing.TB, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

// Serve offers a folder on this machine's own network under a path such as
// /some/sub/path/ and returns the address that ends in it.
func Serve(t testing.TB, dir, under string) string {
	t.Helper()
	under = "/" + strings.Trim(under, "/")
	mux := http.NewServeMux()
	mux.Handle(under+"/", http.StripPrefix(under, http.FileServer(http.Dir(dir))))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL + under + "/"
}

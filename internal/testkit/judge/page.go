package judge

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdp "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Page is a tab of Chromium. What fails in the browser fails the test.
type Page struct {
	t      testing.TB
	ctx    context.Context
	loaded chan bool // a page has come, or a place in this one

	mu       sync.Mutex
	requests []Request
	console  []string
}

// Request is one line of the network log.
type Request struct {
	URL    string
	Status int    // of HTTP; 0 for files and data
	Failed string // why nothing came
	id     network.RequestID
}

// listen keeps the logs; it must be quick.
func (p *Page) listen(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, Request{URL: e.Request.URL, id: e.RequestID})
	case *network.EventResponseReceived:
		if r := p.request(e.RequestID); r != nil {
			r.Status = int(e.Response.Status)
		}
	case *network.EventLoadingFailed:
		if r := p.request(e.RequestID); r != nil {
			r.Failed = e.ErrorText
		}
	case *runtime.EventExceptionThrown:
		p.console = append(p.console, exceptionText(e.ExceptionDetails))
	case *log.EventEntryAdded:
		p.console = append(p.console, e.Entry.Text)
	case *cdp.EventLoadEventFired, *cdp.EventNavigatedWithinDocument:
		select {
		case p.loaded <- true:
		default:
		}
	}
}

func exceptionText(e *runtime.ExceptionDetails) string {
	if e.Exception != nil {
		return e.Text + " " + e.Exception.Description
	}
	return e.Text
}

func (p *Page) request(id network.RequestID) *Request {
	for i := len(p.requests) - 1; i >= 0; i-- {
		if p.requests[i].id == id {
			return &p.requests[i]
		}
	}
	return nil
}

// Requests is the network log of the tab since it was opened, without what
// stands in the page itself (data:).
func (p *Page) Requests() []Request {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []Request
	for _, r := range p.requests {
		if !strings.HasPrefix(r.URL, "data:") {
			out = append(out, r)
		}
	}
	return out
}

// Console is what the browser held against the pages of the tab: errors of
// scripts, and what was refused.
func (p *Page) Console() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.console...)
}

func (p *Page) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatalf("chromium: %s: %v", what, err)
	}
}

// Go opens another address in the same tab.
func (p *Page) Go(address string) {
	p.t.Helper()
	p.do(address, chromedp.Navigate(address))
	p.settle()
}

// Reload loads the page again.
func (p *Page) Reload() {
	p.t.Helper()
	p.do("reload", chromedp.Reload())
	p.settle()
}

// settle waits for the fonts and forgets the loads up to here.
func (p *Page) settle() {
	p.t.Helper()
	p.Eval("document.fonts.ready.then(() => true)", nil)
	for len(p.loaded) > 0 {
		<-p.loaded
	}
}

// Resize changes the window and the zoom.
func (p *Page) Resize(v View) {
	p.t.Helper()
	width, height, zoom := v.Width, v.Height, v.Zoom
	if width == 0 {
		width, height = 1280, 800
	}
	if height == 0 {
		height = 800
	}
	if zoom == 0 {
		zoom = 1
	}
	p.do("window", chromedp.EmulateViewport(int64(float64(width)/zoom), int64(float64(height)/zoom), chromedp.EmulateScale(zoom)))
}

// Eval evaluates a script in the page and decodes its value, that of a promise
// when it is kept. It works where the page's own scripts are switched off.
func (p *Page) Eval(script string, value any) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[[]byte](script, chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
	if err != nil {
		p.t.Fatalf("chromium: %.200s: %v", script, err)
	}
	if value == nil {
		return
	}
	if err := json.Unmarshal(out, value); err != nil {
		p.t.Fatalf("chromium: %.200s gives %.200s: %v", script, out, err)
	}
}

// Text evaluates a script whose value is a string.
func (p *Page) Text(script string) string {
	p.t.Helper()
	s := ""
	p.Eval("String("+script+")", &s)
	return s
}

// Address is where the tab is.
func (p *Page) Address() string {
	p.t.Helper()
	return p.Text("location.href")
}

// Overflow is by how many pixels the page is wider than the window.
func (p *Page) Overflow() int {
	p.t.Helper()
	n := 0
	p.Eval("Math.ceil(document.scrollingElement.scrollWidth - window.innerWidth)", &n)
	return n
}

// Press types keys, such as kb.Tab.
func (p *Page) Press(keys string) {
	p.t.Helper()
	p.do(fmt.Sprintf("keys %q", keys), chromedp.KeyEvent(keys))
}

// Follow presses a key and waits until it has led somewhere.
func (p *Page) Follow(key string) {
	p.t.Helper()
	from := p.Address()
	p.Press(key)
	select {
	case <-p.loaded:
	case <-time.After(10 * time.Second):
		p.t.Fatalf("chromium: %q leads nowhere from %s", key, from)
	}
	p.settle()
}

// Screenshot takes a picture of the window and returns the path of the PNG.
func (p *Page) Screenshot(name string) string {
	p.t.Helper()
	return p.save(name, chromedp.CaptureScreenshot())
}

// Print prints the page as its style sheet asks and returns the path of the
// PDF.
func (p *Page) Print(name string) string {
	p.t.Helper()
	return p.save(name, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
}

func (p *Page) save(name string, made chromedp.Action[[]byte]) string {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	data, err := chromedp.Run(ctx, made)
	if err != nil {
		p.t.Fatalf("chromium: %s: %v", name, err)
	}
	path := filepath.Join(p.t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		p.t.Fatal(err)
	}
	return path
}

// Wait waits until a script's value is true.
func (p *Page) Wait(script string) {
	p.t.Helper()
	for range 100 {
		if p.Text(script) == "true" {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	p.t.Fatalf("chromium: never true: %s", script)
}

// Close closes the tab.
func (p *Page) Close() { _ = chromedp.Cancel(p.ctx) }

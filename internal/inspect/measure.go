package inspect

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"hongtou/internal/elements"
	"hongtou/internal/norm"
	"hongtou/internal/pdfread"
	"hongtou/internal/printout"
	"hongtou/internal/textlint"
)

// one measures one file.
func (r *runner) one(ctx context.Context, t Target) (File, error) {
	f := File{Path: t.Path, Problem: t.Problem}
	if f.Problem != nil {
		return f, ctx.Err()
	}
	limits := pdfread.DefaultLimits()
	data, problem := load(t.Path, limits.Bytes)
	if problem != nil {
		f.Problem = problem
		return f, ctx.Err()
	}
	sum := sha256.Sum256(data)
	f.Bytes, f.SHA256 = int64(len(data)), hex.EncodeToString(sum[:])
	engine, err := r.start(ctx)
	if err != nil {
		return f, err
	}
	err = r.measure(ctx, engine, &f, data, limits)
	return f, err
}

// load reads a file of bounded size; whether it is too large is for the reader
// to say, who gets one byte more than is allowed.
func load(path string, most int64) ([]byte, *Problem) {
	file, err := os.Open(path)
	if err != nil {
		return nil, diskProblem(path, err)
	}
	defer file.Close()
	var data bytes.Buffer
	if _, err := io.Copy(&data, io.LimitReader(file, most+1)); err != nil {
		return nil, diskProblem(path, err)
	}
	return data.Bytes(), nil
}

// measure reads a file, holds it against the clauses and paints its pages, all
// by one clock. It starts when the file's turn to be read has come.
func (r *runner) measure(ctx context.Context, engine *pdfread.Engine, f *File, data []byte, limits pdfread.Limits) error {
	allowed := r.options.allowance(f.Bytes)
	limits.Time, limits.PerPage, limits.PerPicture = allowed.time, allowed.page, allowed.picture
	opened, err := engine.Open(ctx, data, limits)
	if err != nil {
		return f.fail(ctx, err)
	}
	defer opened.Close()
	if err := f.hold(opened.Context(), opened.Document()); err != nil {
		return f.fail(ctx, err)
	}
	if r.options.Pictures {
		f.paint(opened.Context(), opened)
	}
	return ctx.Err()
}

// fail makes a problem of the file out of an error; what does not lie with the
// file is returned.
func (f *File) fail(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	problem, ok := readProblem(err)
	if !ok {
		return fmt.Errorf("%s: %w", clean(f.Path), err)
	}
	f.Problem, f.Rows, f.Advice = problem, nil, nil
	return nil
}

// hold holds a document against the clauses. A file of somebody else's may show
// a mistake of ours that no file before has shown: it must not end a run over
// many files, and is told apart from problems of the file.
func (f *File) hold(ctx context.Context, doc printout.Document) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &pdfread.Error{Code: pdfread.Failed, Message: fmt.Sprintf("检查程序出错：%v", r), Hint: "请把这个文件交给程序的维护者"}
		}
	}()
	f.describe(doc)
	found := elements.Find(doc)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	scanned := found.Scanned()
	f.Notices = notices(doc, scanned)
	for c, result := range norm.Measure(found) {
		f.Rows = append(f.Rows, Row{c, cleanResult(result)})
		if ctx.Err() != nil { // ink may be missing from this very result
			return context.Cause(ctx)
		}
	}
	f.Form = f.form(string(found.Form()), len(scanned) == len(doc.Pages))
	f.Advice = fewer(cleanAdvice(textlint.LintWhile(found, func() bool { return ctx.Err() == nil })), f.Rows)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}

// form is what the elements make of a document, unless they had nothing to go by.
func (f *File) form(found string, scan bool) string {
	switch {
	case scan:
		return scannedForm
	case f.mute():
		return muteForm
	}
	return found
}

// describe takes over what is true of the whole file.
func (f *File) describe(doc printout.Document) {
	f.Pages, f.Producer = len(doc.Pages), cleanText(doc.Producer)
	for _, p := range doc.Pages {
		f.Paper = append(f.Paper, Size{p.Width, p.Height})
	}
}

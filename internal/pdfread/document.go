package pdfread

import (
	"context"
	"encoding/binary"
	"errors"
	"unicode/utf16"
)

// PDFium's reasons for not opening a file.
const (
	failedPassword = 4
	failedSecurity = 5
)

// load copies a file into the sandbox and opens it there.
func (s *sandbox) load(data []byte) (document uint64, err error) {
	defer caught(&err)
	at := s.call("malloc", uint64(len(data)))
	if s.err == nil && at == 0 {
		return 0, outOfMemory()
	}
	if s.err == nil && !s.memory.Write(uint32(at), data) {
		return 0, outOfMemory()
	}
	document = s.call("FPDF_LoadMemDocument", at, uint64(len(data)), 0)
	if s.err != nil {
		return 0, s.fault()
	}
	if document != 0 {
		return document, nil
	}
	switch s.number("FPDF_GetLastError") {
	case failedPassword:
		return 0, refuse(Encrypted, "请用密码打开后另存为不加密的 PDF 再检查", "文件加了密，没有密码打不开")
	case failedSecurity:
		return 0, refuse(Encrypted, "请在原来的软件中打开后另存为不加密的 PDF 再检查", "文件用不认识的方式加了密")
	}
	return 0, damaged()
}

// open starts a sandbox and opens a file in it.
func (e *Engine) open(ctx context.Context, data []byte) (s *sandbox, document uint64, err error) {
	if s, err = e.newSandbox(ctx); err != nil {
		return nil, 0, ended(ctx, err)
	}
	if document, err = s.load(data); err != nil {
		_ = s.instance.Close()
		return nil, 0, err
	}
	return s, document, nil
}

// metadata is an entry of a file's information, as Producer.
func (s *sandbox) metadata(document uint64, key string) string {
	name := s.call("malloc", uint64(len(key)+1))
	s.memory.Write(uint32(name), append([]byte(key), 0))
	text := s.text(func(at, size uint64) uint64 { return s.call("FPDF_GetMetaText", document, name, at, size) })
	s.call("free", name)
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(text[2*i:])
	}
	for len(units) > 0 && units[len(units)-1] == 0 {
		units = units[:len(units)-1]
	}
	return string(utf16.Decode(units))
}

// longestText bounds what a file may call itself or a font.
const longestText = 4096

// text calls a function of PDFium that says how long its answer is and writes it
// where there is room for it.
func (s *sandbox) text(get func(at, size uint64) uint64) []byte {
	size := get(0, 0)
	if s.err != nil || size == 0 || size > longestText {
		return nil
	}
	at := s.call("malloc", size)
	get(at, size)
	data, _ := s.memory.Read(uint32(at), uint32(size))
	data = append([]byte(nil), data...)
	s.call("free", at)
	if s.err != nil {
		return nil
	}
	return data
}

// nearlyFull is the share of the memory above which a fall is laid to memory:
// PDFium ends itself when it gets none.
const nearlyFull = 0.75 * memoryPages * 65536

// fault explains why a call failed.
func (s *sandbox) fault() error {
	var ours *Error
	if errors.As(s.err, &ours) {
		return ours
	}
	if s.ctx.Err() != nil {
		return ended(s.ctx, s.err)
	}
	if float64(s.memory.Size()) > nearlyFull {
		return outOfMemory()
	}
	return damaged()
}

// ended tells the clock of the limits from an end the caller asked for.
func ended(ctx context.Context, err error) error {
	switch {
	case errors.Is(context.Cause(ctx), errClock):
		return refuse(TooSlow, "", "读取超过规定时间")
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return err
}

func damaged() *Error {
	return refuse(Damaged, "请重新导出或重新下载这个文件", "文件已损坏，无法打开")
}

func outOfMemory() *Error {
	return refuse(OutOfMemory, "请降低图片分辨率或分成几个文件再检查", "读取这个文件需要的内存超过上限")
}

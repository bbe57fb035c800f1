package pdfread

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"math"
	"reflect"

	"github.com/klippa-app/go-pdfium"
	"github.com/tetratelabs/wazero/api"
)

// sandbox is one PDFium with memory of its own. It is used by one goroutine at
// a time. The first failure of a call is kept in err and stops every later one,
// so that callers look at it once, after a page.
//
// The library's own methods cost a table entry for each object they name and
// two calls into the sandbox for each number they return; a page of text needs
// some ten thousand numbers. Therefore PDFium's functions are called directly,
// with results written to a piece of sandbox memory that is kept for them.
type sandbox struct {
	ctx       context.Context // of the work at hand; its end stops a running call
	instance  pdfium.Pdfium
	memory    memory
	lookup    reflect.Value // func(name) function
	functions map[string]function
	stack     [8]uint64
	out       uint32 // address of outBytes bytes for results
	err       error
}

const outBytes = 256

var errNoMemory = errors.New("内存不足")

// function and memory are what is needed of wazero's api.Function and api.Memory.
type function interface {
	CallWithStack(ctx context.Context, stack []uint64) error
}

type memory interface {
	Size() uint32
	Read(offset, count uint32) ([]byte, bool)
	Write(offset uint32, data []byte) bool
}

// newSandbox starts a PDFium.
func (e *Engine) newSandbox(ctx context.Context) (s *sandbox, err error) {
	// The library returns handles through reflection and pools.
	defer caught(&err)
	instance, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, failure("PDFium 无法启动：%v", err)
	}
	s = &sandbox{ctx: ctx, instance: instance, functions: map[string]function{}}
	if !s.attach() {
		_ = instance.Close()
		return nil, failure("PDFium 无法启动：运行库版本不符")
	}
	// Behind the room for results stands a word that is asked for often.
	word := append([]byte(actualText), 0)
	s.out = uint32(s.call("malloc", uint64(outBytes+len(word))))
	if s.err == nil && s.memory.Write(s.out+outBytes, word) {
		return s, nil
	}
	_ = instance.Close()
	return nil, failure("PDFium 无法启动：%v", cmp.Or(s.err, errNoMemory))
}

// attach finds the sandbox's functions and memory. They are exported by a type
// of the library that stands in an internal package, hence by reflection.
func (s *sandbox) attach() bool {
	inside := reflect.ValueOf(s.instance.GetImplementation())
	if inside.Kind() != reflect.Pointer {
		return false
	}
	module := inside.Elem().FieldByName("Module")
	s.lookup = inside.MethodByName("Fn")
	if !module.IsValid() || !s.lookup.IsValid() {
		return false
	}
	memories := module.Elem().MethodByName("Memory")
	if !memories.IsValid() {
		return false
	}
	var ok bool
	s.memory, ok = memories.Call(nil)[0].Interface().(memory)
	return ok
}

// call runs one of PDFium's functions; numbers go in and come out in the
// encoding of WebAssembly. It gives 0 once something has failed.
func (s *sandbox) call(name string, args ...uint64) uint64 {
	if s.err != nil {
		return 0
	}
	f, known := s.functions[name]
	if !known {
		f, known = s.lookup.Call([]reflect.Value{reflect.ValueOf(name)})[0].Interface().(function)
		if !known {
			s.err = failure("PDFium 没有函数 %s", name)
			return 0
		}
		s.functions[name] = f
	}
	copy(s.stack[:], args)
	if s.err = f.CallWithStack(s.ctx, s.stack[:]); s.err != nil {
		return 0
	}
	return s.stack[0]
}

// number is a call whose result is a C int.
func (s *sandbox) number(name string, args ...uint64) int {
	return int(api.DecodeI32(s.call(name, args...)))
}

// holds is a call whose result says yes or no.
func (s *sandbox) holds(name string, args ...uint64) bool {
	return int32(s.call(name, args...)) > 0
}

// address is the place of the n-th byte of the room for results.
func (s *sandbox) address(n uint32) uint64 { return uint64(s.out + n) }

// result is the room for results from the n-th byte on.
func (s *sandbox) result(n uint32) []byte {
	data, ok := s.memory.Read(s.out+n, outBytes-n)
	if !ok {
		return make([]byte, outBytes)
	}
	return data
}

func (s *sandbox) float64At(n uint32) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(s.result(n)))
}

func (s *sandbox) float32At(n uint32) float64 {
	return float64(math.Float32frombits(binary.LittleEndian.Uint32(s.result(n))))
}

func (s *sandbox) intAt(n uint32) int {
	return int(int32(binary.LittleEndian.Uint32(s.result(n))))
}

// matrixAt reads one of PDFium's matrices.
func (s *sandbox) matrixAt(n uint32) matrix {
	return matrix{s.float32At(n), s.float32At(n + 4), s.float32At(n + 8), s.float32At(n + 12), s.float32At(n + 16), s.float32At(n + 20)}
}

// writeNumbers puts numbers where results are written.
func (s *sandbox) writeNumbers(numbers ...float64) {
	var data []byte
	for _, v := range numbers {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(float32(v)))
	}
	s.memory.Write(s.out, data)
}

func f32(v float64) uint64 { return uint64(math.Float32bits(float32(v))) }

func f64(v float64) uint64 { return math.Float64bits(v) }

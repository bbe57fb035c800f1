package compose

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// errGiveUp ends a run that text/template has to do.
var errGiveUp = errors.New("the run is left to text/template")

// maxCalls is how deep programs call each other.
const maxCalls = 100

// running is one run of a program. It does what text/template's exec does, in
// the same order, and gives up where that would fail.
type running struct {
	*execution
	of    programs
	fast  *fields
	vars  []variable
	depth int
}

type variable struct {
	name  string
	value reflect.Value
}

// run runs the program of a template over a view.
func (r *running) run(name string, dot reflect.Value) error {
	program, known := r.of[name]
	if r.depth++; !known || r.depth > maxCalls {
		return errGiveUp
	}
	outer := r.vars
	r.vars = append(r.vars[len(r.vars):], variable{"$", dot})
	err := r.list(program, dot)
	r.vars = outer
	r.depth--
	return err
}

func (r *running) list(l []instruction, dot reflect.Value) error {
	for i := range l {
		if err := r.instruction(&l[i], dot); err != nil {
			return err
		}
	}
	return nil
}

func (r *running) instruction(i *instruction, dot reflect.Value) error {
	switch i.kind {
	case parse.NodeText:
		return r.segments(i.text)
	case parse.NodeTemplate:
		var v reflect.Value
		if i.pipe != nil {
			var err error
			if v, err = r.pipeline(i.pipe, dot); err != nil {
				return err
			}
		}
		return r.run(i.name, v)
	case parse.NodeAction:
		return r.action(i, dot)
	}
	mark := len(r.vars)
	v, err := r.pipeline(i.pipe, dot)
	if err != nil {
		return err
	}
	if i.kind == parse.NodeRange {
		err = r.loop(i, v, dot)
	} else {
		err = r.branch(i, v, dot)
	}
	r.vars = r.vars[:mark]
	return err
}

func (r *running) branch(i *instruction, v, dot reflect.Value) error {
	yes, err := truth(v)
	switch {
	case err != nil:
		return err
	case !yes:
		return r.list(i.orElse, dot)
	case i.kind == parse.NodeWith:
		return r.list(i.body, v)
	}
	return r.list(i.body, dot)
}

func (r *running) loop(i *instruction, v, dot reflect.Value) error {
	v, isNil := indirect(v)
	if isNil || !v.IsValid() || v.Kind() != reflect.Slice || i.pipe.assign {
		return errGiveUp
	}
	if v.Len() == 0 {
		return r.list(i.orElse, dot)
	}
	mark := len(r.vars)
	for n := range v.Len() {
		if top := len(r.vars); len(i.pipe.decl) > 1 {
			r.vars[top-1].value, r.vars[top-2].value = v.Index(n), reflect.ValueOf(n)
		} else if len(i.pipe.decl) == 1 {
			r.vars[top-1].value = v.Index(n)
		}
		if err := r.list(i.body, v.Index(n)); err != nil {
			return err
		}
		r.vars = r.vars[:mark]
	}
	return nil
}

func (r *running) action(i *instruction, dot reflect.Value) error {
	if i.put {
		return r.putAction(i.pipe.of, dot)
	}
	v, err := r.pipeline(i.pipe, dot)
	if err != nil || len(i.pipe.decl) > 0 {
		return err
	}
	if !v.IsValid() {
		return errGiveUp
	}
	switch v.Type() {
	case stringType:
		return r.write(v.String())
	case intType:
		return r.write(strconv.FormatInt(v.Int(), 10))
	case boolType:
		return r.write(strconv.FormatBool(v.Bool()))
	}
	return errGiveUp // not put, or nothing that may be written
}

var (
	stringType = reflect.TypeFor[string]()
	intType    = reflect.TypeFor[int]()
	boolType   = reflect.TypeFor[bool]()
)

// putAction is putValue, and the token written.
func (r *running) putAction(e *expression, dot reflect.Value) error {
	v, err := r.expression(e, dot)
	if err != nil || !v.IsValid() {
		return errGiveUp
	}
	p, ok := v.Interface().(putter)
	if !ok {
		return errGiveUp
	}
	held := p.held()
	if held == nil {
		return errGiveUp
	}
	r.put = append(r.put, placed{value: held, at: r.here})
	if err := r.step(); err != nil {
		return err
	}
	var number [20]byte
	r.plain(string(tokenOpen))
	r.out.Write(strconv.AppendInt(number[:0], int64(len(r.put)-1), 10))
	r.out.WriteString(string(tokenClose))
	return nil
}

// write writes what an action shows.
func (r *running) write(s string) error {
	if strings.ContainsRune(s, markOpen) || strings.Contains(s, "\n") {
		return errGiveUp
	}
	if err := r.step(); err != nil {
		return err
	}
	if s != "" {
		r.plain(s)
	}
	return nil
}

// segments writes a text with its marks.
func (r *running) segments(l []segment) error {
	if len(l) == 0 {
		return nil
	}
	if err := r.step(); err != nil {
		return err
	}
	for i := range l {
		r.here = l[i].at
		if text := l[i].text; text != "" {
			r.plain(text)
			r.begun = text[len(text)-1] != '\n'
		}
	}
	return nil
}

// step counts a write, and sees to the limits.
func (r *running) step() error {
	r.steps++
	if r.allows(r.steps, maxSteps, stepsPerValue) && r.allows(2*r.out.Len(), maxOutput, outputPerValue) && r.allows(2*len(r.lines), maxLines, linesPerValue) {
		return nil
	}
	return errGiveUp
}

// plain writes text of one line.
func (r *running) plain(s string) {
	if !r.begun {
		r.lines = append(r.lines, r.here)
		r.begun = true
	}
	r.out.WriteString(s)
}

// pipeline evaluates an expression and sets its variables.
func (r *running) pipeline(p *pipeline, dot reflect.Value) (reflect.Value, error) {
	v, err := r.expression(p.of, dot)
	if err != nil {
		return v, err
	}
	if v.Kind() == reflect.Interface && v.Type().NumMethod() == 0 {
		v = reflect.ValueOf(v.Interface())
	}
	for _, name := range p.decl {
		if !p.assign {
			r.vars = append(r.vars, variable{name, v})
		} else if err := r.set(name, v); err != nil {
			return v, err
		}
	}
	return v, nil
}

func (r *running) set(name string, v reflect.Value) error {
	for i := len(r.vars) - 1; i >= 0; i-- {
		if r.vars[i].name == name {
			r.vars[i].value = v
			return nil
		}
	}
	return errGiveUp
}

func (r *running) variable(name string) (reflect.Value, error) {
	for i := len(r.vars) - 1; i >= 0; i-- {
		if r.vars[i].name == name {
			return r.vars[i].value, nil
		}
	}
	return reflect.Value{}, errGiveUp
}

func (r *running) expression(e *expression, dot reflect.Value) (reflect.Value, error) {
	switch e.kind {
	case parse.NodeIdentifier:
		return r.call(e, dot)
	case parse.NodePipe:
		return r.pipeline(e.pipe, dot)
	case parse.NodeDot:
		return dot, nil
	case parse.NodeField:
		return r.fast.chain(dot, e.fields)
	case parse.NodeVariable:
		v, err := r.variable(e.variable)
		if err != nil {
			return v, err
		}
		return r.fast.chain(v, e.fields)
	}
	return reflect.ValueOf(e.constant), nil
}

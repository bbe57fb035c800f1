package load

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/nearest"
)

// decode fills the shape that out points to from a YAML text, strictly: every
// key known and written once, every value of the right type, every required
// key there. What is wrong is reported with its place; the rest is filled.
// readable is false when the text is no YAML at all.
func (l *loader) decode(text string, at diag.Position, out any) (readable bool) {
	d := decoder{l: l, y: newYAML(text, at)}
	root, ok := l.root(d.y)
	if !ok {
		return false
	}
	v := reflect.ValueOf(out).Elem()
	if root == nil {
		d.missing(v.Type(), map[string]*yaml.Node{}, at, 0)
	} else {
		d.value(root, v, "文件", at, 0)
	}
	return true
}

type decoder struct {
	l *loader
	y yamlText

	line, column int    // where from stands
	rest         string // the line from there on
}

var textType = reflect.TypeFor[dossier.Text]()

// value decodes one node. name is what messages call it; at and length are
// the place of its key.
func (d *decoder) value(n *yaml.Node, v reflect.Value, name string, at diag.Position, length int) {
	switch {
	case n.Kind == yaml.AliasNode: // reported
	case v.Type() == textType:
		d.text(n, v, name)
	case v.Kind() == reflect.Bool:
		d.bool(n, v, name)
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), name, at, length)
	case v.Kind() == reflect.Slice:
		d.list(n, v, name)
	case v.Kind() == reflect.Map:
		d.pairs(n, v, name)
	default:
		d.record(n, v, name, at, length)
	}
}

// wrong reports a value of another type than wanted.
func (d *decoder) wrong(n *yaml.Node, name, want string) {
	hint := "见docs/content.md中的例子"
	switch {
	case want == "文字" && n.Kind == yaml.ScalarNode && n.Value != "":
		hint = fmt.Sprintf(`加半角引号：“"%s"”`, n.Value)
	case want == "列表" && strings.ContainsAny(n.Value, "［【〔"):
		hint = "方括号用半角的“[”“]”"
	case want == "列表":
		hint = "每个值一行，前面写“- ”"
	case want == "true或false":
		hint = "写true或false，不加引号"
	}
	if s, ok := d.y.suspect(n.Line); ok && want == "键和值" {
		d.l.suspected(d.y, s)
		return
	}
	length := 0
	if n.Kind == yaml.ScalarNode {
		length = utf8.RuneCountInString(n.Value)
	}
	d.l.errorAt(d.y.nodeAt(n), length, "wrong-type", fmt.Sprintf("“%s”应为%s，此处是%s", name, want, kindName(n)), hint)
}

func kindName(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "键和值"
	case n.Kind == yaml.SequenceNode:
		return "列表"
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		return "数字"
	case "!!bool":
		return "true或false"
	case "!!null":
		return "空值"
	case "!!timestamp":
		return "时间"
	}
	return "文字"
}

func (d *decoder) bool(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!bool" {
		d.wrong(n, name, "true或false")
		return
	}
	v.SetBool(strings.EqualFold(n.Value, "true"))
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.SequenceNode {
		d.wrong(n, name, "列表")
		return
	}
	if len(n.Content) == 0 {
		d.l.errorAt(d.y.nodeAt(n), 0, "missing-field", fmt.Sprintf("“%s”是空的", name), "写上值，或删除这个键")
	}
	for _, c := range d.apart(n) {
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(c, e, name+"的一项", d.y.nodeAt(c), 0)
		v.Set(reflect.Append(v, e))
	}
}

// pairs decodes a mapping with free keys.
func (d *decoder) pairs(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, name, "键和值")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	d.eachKey(n, func(key, value *yaml.Node) {
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(value, e, key.Value, d.y.nodeAt(key), utf8.RuneCountInString(key.Value))
		v.SetMapIndex(reflect.ValueOf(key.Value), e)
	})
}

func (d *decoder) record(n *yaml.Node, v reflect.Value, name string, at diag.Position, length int) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, name, "键和值")
		return
	}
	fields := fieldsOf(v.Type())
	seen := map[string]*yaml.Node{}
	d.eachKey(n, func(key, value *yaml.Node) {
		f, known := fields[key.Value]
		if !known {
			d.unknownKey(key, v.Type())
			return
		}
		seen[key.Value] = value
		if value.ShortTag() == "!!null" && value.Kind == yaml.ScalarNode {
			if f.required {
				delete(seen, key.Value)
			}
			return // an optional key left blank says “not known”
		}
		d.value(value, v.FieldByIndex(f.index), key.Value, d.y.nodeAt(key), utf8.RuneCountInString(key.Value))
	})
	d.missing(v.Type(), seen, at, length)
}

// eachKey visits the pairs of a mapping and reports keys that are written
// twice or are no words.
func (d *decoder) eachKey(n *yaml.Node, visit func(key, value *yaml.Node)) {
	first := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind == yaml.AliasNode {
			continue
		}
		if key.Kind != yaml.ScalarNode || key.Value == "" {
			d.wrong(key, "键", "文字")
			continue
		}
		if before, dup := first[key.Value]; dup {
			d.l.add(diag.Diagnostic{
				Code: "duplicate-key", Message: fmt.Sprintf("“%s”写了两次", key.Value), Hint: "保留一个",
				At: d.y.nodeAt(key), Length: utf8.RuneCountInString(key.Value),
				Notes: []diag.Note{{Message: "第一次写在这里", At: d.y.nodeAt(before)}},
			})
			continue
		}
		first[key.Value] = key
		visit(key, n.Content[i+1])
	}
}

func (d *decoder) unknownKey(key *yaml.Node, t reflect.Type) {
	if s, ok := d.y.suspect(key.Line); ok {
		d.l.suspected(d.y, s)
		return
	}
	names := namesOf(t)
	hint := "可用的有：" + strings.Join(names, "、")
	if near, ok := nearest.Of(key.Value, names); ok {
		hint = fmt.Sprintf("是否为“%s”？", near)
	}
	d.l.errorAt(d.y.nodeAt(key), utf8.RuneCountInString(key.Value), "unknown-key", fmt.Sprintf("没有名为“%s”的键", key.Value), hint)
}

// missing reports required keys without a value, at the key that holds them.
func (d *decoder) missing(t reflect.Type, seen map[string]*yaml.Node, at diag.Position, length int) {
	fields := fieldsOf(t)
	for _, name := range namesOf(t) {
		if fields[name].required && seen[name] == nil {
			d.l.errorAt(at, length, "missing-field", fmt.Sprintf("缺少“%s”", name), fmt.Sprintf("补上“%s: ……”：%s", name, fields[name].meaning))
		}
	}
}

type shapeField struct {
	index    []int
	required bool
	meaning  string // Chinese
}

// fieldsOf reads the yaml tags of a shape; the keys of a shape inside it that
// has no key of its own count as its own.
func fieldsOf(t reflect.Type) map[string]shapeField {
	out := map[string]shapeField{}
	for _, f := range keysOf(t) {
		name, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		out[name] = shapeField{index: f.Index, required: option != "omitempty", meaning: meaningOf(f.Tag)}
	}
	return out
}

func keysOf(t reflect.Type) []reflect.StructField {
	return slices.DeleteFunc(reflect.VisibleFields(t), func(f reflect.StructField) bool { return f.Anonymous })
}

// meaningOf gives the description that the schema has of a key.
func meaningOf(tag reflect.StructTag) string {
	meaning := strings.TrimPrefix(tag.Get("jsonschema"), "description=")
	for _, next := range []string{",pattern=", ",enum="} {
		meaning, _, _ = strings.Cut(meaning, next)
	}
	return meaning
}

// namesOf gives the keys of a shape in the order of its fields.
func namesOf(t reflect.Type) []string {
	var out []string
	for _, f := range keysOf(t) {
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		out = append(out, name)
	}
	return out
}

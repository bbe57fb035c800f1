package disclose

import (
	"reflect"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/privacy"
	"hongtou/internal/web"
)

// Check says what must not be published, before anything is made: personal data
// in a text of the website, each with its place, and dossiers without a folder
// that has an address. It needs no documents.
func Check(dossiers []Dossier) diag.List {
	var problems diag.List
	for _, d := range dossiers {
		for _, t := range texts(d) {
			problems.Add(private(t)...)
		}
	}
	var issued []*dossier.Dossier
	for _, d := range dossiers {
		issued = append(issued, d.Editions[0].Issued)
	}
	problems.Add(docset.CheckFolders(issued)...)
	return problems.Sorted()
}

// private reports the personal data in a text.
func private(t dossier.Text) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, f := range privacy.Screen(t.Value) {
		out = append(out, diag.Diagnostic{Code: privacy.Code, Message: f.Message(), Hint: privacy.Hint, At: t.Position(f.Offset), Length: f.Length})
	}
	return out
}

// texts gives every text of a dossier that the website shows. What is handed to
// recipients is not among them.
func texts(d Dossier) []dossier.Text {
	last := d.Editions[len(d.Editions)-1]
	issued := last.Issued
	out := issued.Public()
	if issued.Site != nil {
		out = append(out, issued.Site.Texts()...)
	}
	for _, a := range last.Applied {
		out = append(append(out, a.Notice.Texts()...), a.Web.Texts()...)
	}
	if r := last.Dossier.Register; r != nil {
		for _, u := range r.Units {
			out = append(out, u.Name)
		}
	}
	return out
}

// unnoticed screens the finished website once more: words that come from
// elsewhere, as from somebody's own templates, have no place in the content.
func unnoticed(s web.Site) diag.List {
	var problems diag.List
	for _, p := range s.Pages {
		words(reflect.ValueOf(p), func(t string) {
			for _, f := range privacy.Screen(t) {
				problems.Add(diag.Diagnostic{Code: privacy.Code, Message: f.Message() + "，在网页“" + p.Path + "”上", Hint: privacy.Hint})
			}
		})
	}
	words(reflect.ValueOf(s.Tasks), func(t string) {
		for _, f := range privacy.Screen(t) {
			problems.Add(diag.Diagnostic{Code: privacy.Code, Message: f.Message() + "，在开放数据中", Hint: privacy.Hint})
		}
	})
	return problems.Sorted()
}

// words visits every text in a value; runs that make one line count as one.
func words(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			words(v.Elem(), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			words(v.Field(i), visit)
		}
	case reflect.Slice, reflect.Array:
		if runs, ok := v.Interface().([]doc.Inline); ok {
			visit(doc.Plain(runs))
			return
		}
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return // a picture
		}
		for i := range v.Len() {
			words(v.Index(i), visit)
		}
	}
}

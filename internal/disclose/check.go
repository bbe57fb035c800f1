package disclose

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
	"hongtou/internal/filename"
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
	problems.Add(folders(dossiers)...)
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

// folderForm is a folder that every server and file system takes as it is.
var folderForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)

// taken are the folders that the website has beside those of dossiers.
var taken = []string{"assets", "fonts"}

// folders reports dossiers whose pages would have no address of their own.
func folders(dossiers []Dossier) diag.List {
	var problems diag.List
	seen := map[string]bool{}
	for _, d := range dossiers {
		issued := d.Editions[0].Issued
		name, why := folder(issued), ""
		switch {
		case !folderForm.MatchString(name) || filename.Refusal(name) != "":
			why = "不能作网址"
		case slices.Contains(taken, filename.Fold(name)):
			why = "与网站自己的文件夹重名"
		case seen[filename.Fold(name)]:
			why = "与另一个案卷重名"
		}
		seen[filename.Fold(name)] = true
		if why != "" {
			at := issued.Web.Path
			if at.IsZero() {
				at = issued.Name
			}
			problems.Add(diag.Diagnostic{
				Code: "site-path", At: at.At, Length: at.Len(), Message: fmt.Sprintf("案卷“%s”在网站中的文件夹名“%s”%s", issued.ID, name, why),
				Hint: "在dossier.yaml的web下写path: 小写英文、数字、连字符，如“path: zhenggai-2021”",
			})
		}
	}
	return problems
}

// folder is where the pages of a dossier lie.
func folder(d *dossier.Dossier) string {
	if d.Web.Path.IsZero() {
		return d.ID
	}
	return d.Web.Path.Value
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

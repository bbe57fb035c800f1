package load

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/invopop/jsonschema"

	"hongtou/internal/dossier"
)

var update = flag.Bool("update", false, "write docs/schema anew")

// schemas are the YAML shapes and the files of docs/schema that describe them
// to editors.
var schemas = map[string]struct {
	title string
	shape any
}{
	"units.json":     {"content/units.yaml：单位名册", &unitsFile{}},
	"dossier.json":   {"content/<案卷>/dossier.yaml：公文要素和清单结构", &dossierFile{}},
	"amendment.json": {"content/<案卷>/amendments/*.md开头的YAML：修改通知的公文要素", &amendmentFront{}},
	"site.json":      {"content/site.yaml：网站的情况", &siteFile{}},
	"item.json":      {"content/<案卷>/items/*.md开头的YAML", &itemFront{}},
}

// schema gives the JSON Schema of a shape; keys without omitempty are
// required, as in decode.
func schema(title string, shape any) *jsonschema.Schema {
	r := jsonschema.Reflector{
		FieldNameTag: "yaml", ExpandedStruct: true, DoNotReference: true, Anonymous: true,
		Mapper: func(t reflect.Type) *jsonschema.Schema {
			one := uint64(1)
			switch t {
			case textType:
				return &jsonschema.Schema{Type: "string", MinLength: &one}
			case reflect.TypeFor[labelsShape]():
				kind := &jsonschema.Schema{Type: "string"}
				for _, k := range kinds {
					kind.Enum = append(kind.Enum, string(k))
				}
				return &jsonschema.Schema{Type: "object", AdditionalProperties: kind}
			case reflect.TypeFor[[]dossier.Text]():
				return &jsonschema.Schema{Type: "array", MinItems: &one, Items: &jsonschema.Schema{Type: "string", MinLength: &one}}
			}
			return nil
		},
	}
	s := r.Reflect(shape)
	s.Title = title
	return s
}

// TestSchemaKnowsUnitKinds: the list of kinds is written twice, because tags
// cannot name a variable.
func TestSchemaKnowsUnitKinds(t *testing.T) {
	data, err := json.Marshal(schema("", &unitShape{}))
	if err != nil {
		t.Fatal(err)
	}
	want, _ := json.Marshal(unitKinds)
	if !bytes.Contains(data, append([]byte(`"enum":`), want...)) {
		t.Errorf("the schema's kinds are not %s", want)
	}
}

func TestSchemasAreUpToDate(t *testing.T) {
	const dir = "../../docs/schema"
	for name, s := range schemas {
		want, err := json.MarshalIndent(schema(s.title, s.shape), "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, '\n')
		path := filepath.Join(dir, name)
		if *update {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not up to date: go test ./internal/load -run Schemas -update (%v)", name, err)
		}
	}
	files, _ := filepath.Glob(dir + "/*.json")
	if len(files) != len(schemas) {
		t.Errorf("%d files in docs/schema, %d shapes", len(files), len(schemas))
	}
}

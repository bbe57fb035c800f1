package pdf

import (
	"fmt"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// passes are the steps from gopdf's file to ours, in order. A new feature of
// the document level is a new pass. Structure comes after content, which
// says what stands where; metadata after pictures, which decide
// what the file may claim.
var passes = []struct {
	name string
	run  func(*job) error
}{
	{"sweep", (*job).sweep},             // gopdf's objects that nothing leads to
	{"pages", (*job).findPages},         // gopdf's page objects are the book's pages
	{"resources", (*job).cleanResource}, // empty dictionaries, obsolete procedure sets
	{"fonts", (*job).addFonts},          // programs, widths, text mapping
	{"content", (*job).addContent},      // every rule and run, and of which element it is
	{"pictures", (*job).addPictures},    // seals and stamps
	{"structure", (*job).addStructure},  // elements, links
	{"outline", (*job).addOutline},      // bookmarks
	{"destinations", (*job).addNames},   // the same places by name
	{"labels", (*job).addLabels},        // printed page numbers
	{"catalog", (*job).setCatalog},      // language, viewer settings
	{"information", (*job).setInfo},     // title, author, dates
	{"metadata", (*job).addMetadata},    // the same for archives
	{"intent", (*job).addIntent},        // what colours mean
	{"compress", (*job).compress},       // after the last change of a stream
}

// job is the state passes share: the file under work and what it shows.
type job struct {
	press     *Press
	deflaters *deflaters
	book      *layout.Book
	faces     faces
	file      *object.File
	root      object.Dict          // the catalog
	pages     []page               // one for each page of the book
	boxes     map[int]object.Array // of figures, by element
	store     nodeStore
	archival  bool // nothing found so far that PDF/A-1b forbids
}

// page is one page object. The content pass fills in stream and marks.
type page struct {
	ref    object.Ref
	dict   object.Dict
	stream *object.Stream // its plain content; nil when the page is empty
	marks  []int          // element of each marked sequence, by its number
}

// finish turns what gopdf wrote into the final file.
func (p *Press) finish(drawn []byte, b *layout.Book, f faces, d *deflaters) ([]byte, error) {
	file, err := object.Read(drawn)
	if err != nil {
		return nil, fmt.Errorf("reading gopdf's file: %w", err)
	}
	j := &job{press: p, deflaters: d, book: b, faces: f, file: file, boxes: map[int]object.Array{}, archival: true}
	for _, p := range passes {
		if err := p.run(j); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return j.file.Encode(), nil
}

// sweep drops what gopdf writes to no use. References are good only from here
// on.
func (j *job) sweep() error {
	j.file.Sweep()
	var err error
	j.root, err = j.file.Root()
	return err
}

// compress deflates every stream but metadata, which programs that know no PDF
// want to find by searching (ISO 32000-1, 14.3.2). A fast press leaves it at
// what is compressed so far.
func (j *job) compress() error {
	if j.press.effort == Fast {
		return nil
	}
	for _, o := range j.file.Objects {
		s, ok := o.(*object.Stream)
		if !ok || s.Dict["Type"] == object.Name("Metadata") {
			continue
		}
		if err := j.deflaters.content.Deflate(s); err != nil {
			return err
		}
	}
	return nil
}

package build

import (
	"hongtou/internal/docset"
	"hongtou/internal/publish"
)

// plan is what a build has to make.
type plan struct {
	options   Options            // with the recipients that they mean
	documents []docset.Document  // everything that the content asks for
	wanted    []*docset.Document // of these, what the options ask for
}

// planFor plans the documents of a build. What must not stand on a website is
// found now, before anything is made.
func (c *content) planFor(o Options) (plan, error) {
	o, err := c.addressed(o)
	if err != nil {
		return plan{}, err
	}
	documents := c.plan()
	out := plan{o, documents, o.wanted(documents)}
	c.problems.List.Add(c.unpublishable(out.wanted)...)
	return out, nil
}

// begin opens out/ for writing, unless nothing was asked for or something else
// stands there.
func (p plan) begin() (*publish.Session, error) {
	o := p.options
	if len(p.wanted) == 0 && o.nothing(p.documents) {
		return nil, misused("核对 --as-of、--kind、--format 和 --unit；运行 hongtou list 查看可以生成的文件", "没有选中任何文件，%s 未动", o.Out)
	}
	session, err := publish.BeginRemembering(o.Out, o.Cache)
	if err != nil {
		return nil, err
	}
	if err := o.fits(session.Previous()); err != nil {
		session.Close()
		return nil, err
	}
	return session, nil
}

package web

import (
	"fmt"
	"path"
	"regexp"
	"strings"
)

const home = "index.html"

// reserved are the paths that Render itself fills.
var reserved = []string{"tasks.json", "tasks.csv", "sitemap.xml", "feed.xml"}

// relative gives the address of a place of the site as seen from a page.
func relative(from, to string) string {
	file, anchor, found := strings.Cut(to, "#")
	if found {
		anchor = "#" + anchor
	}
	if file == "" || file == from && found {
		return anchor
	}
	a, b := strings.Split(from, "/"), strings.Split(file, "/")
	same := 0
	for same < len(a)-1 && same < len(b)-1 && a[same] == b[same] {
		same++
	}
	return strings.Repeat("../", len(a)-1-same) + strings.Join(b[same:], "/") + anchor
}

// absolute gives the public address of a page; that of the home page is the
// site's own.
func (c Config) absolute(path string) string {
	if path == home {
		return c.Address
	}
	return c.Address + path
}

var (
	idAttribute   = regexp.MustCompile(` id="([^"]*)"`)
	linkAttribute = regexp.MustCompile(` (?:href|src|action|data-index)="([^"]*)"`)
)

// checkLinks follows every link of the finished pages. Text holds no quotation
// marks (they are escaped), so that what looks like an attribute is one.
func (m *maker) checkLinks(all []Output) error {
	ids := make([]map[string]bool, len(all))
	err := m.each(len(all), func(i int) (err error) {
		ids[i], err = anchors(all[i])
		return err
	})
	if err != nil {
		return err
	}
	places := map[string]map[string]bool{}
	for i, o := range all {
		places[o.Path] = ids[i]
	}
	return m.each(len(all), func(i int) error { return followAll(places, all[i]) })
}

func followAll(places map[string]map[string]bool, o Output) error {
	if !strings.HasSuffix(o.Path, ".html") {
		return nil
	}
	for _, found := range linkAttribute.FindAllSubmatch(o.Data, -1) {
		if err := follow(places, o.Path, string(found[1])); err != nil {
			return err
		}
	}
	return nil
}

func anchors(o Output) (map[string]bool, error) {
	ids := map[string]bool{}
	if !strings.HasSuffix(o.Path, ".html") {
		return ids, nil
	}
	for _, found := range idAttribute.FindAllSubmatch(o.Data, -1) {
		id := string(found[1])
		if ids[id] {
			return nil, fmt.Errorf("网页“%s”中锚点“%s”重复", o.Path, id)
		}
		ids[id] = true
	}
	return ids, nil
}

func follow(places map[string]map[string]bool, from, link string) error {
	if strings.HasPrefix(link, "data:") || strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://") {
		return nil
	}
	file, anchor, _ := strings.Cut(link, "#")
	file, _, _ = strings.Cut(file, "?")
	to := from
	if file != "" {
		to = path.Join(path.Dir(from), file)
	}
	ids, ok := places[to]
	if !ok || anchor != "" && !ids[anchor] {
		return fmt.Errorf("网页“%s”中的链接“%s”没有目标", from, link)
	}
	return nil
}

package web

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestCSV(t *testing.T) {
	data := render(t, sample())["tasks.csv"]
	rest, marked := strings.CutPrefix(data, "\uFEFF")
	if !marked {
		t.Error("spreadsheets will not know the encoding")
	}
	rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
	if err != nil || len(rows) != 10 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	want := []string{"plan", "甲市整改方案", "第2项", "第2项", "'=用水2", "问题，\"引号\"", "目标", "2020年底前", "2020-12-31", "一\n-二", "乙县", "丙局", "2020-07-30", "是", "plan/item-01.html"}
	if !slices.Equal(rows[2], want) {
		t.Errorf("got %q, want %q", rows[2], want)
	}
	if got := strings.Join(rows[0], "/"); !strings.Contains(got, "措施/责任单位/督导单位/") || !strings.HasPrefix(got, "案卷/整改方案/序号/事项/") {
		t.Errorf("head %s", got)
	}
}

func TestFormulasAreText(t *testing.T) {
	for in, want := range map[string]string{"": "", "一": "一", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\t=1": "'\t=1", "＝1": "'＝1", "1-2": "1-2"} {
		if got := harmless(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestJSON(t *testing.T) {
	s := sample()
	s.Tasks[0].Problem, s.Tasks[1].Measures, s.Tasks[1].Units = hostile, nil, nil
	var got struct {
		Site  string
		Tasks []openTask
	}
	if err := json.Unmarshal([]byte(render(t, s)["tasks.json"]), &got); err != nil {
		t.Fatal(err)
	}
	if got.Site != s.Config.Name || len(got.Tasks) != 9 || got.Tasks[0].Problem != hostile || got.Tasks[0].Units[0].Unit != "乙县" || got.Tasks[1].Measures == nil || got.Tasks[1].Units == nil {
		t.Errorf("got %+v", got)
	}
}

func TestSearchData(t *testing.T) {
	files := render(t, sample())
	data, ok := strings.CutPrefix(strings.TrimSuffix(files["assets/search.js"], ";\n"), "window.siteSearch=")
	var got []entry
	if err := json.Unmarshal([]byte(data), &got); err != nil || !ok {
		t.Fatal(err)
	}
	if len(got) != len(sample().Pages) {
		t.Fatalf("%d pages", len(got))
	}
	for i, words := range map[int]string{2: "用水总量控制不力", 3: "15.15亿立方米", 5: hostile, 6: "乙县承担的任务"} {
		if !strings.Contains(got[i].Words, words) {
			t.Errorf("%s: no %s in %s", got[i].Path, words, got[i].Words)
		}
	}
	if !got[3].Old || got[4].Old {
		t.Error("old is what is superseded, not what bears a banner")
	}
	if got[3].Note == "" || strings.Contains(got[3].Words, "<") {
		t.Errorf("notice: %+v", got[3])
	}
}

func TestSitemapAndFeed(t *testing.T) {
	files := render(t, sample())
	var m sitemap
	if err := xml.Unmarshal([]byte(files["sitemap.xml"]), &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Pages) != len(sample().Pages) || m.Pages[0].Address != "https://www.example.gov.cn/zg/" || m.Pages[3] != (location{"https://www.example.gov.cn/zg/plan/notice.html", "2020-11-25"}) {
		t.Errorf("sitemap %+v", m.Pages)
	}
	var f struct {
		ID, Title, Updated string `xml:"-"`
		Updates            string `xml:"updated"`
		Entries            []struct {
			ID        string `xml:"id"`
			Updated   string `xml:"updated"`
			Published string `xml:"published"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := xml.Unmarshal([]byte(files["feed.xml"]), &f); err != nil {
		t.Fatal(err)
	}
	if len(f.Entries) != 2 || f.Updates != "2020-11-25T00:00:00+08:00" || f.Entries[0].Published != "2020-08-05T09:00:00+08:00" || f.Entries[1].ID != "https://www.example.gov.cn/zg/plan/consolidated-2020-11-25.html" {
		t.Errorf("feed %+v", f)
	}
}

// TestFeedHasAuthors: an entry without a source of its own has that of the
// feed, no empty one.
func TestFeedHasAuthors(t *testing.T) {
	var f struct {
		Author struct {
			Name string `xml:"name"`
		} `xml:"author"`
		Entries []struct {
			Authors []struct {
				Name string `xml:"name"`
			} `xml:"author"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(render(t, sample())["feed.xml"]), &f); err != nil {
		t.Fatal(err)
	}
	if f.Author.Name != "甲市人民政府办公室" || len(f.Entries[0].Authors) != 1 || f.Entries[0].Authors[0].Name != "甲市人民政府办公室" || len(f.Entries[1].Authors) != 0 {
		t.Errorf("%+v", f)
	}
}

// TestFeedTellsTitlesApart by their days; titles that are alone stay.
func TestFeedTellsTitlesApart(t *testing.T) {
	s := sample()
	s.Pages = append(slices.Clone(s.Pages), Page{Path: "plan/consolidated-2021-06-01.html", Kind: Article, Title: "甲市整改方案（整理本）", Updated: "2021-06-01"})
	var f struct {
		Titles []string `xml:"entry>title"`
	}
	files := render(t, s)
	if err := xml.Unmarshal([]byte(files["feed.xml"]), &f); err != nil {
		t.Fatal(err)
	}
	if want := []string{"甲市整改方案（整理本）（2021年6月1日）", s.Pages[3].Title, "甲市整改方案（整理本）（2020年11月25日）"}; !slices.Equal(f.Titles, want) {
		t.Errorf("%q", f.Titles)
	}
	if !strings.Contains(files["plan/consolidated-2021-06-01.html"], `<meta name="ArticleTitle" content="甲市整改方案（整理本）">`) {
		t.Error("the title of the page is another")
	}
}

// TestSitemapKnowsPublication: a page is no older than the day it was put there.
func TestSitemapKnowsPublication(t *testing.T) {
	s := sample()
	s.Pages = slices.Clone(s.Pages)
	s.Pages[3].Published, s.Pages[3].Updated = "2020-12-02 10:00", "2020-07-30"
	var m sitemap
	if err := xml.Unmarshal([]byte(render(t, s)["sitemap.xml"]), &m); err != nil || m.Pages[3].Changed != "2020-12-02" {
		t.Errorf("%+v %v", m.Pages[3], err)
	}
}

// TestDownloadsBearNames: files are called on the site by what servers take,
// and by people's names when people have them.
func TestDownloadsBearNames(t *testing.T) {
	var got []string
	for _, a := range all(parse(t, render(t, sample())["plan/notice.html"]), "a") {
		if strings.Contains(attribute(a, "href"), "files/") {
			got = append(got, attribute(a, "download"))
		}
	}
	if !slices.Equal(got, []string{"印发通知.pdf", "任务清单.xlsx"}) {
		t.Errorf("%q", got)
	}
}

// TestContrast measures the colours of text on all grounds (WCAG 1.4.3).
func TestContrast(t *testing.T) {
	for _, group := range regexp.MustCompile(`--red: [^}]*`).FindAllString(styleSource, -1) {
		colours := map[string]float64{}
		for _, m := range regexp.MustCompile(`--(\w+): #([0-9a-f]+);`).FindAllStringSubmatch(group, -1) {
			colours[m[1]] = luminance(t, m[2])
		}
		for _, ink := range []string{"red", "ink", "soft"} {
			for _, ground := range []string{"paper", "ground", "tint"} {
				a, b := colours[ink]+0.05, colours[ground]+0.05
				if ratio := max(a, b) / min(a, b); ratio < 4.5 {
					t.Errorf("%s on %s: %.2f", ink, ground, ratio)
				}
			}
		}
	}
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	sum := 0.0
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += share * c
	}
	return sum
}

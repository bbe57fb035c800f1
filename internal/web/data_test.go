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
	want := []string{"plan", "2", "第2项", "'=用水2", "问题，\"引号\"", "目标", "2020年底前", "2020-12-31", "一\n-二", "乙县", "丙局", "2020-07-30", "是", "plan/item-01.html"}
	if !slices.Equal(rows[2], want) {
		t.Errorf("got %q, want %q", rows[2], want)
	}
	if got := strings.Join(rows[0], "/"); !strings.Contains(got, "措施/责任单位/督导单位/") {
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

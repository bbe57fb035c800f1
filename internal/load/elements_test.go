package load

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"hongtou/internal/dossier"
)

func pngOf(t *testing.T, width, height int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// withElements adds lines to the notice of the small plan.
func withElements(c map[string]string, lines string) map[string]string {
	const main = "plan1/dossier.yaml"
	c[main] = strings.Replace(c[main], "notice:\n", "notice:\n"+lines, 1)
	return c
}

func only(t *testing.T, c map[string]string) dossier.Dossier {
	t.Helper()
	dossiers, list := load(c)
	if list.HasErrors() || len(dossiers) != 1 {
		t.Fatal(said(list))
	}
	return dossiers[0]
}

func TestElementsOfANotice(t *testing.T) {
	c := withElements(small(), `  serial: "000012"
  secrecy: 机密★1年
  urgency: 特急
  signers: [张三, 李四]
  note: （此件公开发布）
  sealing: seal
  seals: [{file: seals/a.png, size: 42×40.5, alt: 某机关印章}]
`)
	c["plan1/dossier.yaml"] = strings.Replace(c["plan1/dossier.yaml"], "  imprint:\n", "  imprint:\n    recipients: 主送：各局。\n", 1)
	c["plan1/notice.md"] = strings.Replace(c["plan1/notice.md"], "各县委、政府：\n\n", "", 1)
	c["plan1/seals/a.png"] = pngOf(t, 10, 10)
	d := only(t, c)
	f := d.Notice.Face
	if f.HeadMarks.SerialNumber.Value != "000012" || f.HeadMarks.Secrecy.Value != "机密★1年" || f.HeadMarks.Urgency.Value != "特急" {
		t.Errorf("head marks %+v", f.HeadMarks)
	}
	if len(f.Signers) != 2 || f.Note.Value != "（此件公开发布）" || f.Imprint.Recipients.Value != "主送：各局。" {
		t.Errorf("%+v", f)
	}
	if p := f.Sealing.Pictures; len(p) != 1 || p[0].Width != 4200 || p[0].Height != 4050 || len(p[0].Data) == 0 || p[0].Alt.Value != "某机关印章" {
		t.Errorf("pictures %+v", f.Sealing)
	}
}

func TestElementsThatAreWrong(t *testing.T) {
	big := pngOf(t, 5000, 1)
	for lines, want := range map[string]string{
		`  serial: "12"`:                                      "bad-element",
		"  secrecy: 机密1年":                                     "bad-element",
		"  urgency: 很急":                                       "bad-value",
		"  note: 此件公开发布":                                      "bad-element",
		"  sealing: stamps":                                   "bad-value",
		"  posts: [市长, 县长]\n  sealing: stamp":                 "bad-element",
		"  seals: [{file: seals/a.png, size: 42×42, alt: 章}]": "bad-element", // sealing is missing
		"  sealing: seal\n  seals: [{file: seals/no.png, size: 42×42, alt: 章}]":   "bad-picture",
		"  sealing: seal\n  seals: [{file: ../plan2/a.png, size: 42×42, alt: 章}]": "bad-picture",
		"  sealing: seal\n  seals: [{file: seals/big.png, size: 42×42, alt: 章}]":  "bad-picture",
		"  sealing: seal\n  seals: [{file: seals/text.png, size: 42×42, alt: 章}]": "bad-picture",
		"  posts: [市长]":                  "bad-element",
		"  posts: [市长]\n  sealing: seal": "bad-element",
		"  sealing: seal\n  seals: [{file: seals/a.png, size: 0.9×42, alt: 章}]":   "bad-element",
		"  sealing: seal\n  seals: [{file: seals/a.png, size: 42×100.1, alt: 章}]": "bad-element",
		"  sealing: seal\n  seals: [{file: seals/a.png, size: 42x42, alt: 章}]":    "bad-element",
		"  sealing: seal\n  seals: [{file: seals/a.png, size: 0×42, alt: 章}]":     "bad-element",
	} {
		c := withElements(small(), lines+"\n")
		c["plan1/seals/a.png"], c["plan1/seals/big.png"], c["plan1/seals/text.png"] = pngOf(t, 10, 10), big, "text"
		_, list := load(c)
		found := false
		for _, p := range list {
			found = found || p.Code == want && p.At.Line > 0 && p.Message != ""
		}
		if !found {
			t.Errorf("%s: want %s, got %v", lines, want, list)
		}
	}
}

func TestSeveralAttachments(t *testing.T) {
	c := small()
	c["plan1/plan.md"] = strings.Replace(c["plan1/plan.md"], "附件：整改措施清单", "附件：1.整改措施清单\n\n2.登记表", 1)
	d := only(t, c)
	if d.Plan.AttachmentNote.Value != "附件：1.整改措施清单" || len(d.Plan.Attachments) != 1 || d.Plan.Attachments[0].Value != "2.登记表" {
		t.Errorf("%+v %+v", d.Plan.AttachmentNote, d.Plan.Attachments)
	}
}

// TestRecipientsInTheImprint: recipients that moved to the imprint do not stand
// before the text as well.
func TestRecipientsInTheImprint(t *testing.T) {
	c := small()
	c["plan1/dossier.yaml"] = strings.Replace(c["plan1/dossier.yaml"], "  imprint:\n", "  imprint:\n    recipients: 主送：各局。\n", 1)
	if _, list := load(c); len(list) != 1 || list[0].Code != "recipients" {
		t.Error(list)
	}
	c["plan1/notice.md"] = strings.Replace(c["plan1/notice.md"], "各县委、政府：\n\n", "", 1)
	if d := only(t, c); !d.Notice.Recipients.IsZero() || len(d.Notice.Body) != 1 {
		t.Errorf("%+v", d.Notice)
	}
}

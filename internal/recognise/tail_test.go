package recognise_test

import (
	"strings"
	"testing"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
)

// TestTasksInsidePlan reads a plan that holds its tasks between its own
// headings, with signature and date at its end: nothing of it is left over.
func TestTasksInsidePlan(t *testing.T) {
	const fields = "牵头单位：县乙局\n\n配合单位：县丙局\n\n完成时限：2026年6月底\n\n"
	for _, c := range []struct{ name, text, body, title, parts string }{
		{"heading over parts", "二、重点任务\n\n（一）规范事项\n\n1.编制清单。\n\n主要任务：公布清单。\n\n" + fields + "2.统一指南。\n\n主要任务：公布指南。\n\n" + fields,
			"制定本方案。|一、总体要求|坚持为民。|二、重点任务|【待填】|三、工作要求|各单位要落实。", "重点任务", "（一）规范事项"},
		{"measures last", "二、重点任务\n\n（一）规范事项\n\n1.编制清单。\n\n" + fields + "主要任务：公布清单。\n\n2.统一指南。\n\n" + fields + "主要任务：\n\n（1）公布指南。\n\n（2）印发指南。\n\n",
			"制定本方案。|一、总体要求|坚持为民。|二、重点任务|【待填】|三、工作要求|各单位要落实。", "重点任务", "（一）规范事项"},
		{"brackets", "二、提升效能\n\n（一）编制清单。公布清单。（牵头单位：县乙局；配合单位：县丙局；完成时限：2026年6月底）\n\n（二）统一指南。公布指南。（牵头单位：县乙局；配合单位：县丙局；完成时限：2026年6月底）\n\n",
			"制定本方案。|一、总体要求|坚持为民。|二、提升效能|【待填】|三、工作要求|各单位要落实。", "提升效能", ""},
		{"two parts", "二、提升效能\n\n（一）编制清单。公布清单。（牵头单位：县乙局；配合单位：县丙局；完成时限：2026年6月底）\n\n三、强化保障\n\n（二）统一指南。公布指南。（牵头单位：县乙局；配合单位：县丙局；完成时限：2026年6月底）\n\n",
			"制定本方案。|一、总体要求|坚持为民。|四、工作要求|各单位要落实。", "", "二、提升效能|三、强化保障"},
	} {
		t.Run(c.name, func(t *testing.T) {
			next := "三"
			if c.name == "two parts" {
				next = "四"
			}
			ms := []manuscript.Manuscript{paste("a.txt", "甲县2026年优化服务工作方案\n\n制定本方案。\n\n一、总体要求\n\n坚持为民。\n\n"+c.text+next+"、工作要求\n\n各单位要落实。\n\n甲县人民政府办公室\n2026年1月12日\n")}
			d, rep := recognise.Recognise(ms, nil)
			if err := recognise.Account(ms, d, rep); err != nil {
				t.Fatal(err)
			}
			var body, parts []string
			for _, p := range d.Plan.Body {
				body = append(body, p.Value())
			}
			for _, p := range d.Annex.Parts {
				parts = append(parts, p.Heading.Value())
			}
			if got := strings.Join(body, "|"); got != c.body || len(rep.Unplaced) > 0 {
				t.Errorf("plan %q\nwant %q, unplaced %v", got, c.body, rep.Unplaced)
			}
			if got := strings.Join(parts, "|"); got != c.parts || d.Annex.Title.Value() != c.title || len(d.Annex.Items()) != 2 {
				t.Errorf("parts %q, title %q, %d items", got, d.Annex.Title.Value(), len(d.Annex.Items()))
			}
			if len(d.Notice.Signature) != 1 || d.Notice.Signature[0].Value() != "甲县人民政府办公室" || d.Notice.Date.Value() != "2026年1月12日" {
				t.Error("signature", d.Notice.Signature, d.Notice.Date)
			}
			said := 0
			for _, x := range rep.Doubts {
				if strings.Contains(x.Assumed, "plan.md") || strings.Contains(x.Why, "落款") || strings.Contains(x.Assumed, dossier.Placeholder) {
					said++
				}
			}
			if said < 2 {
				t.Errorf("doubts %+v", rep.Doubts)
			}
		})
	}
}

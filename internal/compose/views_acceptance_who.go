package compose

import (
	"hongtou/internal/assign"
	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

// who says who applies and who is verified. A supervisor verifies everybody
// who answers for the task, one at a time.
func (v *formView) who(r *assign.Recipient, t *assign.Task) {
	if s := shareOf(r.Responsible, t); s != nil {
		v.Applicants = unitNames(s.Bodies())
		v.Verified = v.Applicants
	}
	if shareOf(r.Supervised, t) == nil {
		return
	}
	v.Verified = unitNames(answering(t))
	v.Choose = len(v.Verified) > 1
	for _, p := range t.Open {
		v.Open = v.Open || p.Field == dossier.Responsible
	}
}

// answering gives the units that answer for a task, in printed order.
func answering(t *assign.Task) []*dossier.Unit {
	var out []*dossier.Unit
	seen := map[*dossier.Unit]bool{}
	for _, d := range t.Duties {
		if d.Field == dossier.Responsible && !seen[d.Unit] {
			seen[d.Unit] = true
			out = append(out, d.Unit)
		}
	}
	return out
}

// titleRoom is how many characters a line of a title holds.
const titleRoom = 20

// noticeTitle names the plan by its title, in its lines, and the task. The
// number of the task follows the plan's name on its line where there is room.
func noticeTitle(plan dossier.Title, w dossier.Words, t *assign.Task) *Title {
	plan.At = diag.Position{} // nobody wrote this title: its length is nobody's mistake
	before, after := dossier.Text{Value: "关于《"}, dossier.Text{Value: "》" + t.Label}
	what := dossier.Text{Value: w.Say("整改任务完成情况的公示（稿）")}
	out := dossier.Title{Text: dossier.Join(before, plan.Text, after, what)}
	for _, b := range plan.Breaks {
		out.Breaks = append(out.Breaks, before.Len()+b)
	}
	last, mark := before.Len()+plan.Len()+after.Len(), before.Len()+plan.Len()+1
	if n := len(plan.Breaks); n == 0 && last > titleRoom || n > 0 && last-out.Breaks[n-1] > titleRoom {
		last = mark
	}
	out.Breaks = append(out.Breaks, last)
	v := newTitle("form.notice", out, doc.Outline{Level: 1, Title: "公示稿（" + t.Label + "）", ID: anchorID("public", t.ID)})
	v.setMarks(0)
	return v
}

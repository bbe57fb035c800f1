package norm

import (
	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// posts are the lines with the posts of those who signed with a stamp.
func (d paper) posts() []elements.Line { return d.Organs }

// stamps measures the pictures of stamps against the posts beside them. Where
// the places are left free for real stamps, only the posts can be measured.
func stamps(d paper) Result {
	if d.sealing() != stamped {
		return absent()
	}
	images, posts := d.pictures(), d.posts()
	switch {
	case len(images) == 0 && d.pictured():
		return unproven("落款页是图片，签名章不能单独测量").at(onLines(posts))
	case len(images) == 0 && len(posts[0].Parts()) > 1:
		return unproven("职务后是文字“%s”，不是签名章", brief(posts[0].Parts()[1].Text())).at(onLines(posts))
	case len(images) == 0:
		return d.freeStamps(posts)
	}
	var t tally
	t.checkAt(onLines(posts), len(images) == len(posts), "%d枚签名章，%d个职务", len(images), len(posts))
	if text := d.above(posts[0]); text != nil {
		white := min(images[0].Box.Y0, elements.Around(posts[0]).Y0) - elements.Around(*text).Y1
		t.checkAt(onImage(images[0]), white >= 2*min(d.pitch, gbt9704.Pitch)-1 && white < 3*max(d.pitch, gbt9704.Pitch), "签名章与上文空%s mm", tenths(white))
		t.value("与上文空", white, "mm")
	}
	for i, image := range images {
		blank := d.blank(posts[0], image.Box.X1, 4)
		t.checkAt(onImage(image), near(blank, 4, 0.2), "第%d枚右空%s字", i+1, hundredths(blank))
		t.value("右空", blank, "字")
		if i < len(posts) {
			t.post(posts[i], image.Box)
		}
	}
	return t.result("%d枚，右缘%s mm", len(images), tenths(images[0].Box.X1))
}

// freeStamps measures posts beside which a place is left for the stamp: two
// lines under the text at least, and four characters from the edge with the
// stamp still to come.
func (d paper) freeStamps(posts []elements.Line) Result {
	var t tally
	l := posts[0]
	if text := d.above(l); text != nil {
		rows := d.rowsApart(*text, l)
		t.checkAt(onLine(l), rows >= 2.9, "职务与上文距%s行（空二行为3）", hundredths(rows))
		t.value("与上文距", rows, "行")
	}
	blank := d.blank(l, l.X1(), 4)
	t.checkAt(onLine(l), blank > 4, "职务右空%s字，放不下签名章", hundredths(blank))
	t.value("职务右空", blank, "字")
	return t.result("签名章位置留空，职务右空%s字", hundredths(blank))
}

func (t *tally) post(post elements.Line, stamp printout.Box) {
	box := elements.Around(post)
	space := (stamp.X0 - post.X1()) / one(post)
	t.checkAt(onLine(post), near(space, 2, 0.3), "“%s”与签名章间空%s字", post.Text(), hundredths(space))
	offset := box.Middle() - stamp.Middle()
	t.checkAt(onLine(post), near(offset, 0, 1), "“%s”与签名章上下偏%s mm", post.Text(), tenths(offset))
	t.value("职务与签名章间空", space, "字")
	t.value("上下偏", offset, "mm")
}

func stampDate(d paper) Result {
	if d.sealing() != stamped {
		return absent()
	}
	date, posts := *d.Date, d.posts()
	blank := d.blank(date, date.X1(), 4)
	lowest := elements.Around(posts...).Y1
	for _, i := range d.pictures() {
		lowest = max(lowest, i.Box.Y1)
	}
	white := elements.Around(date).Y0 - lowest
	return judged(near(blank, 4, 0.2) && white >= min(d.pitch, gbt9704.Pitch)-1 && white < 2.5*max(d.pitch, gbt9704.Pitch),
		"右空%s字，上空%s mm", hundredths(blank), tenths(white)).
		with("右空", blank, "字").with("上空", white, "mm").at(onLine(date))
}

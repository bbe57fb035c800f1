package norm

import (
	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// posts are the lines with the posts of those who signed with a stamp: the
// signature's lines, but for the names in place of a stamp's picture.
func (d paper) posts() []elements.Line {
	return d.Organs
}

// stamps measures the pictures of stamps against the posts beside them. Where
// the places are left free for real stamps, only the posts can be measured.
func stamps(d paper) Result {
	if d.sealing() != stamped {
		return absent()
	}
	var t tally
	images, posts := d.pictures(), d.posts()
	text := d.above(posts[0])
	if len(images) == 0 {
		if text != nil {
			lines := (posts[0].Y - text.Y) / gbt9704.Pitch
			t.check(lines >= 2.9, "与上文距%.2f行", lines)
		}
		t.check(posts[0].X1() < gbt9704.Right-4*gbt9704.Cell, "职务右缘%.1f mm", posts[0].X1())
		return t.result("签名章位置留空，职务右缘%.1f mm", posts[0].X1())
	}
	t.check(len(images) == len(posts), "%d枚签名章，%d个职务", len(images), len(posts))
	if text != nil {
		white := min(images[0].Box.Y0, elements.Around(posts[0]).Y0) - elements.Around(*text).Y1
		t.check(white >= 2*gbt9704.Pitch-1 && white < 3*gbt9704.Pitch, "与上文空%.1f mm", white)
	}
	for i, image := range images {
		t.check(near(image.Box.X1, gbt9704.Right-4*gbt9704.Cell, 1), "第%d枚右缘%.1f mm", i+1, image.Box.X1)
		if i < len(posts) {
			checkPost(&t, posts[i], image.Box)
		}
	}
	return t.result("%d枚，右缘%.1f mm", len(images), images[0].Box.X1)
}

func checkPost(t *tally, post elements.Line, stamp printout.Box) {
	box := elements.Around(post)
	space := (stamp.X0 - post.X1()) / gbt9704.Cell
	t.check(near(space, 2, 0.3), "“%s”与签名章间空%.2f字", post.Text(), space)
	offset := (box.Y0+box.Y1)/2 - (stamp.Y0+stamp.Y1)/2
	t.check(near(offset, 0, 1), "“%s”与签名章上下偏%.1f mm", post.Text(), offset)
}

func stampDate(d paper) Result {
	if d.sealing() != stamped {
		return absent()
	}
	date, posts := d.Date, d.posts()
	blank := (gbt9704.Right - date.X1()) / gbt9704.Cell
	lowest := elements.Around(posts...).Y1
	for _, i := range d.pictures() {
		lowest = max(lowest, i.Box.Y1)
	}
	white := elements.Around(*date).Y0 - lowest
	return judged(near(blank, 4, 0.2) && white >= gbt9704.Pitch-1 && white < 2.5*gbt9704.Pitch, "右空%.2f字，上空%.1f mm", blank, white)
}

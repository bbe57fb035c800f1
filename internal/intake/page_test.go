package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestPageParagraphs(t *testing.T) {
	cases := []struct{ name, in, want, note string }{
		{"white space", "<p>甲\n  乙 a\n b</p><p>&nbsp;　丙&ldquo;丁&rdquo;</p>", "甲乙 a b|\u00a0　丙“丁”", ""},
		{"breaks and soup", `<div>一<br>二<span style="x">三</span><div>四</div>五<p>六<p>七</div>`, "一|二三|四|五|六|七", ""},
		{"pre", "<pre>甲  乙\n丙</pre>", "甲  乙|丙", ""},
		{"hidden", `<p>甲</p><div style="display: none">暗处</div><p hidden>暗</p>`, "甲", "暗处"},
		{"scripts", `<p>甲</p><script>var a="<p>乙</p>";</script><style>p{}</style><noscript><p>丙</p></noscript><p>丁`, "甲|丁", "noscript中的文字没有读入：“丙”"},
		{"drawn text", `<p>甲<svg><text>乙</text><title>丙</title></svg>丁</p>`, "甲丁", "“乙 丙”"},
		{"drawing never closed", `<p>甲<svg>乙<p>丙`, "甲|丙", "“乙”"},
		{"frame", `<p>甲<iframe>乙&amp;</iframe>丁</p>`, "甲丁", "“乙&”"},
		{"template", `<template><p>乙</p></template><p>甲</p>`, "甲", "“乙”"},
		{"no frames", `<noframes><p>乙</p></noframes><p>甲<noembed>丙</noembed>`, "甲", "“乙”"},
		{"filled in", `<p>甲<input value="乙">丙<input type=text>丁<input type=hidden value=戊></p>`, "甲乙丙丁", "“乙”"},
		{"reversed", `<ol reversed><li>甲<li>乙<li value=9>丙<li>丁</ol><ol reversed start=5><li>戊</ol>`, "4.+甲|3.+乙|9.+丙|8.+丁|5.+戊", ""},
		{"picture", `<p>甲<img alt="章"></p>`, "甲", "章"},
		{"broken tags", `<p>甲 < 乙<b>丙<i>丁</b>戊</i><script></script>`, "甲 < 乙丙丁戊", ""},
		{"joined tags", `<p>甲<<script></script>b>乙`, "甲<b>乙", ""},
		{"word paste", `<!--[if gte mso 9]><xml>暗</xml><![endif]--><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp; </span></span><![endif]>正文<o:p></o:p></p>`, "（一）+正文", ""},
		{"lists", `<ol start=3><li>甲<li value=7>乙<li><p>丙</p><p>丁</p></ol><ul><li>戊</ul><ol style="list-style-type:cjk-ideographic"><li>己</ol><ol type=a><li>庚</ol>`, "3.+甲|7.+乙|8.+丙|丁|•+戊|一、+己|a.+庚", ""},
		{"definition", `<dl><dt>甲<dd>乙</dl>`, "甲|乙", ""},
		{"title", `<head><title>站名</title></head><body>甲`, "甲", "站名"},
	}
	for _, c := range cases {
		m := read(t, "a.html", c.in, Options{})
		var got []string
		for _, b := range m.Blocks {
			if b.Number != "" {
				b.Number += "+"
			}
			got = append(got, b.Number+b.Text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
		if notes := notesOf(m); !strings.Contains(notes, c.note) || c.note == "" && notes != "" {
			t.Errorf("%s: notes %q", c.name, notes)
		}
	}
}

func TestPageLooks(t *testing.T) {
	m := read(t, "a.html", `<div align=center>前<h2>题</h2></div><p style="text-align:center"><b>粗</b>细</p><p><strong>全粗</strong></p>`, Options{})
	b := m.Blocks
	if b[0].Heading != 0 || !b[0].Centred || b[1].Heading != 2 || !b[1].Centred || b[1].Bold != 1 {
		t.Errorf("%+v", b[:2])
	}
	if !b[2].Centred || b[2].Bold != 1 || b[3].Bold != 2 || b[3].Centred {
		t.Errorf("%+v", b[2:])
	}
}

const govPage = `<!DOCTYPE html><html><head><meta charset="gb2312"><title>甲市</title></head><body class="nav-open">
<div class="header"><a href="/">首页</a><a href="/1">政务公开</a></div><div class="dqwz">当前位置：<a>首页</a>&gt;<a>专栏</a></div>
<div class="main"><h1>关于印发方案的通知</h1><div class="info">信息来源：甲市 发布日期：2021-03-05</div>
<div class="TRS_Editor"><p>各县区：</p><p>　　现将方案印发给你们，请认真组织实施，切实抓好贯彻落实。</p>
<table border=1><thead><tr><th rowspan=2>序号</th><th colspan=2>任务</th></tr><tr><th>措施</th><th>单位</th></tr></thead>
<tr><td rowspan=0>1</td><td>甲<br>乙</td><td>水务局</td></tr><tr><td colspan=2>合</td></tr></table></div></div>
<ul class="list"><li><a>相关一</a></li><li><a>相关二</a></li></ul><div id="footer">版权所有</div><input type=button value="打印"></body></html>`

func TestPageOfAGovernmentSite(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(govPage)
	if err != nil {
		t.Fatal(err)
	}
	m := read(t, "a.html", gbk, Options{})
	page, text := "", ""
	for _, b := range m.Blocks {
		if b.Page {
			page += b.Text + "|"
		} else if b.Rows == nil {
			text += b.Text + "|"
		}
	}
	if page != "首页政务公开|当前位置：首页>专栏|相关一|相关二|版权所有|打印|" {
		t.Errorf("furniture %q", page)
	}
	if text != "关于印发方案的通知|信息来源：甲市 发布日期：2021-03-05|各县区：|　　现将方案印发给你们，请认真组织实施，切实抓好贯彻落实。|" {
		t.Errorf("text %q", text)
	}
	want := "[序号 1x2 H][任务 2x1 H]\n8 [措施 1x1 H][单位 1x1 H]\n9 [1 1x2][甲/乙 1x1][水务局 1x1]\n10 [合 2x1]\n"
	if !strings.Contains(show(m), want) {
		t.Errorf("table\n%s", show(m))
	}
}

func TestPageLayoutTablesAreFlows(t *testing.T) {
	m := read(t, "a.html", `<table><tr><td>左</td><td><table><tr><td>a</td><td>b</td></tr></table>后</td></tr></table>`, Options{})
	if got := show(m); got != "1 左\n2 [a 1x1][b 1x1]\n3 后\n" {
		t.Error(got)
	}
}

func FuzzPage(f *testing.F) {
	f.Add(govPage)
	f.Add(`<table><tr><td rowspan=3 colspan=2>甲<td><tr><td rowspan=0 colspan=9>乙<tr><td>丙<table><td>丁`)
	f.Add(`<p><b><i><font><a><a>甲<ol reversed><li value=-3>乙<svg><p>丙<select><option>丁`)
	f.Fuzz(func(t *testing.T, in string) {
		m, err := readPage([]byte(in), Options{Limits: Standard()})
		if err == nil {
			sound(t, m)
		}
	})
}

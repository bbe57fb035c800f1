// Package web renders the website edition of a set of dossiers: a folder of
// static pages that a government website can take in as it is.
//
// In: a Site, plain values without knowledge of plans, items or amendments. Out:
// files with their paths inside the site, bytes that depend on the Site alone.
// Pages make no request to anywhere else, are readable without script, work
// from the file system and under any sub-path, and carry the <meta> names and
// the disclosure block that government websites ask for; what the Site does not
// give is left out, never invented.
package web

import (
	"hongtou/internal/doc"
)

// Site is everything that is published.
type Site struct {
	Config Config
	Pages  []Page // the first is the home page, index.html
	Tasks  []Task // open data of all dossiers: tasks.json, tasks.csv, the search
	Files  []File // attachments
	Menu   []Link // the main places, under the head of every page; empty prints none
	Items  string // path of the page that lists all items: where the search leads without script; the first List page if empty
}

// Config is what only the operator of the website knows; absent values are
// empty and print nothing.
type Config struct {
	Name     string // 网站名称
	Domain   string // 网站域名, host only
	Code     string // 政府网站标识码, ten characters
	Address  string // of the site's home, https://…/; without it no sitemap, feed, canonical address or QR code
	Host     string // 主办单位
	Operator string // 承办单位
	Contact  string // 联系方式
	ICP      string // ICP备案号
	Police   string // 公网安备号
	Column   Column // 栏目
}

// Column is the 栏目 in which the pages stand.
type Column struct{ Name, Description, Keywords, Type string }

// Kind is what a page is: it decides which meta groups and furniture it has.
type Kind string

// The kinds of pages.
const (
	Home    Kind = "home"    // site group of <meta> only
	List    Kind = "list"    // column page: dossier, items, units
	Article Kind = "article" // a document, an item, a unit
)

// Page is one page.
type Page struct {
	Path       string // inside the site, ASCII, slashes: wuwei-2020/item-06.html
	Kind       Kind
	Title      string // h1, ArticleTitle
	Short      string // in breadcrumbs and lists; Title if empty
	Trail      []Link // 当前位置, from the home page to the page above this one
	Published  string // PubDate, 2020-07-30 or 2020-07-30 09:00; empty leaves it out
	Updated    string // date of the newest notice that changed anything on the page: 2020-11-25
	Source     string // ContentSource, 信息来源
	Summary    string // Description
	Keywords   []string
	Superseded bool    // a later text or nothing is in force instead: the search gives it last
	Disclosure []Entry // 索引号, 主题分类, 发文机关, 成文日期, 标题, 发文字号, 发布日期, 有效性 …, in order
	Banner     Banner
	Versions   []Version // 时点: this text at other dates, oldest first; empty if there is one only
	Sections   []Section
	Files      []Attachment
	Related    []Link
}

// Banner says in the first screen what became of a text.
type Banner struct {
	Tone  string // current, amended, compiled; empty prints none
	Words string // 本件已于2020年11月25日修改，现行文本见整理本
	Links []Link
}

// Link leads to a page of the site.
type Link struct {
	Words string
	Path  string // inside the site, with #anchor; empty for words alone
}

// Entry is one line of the disclosure block.
type Entry struct{ Label, Value string }

// Version is the same text as it was in force at another date.
type Version struct {
	Date    string // from when on: 2020-07-30
	Words   string // 2020年7月30日印发
	Path    string
	Current bool // this very page
}

// Section is one part of a page: prose, or a table of links.
type Section struct {
	ID      string // anchor, ASCII, unique on the page; may be empty
	Heading string // h2; empty for the body of a document, whose blocks bring their own headings
	Blocks  []doc.Block
	Table   *Table
	Links   []Link
}

// Table is a list of things with links; wide ones scroll inside a region.
type Table struct {
	Caption string
	Head    []string
	Rows    [][]Cell // the first cell of a row is its head
}

// Cell is one cell; Links stand behind the words, or are the words.
type Cell struct {
	Words string
	Links []Link
	Mark  string // what became of it: 已修改, 新增; empty for nothing
}

// Task is one line of the open data: one task as in force.
type Task struct {
	Dossier, Item           string // wuwei-2020, 17.2
	Plan                    string // title of the plan it is of
	PlanWord                string // what the dossier calls its plan, as the head of a column; "" = 整改方案
	Label                   string // 第十七项（二）
	Title                   string // short
	Page                    string // path of its page
	Problem, Goal, Deadline string
	Due                     string // earliest dated stage, 2020-12-31; empty for standing tasks
	Measures                []string
	Units                   []Holder
	Edition                 string // date of the text in force
	Changed                 bool
}

// Holder is a unit with its part in a task.
type Holder struct{ Unit, Role, Page string } // Role: 责任, 督导

// File is an attachment's bytes.
type File struct {
	Path string // inside the site, ASCII
	Data []byte
}

// Attachment is offered on a page for download.
type Attachment struct {
	Name  string // as clerks call it: 印发通知.pdf
	Path  string
	Type  string // PDF, XLSX
	Bytes int64
	Pages int // 0 if unknown
}

// Output is one finished file of the site.
type Output struct {
	Path string
	Data []byte
}

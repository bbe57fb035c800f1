package linebreak

import (
	"slices"
	"strings"
)

// The measure words and units that stay with the number before them. The
// longest match counts: 个百分点 before 个, 立方米 before 立. A measure word too
// many only keeps two characters together; one too few breaks 3│户.
const measureWords = `
个 项 户 台 家 座 天 年 月 日 类 号 条 名 人 次 件 处 口 辆 艘 架 套 只 头 匹 棵 株 根 张 幅 份 册 本 篇
章 节 款 页 行 段 宗 起 批 期 届 轮 级 度 层 栋 幢 间 所 室 村 乡 镇 县 市 省 区 国 州 岁 周 时 秒 点
倍 成 位 支 枝 块 片 面 种 组 队 班 门 场 眼 吨 斤 里 亩 元 角 分 米 升 克 瓦 度 伏 安 帕 卡 焦 折 孔 盏 尾
袋 桶 箱 瓶 罐 车 趟 遍 回 步 代 卷 集 版 字 句 刻 旬 季 对 双 副 枚 颗 粒 滴 石 顷 公里 公顷
公斤 公升 公分 千米 千克 千瓦 千瓦时 千卡 千焦 千伏 千帕 厘米 毫米 微米 纳米 分米 平方米 平方公里 平方千米
平方厘米 平方 立方米 立方 立方厘米 毫升 毫克 微克 兆瓦 兆瓦时 兆帕 小时 分钟 秒钟 刻钟 工作日 星期 季度 世纪
年多 年代 年度 年底 年初 年末 年份 月底 月初 月末 月份 日内 摄氏度 百分点 个百分点 个月 个多月 个半月 个小时 个多小时 个工作日 人次 户次
车次 架次 台次 场次 件次 家次 台套 台班 蒸吨 蒸汽吨 标方 美元 欧元 日元 港元 分贝 赫兹 市斤 市亩 方面
 海里 英里 英寸 加仑 卡路里 克拉 度电 
`

// latinUnits are the half-width units that stay with a number even across a
// space: 35 μg/m³ is matched up to its first mark.
const latinUnits = ` m km cm mm μm nm kg g mg μg ng t kt Mt L mL dL h min s ms d a W kW MW GW kWh MWh J kJ MJ GJ V kV A mA Pa kPa MPa Hz kHz MHz GHz dB dBA K mol hm ha N kN Bq Sv mSv tce GB MB KB TB `

// unitsByFirst holds the measure words by their first character, longest
// first; it is never written later.
var unitsByFirst = func() map[rune][][]rune {
	m := make(map[rune][][]rune)
	for _, w := range strings.Fields(measureWords) {
		r := []rune(w)
		m[r[0]] = append(m[r[0]], r)
	}
	for _, l := range m {
		slices.SortStableFunc(l, func(a, b []rune) int { return len(b) - len(a) })
	}
	return m
}()

// endOfUnit gives the end of the unit that stands at i, or i when none does:
// 余户, 万立方米, 亿元, 多个月, 立方米/万元, kW·h, mg/L.
func (b *Breaker) endOfUnit(i int) int {
	if end := b.endOfLatinUnit(i); end > i {
		return end
	}
	end := b.endOfMeasure(i)
	for end > i && b.runeAt(end) == '/' {
		next := b.endOfMeasure(end + 1)
		if next == end+1 {
			break
		}
		end = next
	}
	return end
}

// endOfMeasure passes 余, 万 and the like, then the longest measure word.
func (b *Breaker) endOfMeasure(i int) int {
	start := i
	for isMagnitude(b.runeAt(i)) && i-start < 6 {
		i++
	}
	for _, w := range unitsByFirst[b.runeAt(i)] {
		if b.matches(i, w) {
			return i + len(w)
		}
	}
	return i
}

func isMagnitude(r rune) bool {
	switch r {
	case '十', '百', '千', '万', '亿', '余', '多', '几', '来', '半':
		return true
	}
	return false
}

func (b *Breaker) matches(i int, w []rune) bool {
	if i+len(w) > len(b.glyphs) {
		return false
	}
	for k, r := range w {
		if b.glyphs[i+k].Rune != r {
			return false
		}
	}
	return true
}

// endOfLatinUnit matches a half-width unit with its marks. Directly behind a
// digit it is part of the word anyhow; this is for the one behind a space.
func (b *Breaker) endOfLatinUnit(i int) int {
	end := i
	var buf [6]rune
	for end < len(b.glyphs) && b.classes[end] == letter && end-i < len(buf) && !isPower(b.runeAt(end)) {
		buf[end-i] = b.glyphs[end].Rune
		end++
	}
	if end == i || !strings.Contains(latinUnits, " "+string(buf[:end-i])+" ") {
		return i
	}
	for end < len(b.glyphs) && (b.classes[end].inWord() || b.runeAt(end) == '·' && b.letterAt(end+1)) {
		end++
	}
	return end
}

func isPower(r rune) bool { return r == '²' || r == '³' || r == '¹' || r >= 0x2070 && r < 0x20a0 }

func (b *Breaker) letterAt(i int) bool { return i < len(b.glyphs) && b.classes[i] == letter }

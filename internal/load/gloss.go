package load

import "hongtou/internal/dossier"

// glosses say in Chinese what the words of the format mean: a clerk knows the
// label, not the key.
func glosses() map[string]string {
	out := map[string]string{
		"party": "党委", "government": "政府", "department": "部门", "office": "办公室", "county": "县区", "township": "乡镇街道",
		"body": "其他机构", "company": "企业", "province": "省级", "nation": "国家级",
		string(dossier.Replace): "修改", string(dossier.Insert): "增加", string(dossier.Delete): "删去",
		string(dossier.Renumber): "改序号", string(dossier.Rename): "更名", string(dossier.Merge): "并入",
	}
	out[string(dossier.Cooperating)] = "配合单位"
	for label, kind := range defaultLabels() {
		out[string(kind)] = label
	}
	return out
}

// glossed pairs words with what they mean: goal（整改目标）.
func glossed(words []string) []string {
	meaning := glosses()
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w
		if m := meaning[w]; m != "" {
			out[i] += "（" + m + "）"
		}
	}
	return out
}

// wordFor gives the word that means what was written in Chinese.
func wordFor(chinese string, words []string) (string, bool) {
	meaning := glosses()
	for _, w := range words {
		if chinese != "" && meaning[w] == chinese {
			return w, true
		}
	}
	return "", false
}

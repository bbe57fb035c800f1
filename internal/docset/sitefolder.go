package docset

import (
	"fmt"
	"regexp"
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/filename"
)

// folderForm is a folder that every server and file system takes as it is.
var folderForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)

// taken is what the website has beside the folders of dossiers.
var taken = []string{"assets", "fonts", "index.html", "feed.xml", "sitemap.xml", "tasks.csv", "tasks.json"}

// FolderOf is where the pages of a dossier lie in the website.
func FolderOf(d *dossier.Dossier) string {
	if d.Web.Path.IsZero() {
		return d.ID
	}
	return d.Web.Path.Value
}

// CheckFolders reports dossiers whose pages would have no address of their own
// (site-path).
func CheckFolders(dossiers []*dossier.Dossier) diag.List {
	var problems diag.List
	seen := map[string]bool{}
	for _, d := range dossiers {
		name, why := FolderOf(d), ""
		switch {
		case !folderForm.MatchString(name) || filename.Refusal(name) != "":
			why = "不能作网址"
		case slices.Contains(taken, filename.Fold(name)):
			why = "与网站自己的文件或文件夹重名"
		case seen[filename.Fold(name)]:
			why = "与另一个案卷重名"
		}
		seen[filename.Fold(name)] = true
		if why != "" {
			at := folderAt(d)
			problems.Add(diag.Diagnostic{
				Code: "site-path", At: at.At, Length: at.Len(), Message: fmt.Sprintf("案卷“%s”在网站中的文件夹名“%s”%s", d.ID, name, why),
				Hint: "在dossier.yaml的web下写path: 小写英文、数字、连字符，如“path: zhenggai-2021”；不做网站版的，用--kind只做别的文种",
			})
		}
	}
	return problems
}

// folderAt is where the folder's name stands, or else what the dossier is
// called.
func folderAt(d *dossier.Dossier) dossier.Text {
	for _, t := range []dossier.Text{d.Web.Path, d.Name, d.Plan.Title.Text} {
		if !t.IsZero() {
			return t
		}
	}
	return d.Notice.Title.Text
}

"""The packages the fonts are made from, and what is taken out of them.

Every file is fixed by name, version and sha256: a package that differs by one
byte stops the rebuild.
"""

from typing import NamedTuple


class Package(NamedTuple):
    kind: str     # "npm" or "deb"
    name: str
    version: str
    file: str     # what the package manager saves it as
    sha256: str


class Source(NamedTuple):
    package: str
    path: str     # inside the unpacked package
    sha256: str


PACKAGES = [
    Package("npm", "@expo-google-fonts/noto-serif-sc", "0.4.3", "expo-google-fonts-noto-serif-sc-0.4.3.tgz",
            "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e"),
    Package("npm", "@expo-google-fonts/noto-sans-sc", "0.4.3", "expo-google-fonts-noto-sans-sc-0.4.3.tgz",
            "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59"),
    Package("deb", "texlive-lang-chinese", "2022.20230122-1", "texlive-lang-chinese_2022.20230122-1_all.deb",
            "9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0"),
    Package("deb", "fonts-lxgw-wenkai", "1.250+repack-1", "fonts-lxgw-wenkai_1.250+repack-1_all.deb",
            "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318"),
    # Only for its list of the 8,105 characters of 通用规范汉字表 (Unihan, kTGH).
    Package("deb", "unicode-data", "15.0.0-1", "unicode-data_15.0.0-1_all.deb",
            "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc"),
]

_SERIF, _SANS = "@expo-google-fonts/noto-serif-sc", "@expo-google-fonts/noto-sans-sc"
_TEX, _WENKAI = "texlive-lang-chinese", "fonts-lxgw-wenkai"
_FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/"

SOURCES = {
    "serif-400": Source(_SERIF, "package/400Regular/NotoSerifSC_400Regular.ttf",
           "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742"),
    "serif-600": Source(_SERIF, "package/600SemiBold/NotoSerifSC_600SemiBold.ttf",
           "5d19e0f438d4a30371f584d34a87c9232dba0a85237db63fe5337fe743487def"),
    "serif-900": Source(_SERIF, "package/900Black/NotoSerifSC_900Black.ttf",
           "092e71a70c744be3cc33999eb4edcb10fbe95c1b4cff6c2d7f04d6ff15d031e2"),
    "sans-500": Source(_SANS, "package/500Medium/NotoSansSC_500Medium.ttf",
           "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a"),
    "sans-800": Source(_SANS, "package/800ExtraBold/NotoSansSC_800ExtraBold.ttf",
           "42e2810361aa7dd0820fa09819ac47681269c9af32d46262ef624d62ad20964a"),
    "fandol-fang": Source(_TEX, _FANDOL + "FandolFang-Regular.otf",
           "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9"),
    "fandol-kai": Source(_TEX, _FANDOL + "FandolKai-Regular.otf",
           "ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827"),
    "fandol-song": Source(_TEX, _FANDOL + "FandolSong-Regular.otf",
           "a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0"),
    "wenkai-light": Source(_WENKAI, "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf",
           "e302f84a1967817f91fc4011de7c8c12489c41072a7f0605a1c7b1399352cb93"),
    "wenkai-bold": Source(_WENKAI, "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf",
           "2a24551c5c4fb42507aafa4773b08a5ea55d538a8d449032663ec9e3027a707e"),
    "unihan": Source("unicode-data", "usr/share/unicode/Unihan_OtherMappings.txt.bz2",
           "bdeef44d75d914e793b7f27ddc3bee01b2d11dd34f4e52de1a9fba74a1612dc2"),
    "licence-serif": Source(_SERIF, "package/LICENSE_FONT",
           "5e0da210fb04058a8c0087985d2d456b931c2579811a49655721d3cf0c36b6d6"),
    "licence-sans": Source(_SANS, "package/LICENSE_FONT",
           "1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9"),
    "licence-fandol": Source(_TEX, "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz",
           "b94928591ae23ad41681fe34991e5d95d793666e751af505453a0152e6bc1a10"),
    "readme-fandol": Source(_TEX, "usr/share/doc/texlive-doc/fonts/fandol/README",
           "32537e063f4c7d4aebf016d5c8279cbce13f34fc8970f24b2578a3c04d0f8ca6"),
    "licence-wenkai": Source(_WENKAI, "usr/share/doc/fonts-lxgw-wenkai/copyright",
           "897241f829ddde020676de9cc6506533d755f5e6b516538dfd5f6ed59cbf3ff8"),
}

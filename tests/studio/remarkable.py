"""The people whose names break systems: each is on the list for one reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Remarkable:
    """A person who must be on the list.

    Attributes:
        name: As it stands on the badge.
        english: Latin form; may be empty.
        company: Employer; may be empty for a generated one.
        category: The category's id.
        why: What this name puts to the test.
    """

    name: str
    english: str
    company: str
    category: str
    why: str


UYGHUR: Final = "阿卜杜热合曼江·麦麦提吐尔逊尼亚孜艾力江"
LONG_LATIN: Final = "Maximiliana Konstantina von Hohenfels-Wittgenau Obersteinach"
COMMON: Final = "王伟"
LONG_COMPANY: Final = "重庆澜桥新能源汽车动力电池梯次利用与资源循环技术创新研究院有限责任公司"
_LONG_COMPANY_TOO: Final = "渝澜智能网联汽车道路测试与示范应用及车路云一体化联合创新中心（筹备处）"

REMARKABLE: Final = (
    Remarkable("周𬭚", "Zhou Chun", "", "speaker", "U+2CB5A, beyond the first plane"),
    Remarkable("林㛃", "Lin Jie", "", "delegate", "U+36C3, extension A"),
    Remarkable("龙䶮", "Long Yan", "", "press", "U+4DAE, extension A"),
    Remarkable("许𬱖", "Xu Wei", "", "delegate", "U+2CC56, beyond the first plane"),
    Remarkable("𠮷冈遥", "Yoshioka Haruka", "Tanahashi Seiki K.K.", "vip", "U+20BB7 first"),
    Remarkable(UYGHUR, "Abdurahmanjan Memettursunniyaz Elijan", "", "delegate", "20 characters"),
    Remarkable("古丽巴哈尔·艾合买提", "Gulbahar Ehmet", "", "speaker", "middle dot U+00B7"),
    Remarkable(LONG_LATIN, "", "Nordlicht Antriebstechnik GmbH", "speaker", "60 characters"),
    Remarkable("Łukasz Żółć", "", "Castlemore Advisory", "delegate", "Polish letters"),
    Remarkable("Nguyễn Thị Ánh", "", "Hangang Precision Co.", "delegate", "stacked marks"),
    Remarkable("Jürgen Müller", "", "Nordlicht Antriebstechnik GmbH", "delegate", "umlauts"),
    Remarkable("Søren Østergård", "", "Halvorsen & Brandvold Mobility", "speaker", "ø and å"),
    Remarkable("Íñigo Muñoz Ibáñez", "", "Motor Meridian", "press", "ñ, accented capital"),
    Remarkable("D'Arcy O'Neill-Whitcombe", "", "The Axle Gazette", "press", "apostrophes"),
    Remarkable("Suryawan", "", "Oyelaran Motors", "delegate", "one word only"),
    Remarkable(COMMON, "Wang Wei", "澜桥智驾科技有限公司", "delegate", "the first of three"),
    Remarkable(COMMON, "Wang Wei", "霁川车规芯片有限公司", "delegate", "the second of three"),
    Remarkable(COMMON, "", "棠湾物流有限公司", "delegate", "the third of three"),
    Remarkable("欧阳清和", "Ouyang Qinghe", "", "vip", "compound surname, four characters"),
    Remarkable("司马若溪", "Sima Ruoxi", "", "press", "compound surname, four characters"),
    Remarkable("尉迟勇", "Yuchi Yong", "", "delegate", "compound surname, two readings"),
    Remarkable("澹台明远", "Tantai Mingyuan", "", "speaker", "compound surname"),
    Remarkable("万俟安", "Moqi An", "", "delegate", "compound surname, read Moqi"),
    Remarkable("上官婷", "Shangguan Ting", "", "government", "compound surname"),
    Remarkable("曾单", "Zeng Dan", "", "delegate", "both characters have two readings"),
    Remarkable("单雄", "Shan Xiong", "", "exhibitor", "read Shan"),
    Remarkable("仇英杰", "Qiu Yingjie", "", "press", "read Qiu"),
    Remarkable("解行", "Xie Xing", "", "delegate", "read Xie"),
    Remarkable("区嘉欣", "Ou Jiaxin", "", "delegate", "read Ou"),
    Remarkable("朴志勋", "Park Ji-hoon", "Hangang Precision Co.", "delegate", "own spelling"),
    Remarkable("种江", "Chong Jiang", "", "staff", "read Chong"),
    Remarkable("员思远", "Yun Siyuan", "", "delegate", "read Yun"),
    Remarkable("贺岚", "He Lan", LONG_COMPANY, "delegate", "company of 35 characters"),
    Remarkable("秦渝川", "Qin Yuchuan", _LONG_COMPANY_TOO, "delegate", "long, with brackets"),
    Remarkable("丁一", "Ding Yi", "", "delegate", "seven strokes, few to search by"),
)

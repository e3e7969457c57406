"""As many invented attendees as a test needs, the same ones for the same seed.

Unlike the demo's list this one is wide: enough names that most of a million people have one
to themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from tests.studio import name_lists as words

_pairs = words._pairs
MORE_GIVEN: Final = _pairs(
    "安 an 宝 bao 冰 bing 彬 bin 斌 bin 博 bo 才 cai 灿 can 昌 chang 诚 cheng 成 cheng 晨 chen "
    "辰 chen 春 chun 聪 cong 达 da 丹 dan 德 de 迪 di 鼎 ding 栋 dong 恩 en 帆 fan 凡 fan "
    "菲 fei 斐 fei 枫 feng 峰 feng 锋 feng 福 fu 富 fu 刚 gang 歌 ge 耕 geng 功 gong 谷 gu "
    "光 guang 广 guang 贵 gui 国 guo 涵 han 翰 han 航 hang 豪 hao 恒 heng 弘 hong 宏 hong "
    "虹 hong 鸿 hong 厚 hou 虎 hu 欢 huan 焕 huan 慧 hui 惠 hui 吉 ji 继 ji 家 jia 坚 jian "
    "健 jian 剑 jian 娇 jiao 锦 jin 进 jin 京 jing 晶 jing 敬 jing 靖 jing 久 jiu 菊 ju "
    "娟 juan 均 jun 君 jun 骏 jun 康 kang 科 ke 可 ke 坤 kun 昆 kun 蕾 lei 黎 li 力 li 丽 li "
    "利 li 莉 li 立 li 良 liang 亮 liang 林 lin 霖 lin 凌 ling 玲 ling 龙 long 璐 lu 鹭 lu "
    "露 lu 伦 lun 满 man 茂 mao 美 mei 萌 meng 梦 meng 妙 miao 民 min 默 mo 慕 mu 楠 nan "
    "南 nan 妮 ni 念 nian 培 pei 佩 pei 品 pin 朴 pu 普 pu 启 qi 齐 qi 谦 qian 倩 qian 巧 qiao "
    "琴 qin 勤 qin 秋 qiu 全 quan 泉 quan 仁 ren 荣 rong 蓉 rong 融 rong 柔 rou 如 ru 锐 rui "
    "睿 rui 润 run 森 sen 珊 shan 善 shan 尚 shang 绍 shao 胜 sheng 圣 sheng 世 shi 士 shi "
    "书 shu 舒 shu 淑 shu 双 shuang 爽 shuang 硕 shuo 斯 si 颂 song 素 su 岁 sui 泰 tai "
    "唐 tang 腾 teng 田 tian 恬 tian 彤 tong 童 tong 万 wan 望 wang 威 wei 维 wei 伟 wei "
    "雯 wen 武 wu 悟 wu 希 xi 熙 xi 喜 xi 夏 xia 贤 xian 献 xian 香 xiang 祥 xiang 翔 xiang "
    "向 xiang 笑 xiao 心 xin 新 xin 馨 xin 鑫 xin 星 xing 兴 xing 雄 xiong 旭 xu 宣 xuan "
    "璇 xuan 学 xue 勋 xun 雅 ya 岩 yan 彦 yan 燕 yan 阳 yang 瑶 yao 耀 yao 野 ye 一 yi 依 yi "
    "艺 yi 毅 yi 逸 yi 义 yi 银 yin 颖 ying 永 yong 友 you 余 yu 瑜 yu 钰 yu 育 yu 裕 yu "
    "园 yuan 媛 yuan 月 yue 悦 yue 越 yue 泽 ze 展 zhan 哲 zhe 贞 zhen 珍 zhen 真 zhen 振 zhen "
    "震 zhen 正 zheng 之 zhi 芝 zhi 智 zhi 忠 zhong 仲 zhong 舟 zhou 竹 zhu 卓 zhuo 紫 zi "
    "宗 zong 祖 zu 绿 lü 旅 lü"
)
GIVEN: Final = tuple(dict([*words.GIVEN, *MORE_GIVEN]).items())
SURNAMES: Final = (*words.SURNAMES, *words.TRAP_SURNAMES, *words.COMPOUND_SURNAMES)
_COMMON: Final = tuple(1 / (place + 3) for place in range(len(words.SURNAMES)))
_RARE: Final = len(words.TRAP_SURNAMES) + len(words.COMPOUND_SURNAMES)
_WEIGHTS: Final = np.array([*_COMMON, *[0.1 * sum(_COMMON) / _RARE] * _RARE])
_BRAND_LETTERS: Final = (
    "澜岫砚霁栎棠沐屿朔泠旻槿渡听远青柘珩牧溯瀚芷崇弦杉皓桥云舟川"
    "风湾岑衡禾岸岳石鹤潮帆崖林山野光枢江礁月陌原"
)
_CITIES: Final = ("", "", "", "重庆", "渝澜", "江北", "上海", "天津")


@dataclass(frozen=True, slots=True)
class Person:
    """One of the crowd; `surname` and `given` as (written, read) pairs, readings in lower case."""

    serial: int
    surname: tuple[str, str]
    given: tuple[tuple[str, str], ...]
    company: str
    title: str
    phone: str
    email: str

    @property
    def is_latin(self) -> bool:
        """Whether the name is written in Latin letters: given names first."""
        return self.surname[0] == self.surname[1]

    @property
    def name(self) -> str:
        """As on the badge."""
        if self.is_latin:
            return " ".join([*(word for word, _ in self.given), self.surname[0]])
        return self.surname[0] + "".join(han for han, _ in self.given)

    @property
    def latin_name(self) -> str:
        """The Latin form that three in four of the others gave."""
        if self.is_latin or self.serial % 4 == 0:
            return ""
        return f"{self.surname[1].capitalize()} {''.join(r for _, r in self.given).capitalize()}"

    @property
    def number(self) -> str:
        """The ticket's."""
        return f"CA27-{self.serial:07d}"

    @property
    def external_id(self) -> str:
        """The list's own id."""
        return f"R{self.serial * 7 + 100:08d}"


def crowd(size: int, seed: int = 1) -> Iterator[Person]:
    """So many people, one after the other."""
    rng = np.random.default_rng(seed)
    chance = _WEIGHTS / _WEIGHTS.sum()
    serial = 0
    while serial < size:
        count = min(10_000, size - serial)
        surnames = rng.choice(len(SURNAMES), size=count, p=chance)
        dice = rng.integers(1 << 30, size=(count, 8))
        for surname, die in zip(surnames.tolist(), dice.tolist(), strict=True):
            serial += 1
            yield _person(serial, surname, die)


def _person(serial: int, surname: int, die: list[int]) -> Person:
    if die[0] % 8 == 0:
        return _latin(serial, die)
    han, read = SURNAMES[surname]
    given = [GIVEN[die[1] % len(GIVEN)], GIVEN[die[2] % len(GIVEN)]][: 1 + (die[0] % 5 > 0)]
    company = (
        _CITIES[die[3] % len(_CITIES)]
        + _BRAND_LETTERS[die[4] % len(_BRAND_LETTERS)]
        + _BRAND_LETTERS[die[5] % len(_BRAND_LETTERS)]
        + words.TRADES[die[6] % len(words.TRADES)][0]
    )
    titles = words.TITLES["delegate"]
    mailbox = "".join(sound for _, sound in given).replace("ü", "v") + read.lower()
    return Person(
        serial,
        (han, read.lower()),
        tuple(given),
        company,
        titles[die[6] % len(titles)],
        _phone(die[7]),
        f"{mailbox.replace('ü', 'v')}{serial}@example.com",
    )


def _latin(serial: int, die: list[int]) -> Person:
    pools = (words.LATIN_GIVEN, words.LATIN_GIVEN, words.LATIN_FAMILY, words.LATIN_FAMILY)
    first, middle, family, second = (
        pool[roll % len(pool)] for pool, roll in zip(pools, die[1:5], strict=True)
    )
    if die[5] % 3 == 0:
        family = f"{family}-{second}"
    given = [first] if die[5] % 2 else [first, middle]
    titles = words.LATIN_TITLES
    return Person(
        serial,
        (family, family),
        tuple((word, word) for word in given),
        words.FOREIGN_COMPANIES[die[6] % len(words.FOREIGN_COMPANIES)],
        titles[die[6] % len(titles)],
        _phone(die[7]) if die[0] % 16 else "",
        f"guest.{serial}@example.org",
    )


def _phone(roll: int) -> str:
    return f"{(199, 166, 177)[roll % 3]}{roll // 3 % 10**8:08d}"

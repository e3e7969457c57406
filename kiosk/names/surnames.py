"""Surnames whose reading is not the character's everyday one, and surnames of two characters.

Readings after 《新华字典》 and 《现代汉语词典》, where they are marked 姓 ("surname").
"""

_COMPOUND = (
    "欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 尉迟 澹台 万俟 公孙 慕容 宇文 长孙 皇甫 令狐 夏侯 "
    "轩辕 钟离 闻人 濮阳 淳于 单于 太叔 申屠 仲孙 鲜于 闾丘 司空 端木 百里 呼延 东郭 南门 第五 "
    "赫连 拓跋 公冶 宗政 亓官 司寇 颛孙 巫马 公西 漆雕 乐正 壤驷 夹谷 谷梁 段干 西门 左丘 梁丘 "
    "羊舌 微生 纳兰 完颜 耶律 歐陽 司馬 諸葛 東方 獨孤 南宮 尉遲 澹臺 公孫 長孫 軒轅 鍾離 聞人 "
    "濮陽 單于 仲孫 鮮于 閭丘"
)
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())
_READINGS = (
    "曾 zeng 仇 qiu 解 xie 缪 miao 繆 miao 种 chong 员 yun 員 yun "
    "乐 yue/le 樂 yue/le 单 shan/dan 單 shan/dan 盖 ge/gai 蓋 ge/gai 朴 piao/pu 查 zha/cha "
    "区 ou/qu 區 ou/qu 翟 zhai/di 覃 qin/tan 尉 wei/yu 黑 he/hei 洗 xian/xi 冼 xian 幺 yao "
    "繁 po 折 she 那 na 佴 nai 逄 pang 乜 nie 召 shao/zhao 宓 mi/fu 郇 xun/huan "
    "妫 gui 媯 gui 贠 yun 令 ling 晁 chao 谌 chen/shen 諶 chen/shen 宁 ning 甯 ning 任 ren "
    "应 ying 應 ying 华 hua 華 hua 燕 yan 句 gou/ju 祭 zhai 秘 bi/mi 撒 sa 訾 zi 阚 kan "
    "闞 kan 褚 chu 叶 ye 葉 ye 车 che 車 che 俞 yu 郗 xi/chi 隽 juan/jun 牟 mou/mu 万 wan 於 yu "
    "贾 jia 賈 jia 过 guo 過 guo 藏 zang 卜 bu 隗 kui/wei 仉 zhang 瞿 qu 纪 ji 紀 ji "
    "葛 ge 钭 tou 佘 she 炅 gui 能 nai 眭 sui 宿 su 莘 shen/xin 祝 zhu 柏 bai/bo 强 qiang "
    "哈 ha 冯 feng 馮 feng 尹 yin 石 shi 沈 shen 相 xiang 曲 qu 吕 lü 呂 lü 闾 lü 重 chong "
    "逯 lu 郝 hao 仝 tong 都 du 鲍 bao 卓 zhuo 盛 sheng "
    "沙 sha 夏 xia 殷 yin "
    "尉迟 yu-chi 尉遲 yu-chi 万俟 mo-qi 澹台 tan-tai 澹臺 tan-tai 单于 chan-yu 單于 chan-yu "
    "长孙 zhang-sun 長孫 zhang-sun 令狐 ling-hu 亓官 qi-guan 夹谷 jia-gu 乐正 yue-zheng "
    "拓跋 tuo-ba 皇甫 huang-fu 鲜于 xian-yu 鮮于 xian-yu 颛孙 zhuan-sun 鍾離 zhong-li "
    "谷梁 gu-liang 呼延 hu-yan 第五 di-wu 太叔 tai-shu 仲孙 zhong-sun 仲孫 zhong-sun "
    "司空 si-kong 百里 bai-li 端木 duan-mu 南宫 nan-gong 南宮 nan-gong 公冶 gong-ye"
)


def _table(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    words = text.split()
    return {
        name: tuple(tuple(reading.split("-")) for reading in readings.split("/"))
        for name, readings in zip(words[::2], words[1::2], strict=True)
    }


SURNAME_READINGS = _table(_READINGS)
"""Surname → its readings as syllables without tones; the first is the one for a badge.

Where there are several, people differ and only the bearer can say which it is.
"""


def surname_length(name: str) -> int:
    """How many characters of a Han name are the surname: 2 for compound ones, else 1."""
    return 2 if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else 1

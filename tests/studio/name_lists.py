"""Words from which people and companies are invented.

Readings stand beside the characters because the demo's pinyin must not come from
the very code that the demo shows off.
"""

from __future__ import annotations

from typing import Final


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    words = text.split()
    return tuple(zip(words[::2], words[1::2], strict=True))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SURNAMES: Final = _pairs(
    "李 Li 王 Wang 张 Zhang 刘 Liu 陈 Chen 杨 Yang 赵 Zhao 黄 Huang 周 Zhou 吴 Wu 徐 Xu 孙 Sun "
    "胡 Hu 朱 Zhu 高 Gao 林 Lin 何 He 郭 Guo 马 Ma 罗 Luo 梁 Liang 宋 Song 郑 Zheng 谢 Xie "
    "韩 Han 唐 Tang 冯 Feng 于 Yu 董 Dong 萧 Xiao 程 Cheng 曹 Cao 袁 Yuan 邓 Deng 许 Xu 傅 Fu "
    "沈 Shen 彭 Peng 吕 Lü 苏 Su 卢 Lu 蒋 Jiang 蔡 Cai 贾 Jia 丁 Ding 魏 Wei 薛 Xue 叶 Ye "
    "阎 Yan 余 Yu 潘 Pan 杜 Du 戴 Dai 夏 Xia 钟 Zhong 汪 Wang 田 Tian 任 Ren 姜 Jiang 范 Fan "
    "方 Fang 石 Shi 姚 Yao 谭 Tan 廖 Liao 邹 Zou 熊 Xiong 金 Jin 陆 Lu 郝 Hao 孔 Kong 白 Bai"
)

TRAP_SURNAMES: Final = _pairs(
    "曾 Zeng 单 Shan 仇 Qiu 解 Xie 区 Ou 查 Zha 盖 Ge 朴 Piao 翟 Zhai 缪 Miao 覃 Qin "
    "种 Chong 员 Yun"
)
"""Surnames that a general dictionary reads wrongly."""

COMPOUND_SURNAMES: Final = _pairs(
    "欧阳 Ouyang 司马 Sima 尉迟 Yuchi 澹台 Tantai 万俟 Moqi 上官 Shangguan 诸葛 Zhuge "
    "慕容 Murong 长孙 Zhangsun 令狐 Linghu 皇甫 Huangfu 东方 Dongfang"
)

GIVEN: Final = _pairs(
    "伟 wei 芳 fang 娜 na 敏 min 静 jing 强 qiang 磊 lei 军 jun 洋 yang 勇 yong 艳 yan 杰 jie "
    "娟 juan 涛 tao 明 ming 超 chao 秀 xiu 霞 xia 平 ping 刚 gang 桂 gui 英 ying 华 hua 玉 yu "
    "兰 lan 建 jian 文 wen 辉 hui 志 zhi 宇 yu 浩 hao 然 ran 子 zi 轩 xuan 雨 yu 欣 xin 怡 yi "
    "梓 zi 涵 han 思 si 远 yuan 晓 xiao 东 dong 海 hai 波 bo 宁 ning 云 yun 飞 fei 鹏 peng "
    "翔 xiang 嘉 jia 琪 qi 佳 jia 俊 jun 凯 kai 瑞 rui 哲 zhe 昊 hao 天 tian 诗 shi 琳 lin "
    "婷 ting 雪 xue 梅 mei 青 qing 松 song 柏 bai 岚 lan 川 chuan 渝 yu 山 shan 江 jiang "
    "澜 lan 沐 mu 清 qing 和 he 安 an 若 ruo 溪 xi 知 zhi 行 xing 景 jing 言 yan"
)

LATIN_GIVEN: Final = _words(
    "Łukasz Jürgen Søren Zoë José Françoise Björn Ágnes Matěj Ioana Emīlija "
    "Þóra Nuño Beñat Anna Thomas Laura Daniel Marta Peter Claire Hugo Ines "
    "Oliver Sofia Marco Elena David Priya Arjun Fatima Omar Kenji Yuki "
    "Min-jun Ji-woo Linh Ming-Hui Chidi Amara Lars Freya"
)

LATIN_FAMILY: Final = _words(
    "Żółć Müller Østergård Peña Lefèvre Åkesson Szabó Dvořák Ionescu "
    "Bērziņa Jónsdóttir Ibáñez Weidner Castlemore Harrowgate Lindqvist "
    "Marchetti Okonkwo Raghavan Tanahashi Verbruggen Whitcombe Zellweger "
    "Fairbourne Delacroix Brandvold Kowalczyk Petrenko Haddadi Sarkissian "
    "Montclair Oyelaran Nakagaki Thorvald Espinosa Grünwald Bellweather "
    "Vandersloot Mehrotra"
)

BRANDS: Final = _pairs(
    "澜桥 Lanqiao 岫云 Xiuyun 砚舟 Yanzhou 霁川 Jichuan 栎风 Lifeng 棠湾 Tangwan 沐岑 Mucen "
    "屿衡 Yuheng 朔禾 Shuohe 泠岸 Ling'an 旻岳 Minyue 槿石 Jinshi 渡鹤 Duhe 听潮 Tingchao "
    "远帆星 Yuanfanxing 青崖 Qingya 柘林 Zhelin 珩山 Hengshan 牧野辰 Muyechen 溯光源 Suguangyuan "
    "瀚枢 Hanshu 芷江湾 Zhijiangwan 崇礁 Chongjiao 弦月 Xianyue 杉陌 Shanmo 皓原 Haoyuan"
)

TRADES: Final = (
    ("智驾科技有限公司", "Intelligent Driving"),
    ("动力电池有限公司", "Battery Systems"),
    ("汽车零部件股份有限公司", "Auto Parts"),
    ("车规芯片有限公司", "Automotive Semiconductors"),
    ("出行服务有限公司", "Mobility Services"),
    ("汽车销售集团", "Motor Trade Group"),
    ("新能源汽车有限公司", "New Energy Vehicles"),
    ("产业研究院", "Industry Research Institute"),
    ("物流有限公司", "Logistics"),
    ("资本管理有限公司", "Capital"),
)

FOREIGN_COMPANIES: Final = (
    "Halvorsen & Brandvold Mobility",
    "Nordlicht Antriebstechnik GmbH",
    "Castlemore Advisory",
    "Tanahashi Seiki K.K.",
    "Delacroix Électromobilité SA",
    "Sarkissian Design Studio",
    "Verbruggen Coatings N.V.",
    "Raghavan Software Labs",
    "Hangang Precision Co.",
    "Oyelaran Motors",
)

MEDIA: Final = _words(
    "车镜观察 澜江日报 轮上世界 山城车讯 驭言周刊 北岸新闻网 "
    "新能源车评社 动力前线 齿轮与城市 里程碑视频 一号弯道 "
    "汽车工匠杂志 极速频道 嘉澜电视台 路书客户端"
)

FOREIGN_MEDIA: Final = ("The Axle Gazette", "Rad und Strasse", "Motor Meridian", "Asia Torque")

OFFICES: Final = ("渝澜市经济和信息化局", "渝澜市商务局", "澜江新区管理委员会", "渝澜市交通运输局")

TITLES: Final = {
    "delegate": _words(
        "总经理 副总经理 采购总监 研发工程师 市场经理 战略规划主管 首席技术官 合伙人 销售经理"
    ),
    "vip": _words("董事长 总裁 首席执行官 名誉会长"),
    "speaker": _words("首席科学家 教授 首席技术官 副总裁 研究员 设计总监"),
    "press": _words("记者 编辑 摄影记者 主编 摄像"),
    "exhibitor": _words("展台经理 展览主管"),
    "government": _words("局长 副局长 处长 主任"),
    "staff": _words("会务 技术支持 志愿者 引导员"),
}

LATIN_TITLES: Final = (
    "Managing Director",
    "Head of Purchasing",
    "Research Engineer",
    "Analyst",
    "Chief Designer",
    "Partner",
)

"""The same words written otherwise: a fold under which they become equal.

Folding is a claim that a drafter would sign, so it is made of closed lists: widths, kana, okurigana, variant characters,
punctuation, numbers by value. Pairs that drafters tell apart (とき/時, もの/物, 超える/越える, 規定/規程, 作成/作製) are in none of them.
Sources: 公用文作成の考え方 (2022), 公用文における漢字使用等について (2010), 送り仮名の付け方 (1973), 常用漢字表 with its 康熙字典体.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Indel

from aratame.lexing.readings import reading
from aratame.numerals import KANJI_NUMBER, value
from aratame.values import Amount, Moment, find

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_SIGNS = str.maketrans({"，": "、", ",": "、", "．": ".", "､": "、", "｡": "。", "･": "・", "〜": "~", "～": "~", "“": '"', "”": '"', "’": "'", "‘": "'", "〔": "[", "〕": "]", "＜": "<", "＞": ">", "〈": "<", "〉": ">"})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－-", "-"))
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ", "あいうえおつやゆよわアイウエオツヤユヨワカケ")
_OLD_KANA = str.maketrans({"ゐ": "い", "ゑ": "え", "ヰ": "イ", "ヱ": "エ", "ヴ": "ブ"})
_OLD = "國學會體變應營圖團區廳縣號廣榮圓壓圍醫壹稻飮隱營衞驛圓鹽緣艷奧歐毆價畫壞懷繪慨槪擴殼覺樂喝渴勸卷寬漢關歡觀氣祈歸旣器僞戲犧舊據擧虛峽挾狹鄕響曉勤謹驅勳薰徑惠揭鷄藝擊缺縣儉劍險圈檢權獻硏縣顯驗嚴廣效恆黃國黑穀碎濟齋劑殺雜參產棧蠶慘贊殘絲視齒兒辭濕實寫煮社者釋壽收臭從澁獸縱祝肅處暑緖署諸敍獎將祥稱燒證乘剩壤孃條淨狀疊讓釀囑觸寢愼眞神盡圖粹醉穗隨髓數樞聲靜齊攝竊節專戰淺潛纖踐錢禪祖雙壯搜插巢曾瘦爭總莊裝僧層騷增憎臟贈藏屬續墮對體帶滯臺瀧擇澤單膽擔嘆團斷彈遲癡蟲晝鑄廳徵懲聽敕鎭塚遞鐵轉點傳都黨盜燈當德獨讀突屆難貳腦霸拜廢賣麥發髮拔繁蠻卑碑祕濱賓頻敏甁侮福拂佛倂竝變邊邉辯瓣辨步穗寶豐褒墨飜萬滿默餠戾彌藥譯與豫餘譽搖樣謠來賴亂欄覽龍隆虜兩獵綠淚壘類勵禮靈齡曆歷戀練鍊爐勞郞朗廊樓祿錄灣"
_NEW = "国学会体変応営図団区庁県号広栄円圧囲医一稲飲隠営衛駅円塩縁艶奥欧殴価画壊懐絵慨概拡殻覚楽喝渇勧巻寛漢関歓観気祈帰既器偽戯犠旧拠挙虚峡挟狭郷響暁勤謹駆勲薫径恵掲鶏芸撃欠県倹剣険圏検権献研県顕験厳広効恒黄国黒穀砕済斎剤殺雑参産桟蚕惨賛残糸視歯児辞湿実写煮社者釈寿収臭従渋獣縦祝粛処暑緒署諸叙奨将祥称焼証乗剰壌嬢条浄状畳譲醸嘱触寝慎真神尽図粋酔穂随髄数枢声静斉摂窃節専戦浅潜繊践銭禅祖双壮捜挿巣曽痩争総荘装僧層騒増憎臓贈蔵属続堕対体帯滞台滝択沢単胆担嘆団断弾遅痴虫昼鋳庁徴懲聴勅鎮塚逓鉄転点伝都党盗灯当徳独読突届難弐脳覇拝廃売麦発髪抜繁蛮卑碑秘浜賓頻敏瓶侮福払仏併並変辺辺弁弁弁歩穂宝豊褒墨翻万満黙餅戻弥薬訳与予余誉揺様謡来頼乱欄覧竜隆虜両猟緑涙塁類励礼霊齢暦歴恋練錬炉労郎朗廊楼禄録湾"
_VARIANTS = str.maketrans(
    dict(zip(_OLD, _NEW, strict=True))
    | {"髙": "高", "﨑": "崎", "𠮷": "吉", "濵": "浜", "嶋": "島", "嶌": "島", "槗": "橋", "埜": "野", "舘": "館", "冨": "富", "峯": "峰", "塡": "填", "剝": "剥", "頰": "頬", "𠮟": "叱", "籠": "篭", "附": "付", "箇": "か", "个": "か", "聯": "連", "抛": "放", "廻": "回", "恊": "協", "飜": "翻", "稟": "禀"}
)
"""Old forms of the 常用漢字表 and the variants of names; 附属/付属 and 附する/付する are one word each."""
_LOOK_ALIKE = str.maketrans({"ニ": "二", "ハ": "八", "カ": "力", "ロ": "口", "エ": "工", "タ": "夕", "ト": "卜", "チ": "千", "ヘ": "へ", "ベ": "べ", "ペ": "ぺ", "リ": "り", "一": "ー", "○": "〇", "◯": "〇"})
_ROMAN = {"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V", "Ⅵ": "VI", "Ⅶ": "VII", "Ⅷ": "VIII", "Ⅸ": "IX", "Ⅹ": "X", "Ⅺ": "XI", "Ⅻ": "XII"}

_WRITINGS = (
    # connectives, adverbs and formal words that 公用文 writes in one of two ways
    *(("及び", "および"), ("並びに", "ならびに"), ("又は", "または"), ("若しくは", "もしくは"), ("但し", "ただし"), ("且つ", "かつ"), ("乃至", "ないし")),
    *(("従って", "したがって"), ("従つて", "したがつて"), ("尚、", "なお、"), ("更に", "さらに"), ("予め", "あらかじめ"), ("概ね", "おおむね"), ("全て", "すべて"), ("総て", "すべて")),
    *(("凡て", "すべて"), ("既に", "すでに"), ("直ちに", "ただちに"), ("速やか", "すみやか"), ("特に", "とくに"), ("但書", "ただし書"), ("因る", "よる"), ("依る", "よる"), ("拠る", "よる")),
    *(("拘らず", "かかわらず"), ("関わらず", "かかわらず"), ("拘わらず", "かかわらず"), ("通り", "とおり"), ("出来", "でき"), ("為め", "ため"), ("為に", "ために"), ("の為", "のため")),
    *(("下さい", "ください"), ("頂く", "いただく"), ("頂き", "いただき"), ("致し", "いたし"), ("致す", "いたす"), ("毎に", "ごとに"), ("共に", "ともに"), ("等", "など"), ("迄", "まで"), ("於いて", "において"), ("於て", "において"), ("於ける", "における")),
    *(("の上、", "のうえ、"), ("た上で", "たうえで"), ("の内", "のうち"), ("の外", "のほか"), ("の他", "のほか"), ("る外", "るほか"), ("る他", "るほか"), ("事が", "ことが"), ("事を", "ことを"), ("事と", "ことと"), ("行為をする事", "行為をすること")),
    *(("基く", "基づく"), ("基き", "基づき"), ("基いて", "基づいて"), ("附ける", "付ける"), ("定めによ", "定によ"), ("様に", "ように"), ("様な", "ような"), ("いう", "言う"), ("無い", "ない"), ("有る", "ある"), ("在る", "ある"), ("居る", "いる")),
    *(("づつ", "ずつ"), ("一部改正", "1部改正"), ("貼り付", "はり付"), ("貼つて", "はつて"), ("貼って", "はって"), ("貼る", "はる"), ("貼付", "ちょう付"), ("迄に", "までに"), ("申し出で", "申し出"), ("申出で", "申し出"), ("にかかる", "に係る"), ("にかかり", "に係り"), ("Ａ４版", "Ａ４判"), ("A4版", "A4判"), ("A3版", "A3判")),
    # words once written with kana because a character was not in the 常用漢字表, and loan words
    *(("漏洩", "漏えい"), ("改竄", "改ざん"), ("隠蔽", "隠ぺい"), ("毀損", "き損"), ("棄損", "き損"), ("破綻", "破たん"), ("補填", "補てん"), ("障碍", "障がい"), ("障害者", "障がい者"), ("障害児", "障がい児"), ("子供", "子ども"), ("こども", "子ども")),
    *(("埠頭", "ふ頭"), ("斡旋", "あっせん"), ("遡及", "さかのぼり"), ("遡って", "さかのぼって"), ("処方箋", "処方せん"), ("付箋", "付せん"), ("付箋", "附せん"), ("瑕疵", "かし"), ("閾値", "しきい値"), ("屎尿", "し尿"), ("浚渫", "しゅんせつ"), ("煤煙", "ばい煙")),
    *(("振り仮名", "ふりがな"), ("振仮名", "ふりがな"), ("フリガナ", "ふりがな"), ("頁", "ページ"), ("挨拶", "あいさつ"), ("椅子", "いす"), ("鍵", "かぎ"), ("脆弱", "ぜい弱"), ("逼迫", "ひっ迫"), ("進捗", "進ちょく"), ("払拭", "払しょく"), ("危惧", "危ぐ"), ("語彙", "語い")),
    *(("梱包", "こん包"), ("範疇", "範ちゅう"), ("完璧", "完ぺき"), ("拉致", "ら致"), ("牽引", "けん引"), ("堆積", "たい積"), ("灌漑", "かんがい"), ("賄賂", "わいろ"), ("蓋", "ふた"), ("罫線", "けい線"), ("勾配", "こう配"), ("汚穢", "汚わい"), ("塵芥", "じんかい")),
    *(("シュミレーション", "シミュレーション"), ("インターフェイス", "インタフェース"), ("インターフェース", "インタフェース"), ("ウェブ", "ウエブ"), ("コミニュケーション", "コミュニケーション"), ("ディ", "デイ"), ("キャビネット", "キヤビネツト")),
    *(("株式会社", "(株)"), ("有限会社", "(有)"), ("㈱", "(株)"), ("㈲", "(有)"), ("電子メール", "電子メイル")),
)
_LEFT = {right: left for left, right in _WRITINGS}

_OKURIGANA = tuple(
    "取り 扱い 扱う 申し 込み 込む 受け 付け 届け 出し 続き 打ち 合わせ 合せ 合い 切り 替え 換え 引き 渡し 支払い 払い 払込み 貸し 借り 見積もり 見積り 積み 積もり 積立て 立て 立ち 問い 繰り 越し 上げ 下げ 買い 売り 入れ 入り 組み 組合せ 割り 当て 当たり 振り "
    "戻し 返し 差し 押さえ 押え 備え 置き 据え 締め 決め 消し 乗り 書き 言い 読み 建て 預かり 預り 請け 負い 掛け 掛かり 掛り 仕分け 植え 埋め 落とし 落し 抜き 漏れ 見直し 巡り 回り 持ち 帰り 行い 定め 呼び 送り 降り 着け 突き 浮き 吊り 釣り 飲み 食い 狩り 刈り 折り 織り "
    "起こし 起し 移し 写し 直し 残り 余り 限り 調べ 届 離れ 貼り 張り 巻き 焼き 葬り 揚げ 揺れ 縫い 塗り 染め 吹き 伏せ 踏み 並び 並べ 継ぎ 次ぎ 結び 繋ぎ 継続 納め 収め 治め 住まい 浜渡し 走り 働き 話し 話合い 控え 引換え 含み 閉じ 綴り 綴じ 刷り 堀り 掘り 増し 減り 混ぜ 混み 待ち 迎え 賄い".split()
)
_OKURIGANA_ENDS = re.compile("|".join(sorted({re.escape(word) for word in _OKURIGANA if re.search("[ぁ-ん]$", word)}, key=len, reverse=True)))
_VERB_OKURIGANA = tuple(
    ("行な 行,表わ 表,現わ 現,著わ 著,断わ 断,賜わ 賜,当た 当,終わ 終,変わ 変,代わ 代,替わ 替,起こ 起,落と 落,暮ら 暮,浮か 浮,生ま 生,捕ら 捕,積も 積,聞こ 聞,向か 向,異な 異,伴な 伴,群が 群,果た 果,明らか 明か,新たに 新に,少な 少,必らず 必ず,直ちに 直に,係わ 係,及ぼ 及,交じ 交,混じ 混,分か 分,別か 別,曲が 曲,上が 上,下が 下,繰り下げ 繰下げ,照ら 照,確か 確,承わ 承,営な 営").split(",")
)
_VERB_PAIRS = tuple(tuple(pair.split()) for pair in _VERB_OKURIGANA)
_PROLONGED = re.compile(r"(?<=[ァ-ヴー]{2})ー(?![ァ-ヴー])")
_NUMBERS = re.compile(rf"(?:{KANJI_NUMBER}|[0-9])+")
_HALF_KANA = re.compile(r"[ｦ-ﾟ]+")
_LARGE_TSU = re.compile("(?<=[ぁ-ん一-鿿])つ(?=[てたちつ])")
_LONGEST_WORD = 24
_SHORT_WORD = 4
_TWICE = re.compile(r"([ぁ-んァ-ヴ一-鿿]{1,4}?)\1+")
_BLANK = re.compile(r"\s+")
_THOUSANDS = re.compile(r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3})")
_WRITING = re.compile("|".join(sorted(map(re.escape, _LEFT), key=len, reverse=True)))


@lru_cache(maxsize=4096)
def width(text: str) -> str:
    """The text with widths, blanks, dashes, brackets and commas made one; marks such as ① and Ⅲ stay."""
    narrow = _HALF_KANA.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    narrow = _THOUSANDS.sub("", narrow)
    return _BLANK.sub("", narrow.translate(_SIGNS).translate(_WIDTH).translate(_SIGNS).translate(_DASHES))


@lru_cache(maxsize=4096)
def numbers(text: str) -> str:
    """The text with every date and quantity, then every other number, as its value: 三十日 and 30日 are the same."""
    out: list[str] = []
    at = 0
    for found in find(text):
        out.append(_bare_numbers(text[at : found.span.start]))
        out.append(f"<{_key(found.value)}>")
        at = found.span.end
    return "".join((*out, _bare_numbers(text[at:])))


def _key(found: Moment | Amount) -> str:
    if isinstance(found, Amount):
        return f"{found.number}{found.unit}"
    return "/".join(str(part) for part in found)


def _bare_numbers(text: str) -> str:
    return _NUMBERS.sub(lambda match: str(number) if (number := value(match.group())) is not None else match.group(), text)


@lru_cache(maxsize=4096)
def kana(text: str) -> str:
    """The text with small and old kana, okurigana and the writings of 公用文 made one."""
    folded = text.translate(_SMALL).translate(_OLD_KANA)
    folded = _WRITING_SMALL.sub(lambda match: _LEFT_SMALL[match.group()], folded)
    for longer, shorter in _VERB_PAIRS:
        folded = folded.replace(longer, shorter)
    return _PROLONGED.sub("", _OKURIGANA_ENDS.sub(lambda match: re.sub("[ぁ-ん]+$", "", match.group()), folded))


_LEFT_SMALL = {right.translate(_SMALL): left.translate(_SMALL) for right, left in _LEFT.items()}
_WRITING_SMALL = re.compile("|".join(sorted(map(re.escape, _LEFT_SMALL), key=len, reverse=True)))


def variants(text: str) -> str:
    """The text with old and variant forms of characters made one."""
    return text.translate(_VARIANTS)


def look_alikes(text: str) -> str:
    """The text with signs that are mistaken for each other made one: ニ and 二, ○ and 〇, Ⅲ and III."""
    return "".join(_ROMAN.get(sign, sign) for sign in text).translate(_LOOK_ALIKE)


_APART = frozenset("物者時所超越")
_KANA = re.compile("[ぁ-んァ-ヴー]*")


def read_alike(before: str, after: str) -> bool:
    """Whether two words are read alike and differ only where one side has kana: 漏洩 and 漏えい, not 規定 and 規程.

    とき/時, もの/物, ところ/所 and こえる/超える, which drafters tell apart, do not count.
    """
    if max(len(before), len(after)) > _LONGEST_WORD:
        return False
    for operation, left, right in _segments(before, after):
        if operation != "equal" and not ((_KANA.fullmatch(left) or _KANA.fullmatch(right)) and not _APART & {*left, *right}):
            return False
    readings = reading(_modern(before)), reading(_modern(after))
    return bool(readings[0]) and readings[0] == readings[1]


def _segments(before: str, after: str) -> list[tuple[str, str, str]]:
    """The stretches in which two texts are equal and those in which they are not, in turn."""
    segments: list[tuple[str, str, str]] = []
    for block in Indel.opcodes(before, after):
        left, right = before[block.src_start : block.src_end], after[block.dest_start : block.dest_end]
        if block.tag != "equal" and segments and segments[-1][0] != "equal":
            left, right = segments[-1][1] + left, segments[-1][2] + right
            segments.pop()
        segments.append(("equal" if block.tag == "equal" else "other", left, right))
    return segments


def _modern(text: str) -> str:
    """Old large つ made small, so that a dictionary of today reads it."""
    return _LARGE_TSU.sub("っ", text)


def shortened(text: str) -> str:
    """A longer word without its prolonged sounds: 個人番号カド is a slip for 個人番号カード, ビル is none for ビール."""
    return text.replace("ー", "") if len(text) > _SHORT_WORD else text


def once(text: str) -> str:
    """The text with words that stand there twice in a row written once: をを, かかる, 実施実施."""
    return _TWICE.sub(r"\1", text)

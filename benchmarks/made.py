"""Seeded statutes of a body that does not exist, of any size, and amended versions of them with a known share of changes."""

from __future__ import annotations

import random

SUBJECTS = ("市長", "北浜機構の長", "指定事業者", "申請者", "審査会", "管理者", "架空市の区域内に住所を有する者", "登録を受けた者")
OBJECTS = (
    "登録簿の記載事項",
    "前条の規定による届出",
    "施設の維持管理",
    "使用料の額",
    "許可の取消し",
    "記録の保存",
    "個人番号の取扱い",
    "公表の方法",
)
TIMES = ("三十日以内に", "遅滞なく", "毎年四月一日までに", "あらかじめ", "規則で定めるところにより", "速やかに", "必要があると認めるときは")
DUTIES = (
    "届け出なければならない",
    "行うことができる",
    "するものとする",
    "してはならない",
    "定めるよう努めなければならない",
    "通知しなければならない",
)
DIGITS = "〇一二三四五六七八九"
CHANGES = (
    ("三十日以内", "六十日以内"),
    ("することができる", "しなければならない"),
    ("市長", "区長"),
    ("あらかじめ", "あらかじめ書面で"),
    ("規則", "要綱"),
)


def kanji(number: int) -> str:
    """A number below 100,000 as statutes write it: 2305 → 二千三百五."""
    out, unit = "", ("", "十", "百", "千", "万")
    for place, digit in enumerate(reversed(str(number))):
        if digit != "0":
            out = ("" if digit == "1" and place else DIGITS[int(digit)]) + unit[place] + out
    return out


def sentence(chance: random.Random) -> str:
    """One provision."""
    return f"{chance.choice(SUBJECTS)}は、{chance.choice(OBJECTS)}その他{chance.choice(OBJECTS)}について、{chance.choice(TIMES)}{chance.choice(DUTIES)}。"


def statute(code_points: int, seed: int = 1) -> list[str]:
    """The lines of a statute of about that many code points."""
    chance = random.Random(seed)  # noqa: S311  no secret
    lines, length, article = ["架空市登録条例"], 0, 0
    while length < code_points:
        article += 1
        new = [f"（{chance.choice(OBJECTS)}）", f"第{kanji(article)}条　{sentence(chance)}"]
        for paragraph in range(2, chance.randint(2, 5)):
            new.append(f"{chr(0xFF10 + paragraph)}　{sentence(chance)}次に掲げる事項については、この限りでない。")
            new += [f"{kanji(item)}　{chance.choice(OBJECTS)}に関する{chance.choice(OBJECTS)}" for item in range(1, chance.randint(2, 5))]
        lines += new
        length += sum(len(line) + 1 for line in new)
    return lines


def amended(lines: list[str], share: float, seed: int = 2) -> list[str]:
    """The same lines with that share of them reworded, and a tenth as many taken out and put in."""
    chance = random.Random(seed)  # noqa: S311
    out: list[str] = []
    for line in lines:
        drawn = chance.random()
        if drawn < share:
            before, after = chance.choice([change for change in CHANGES if change[0] in line] or [("の", "等の")])
            out.append(line.replace(before, after, 1))
        elif drawn < share * 1.05 and line[0] in DIGITS:
            continue
        else:
            out.append(line)
            if drawn > 1 - share * 0.05 and line[0] in DIGITS:
                out.append(f"{line[0]}の二　{chance.choice(OBJECTS)}に関する新たな事項")
    return out

"""Text → the marks at the heads of its lines: what may be a clause's number, and how sure that is.

A mark is a candidate. Whether it opens a clause is decided in `nesting`, where its number is held against the numbers
before it: 「2」 is a paragraph after 1 and a stray figure after 7.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from aratame.numerals import CIRCLED, IROHA, marker_value

BLANK = "[ \t\u3000\u00a0]"
KANJI = "[〇一二三四五六七八九十百千]"
ARABIC = "[0-9０-９]"
NUMBER = "[〇一二三四五六七八九十百千0-9０-９]"
KANA = "[アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン]"
SMALL_ROMAN = "(?:[xｘ]{0,3}(?:[iｉ][xｘ]|[iｉ][vｖ]|[vｖ]?[iｉ]{1,3}|[vｖ]|[xｘ]))"
END = r"(?![^\r\n])"
BRANCH = f"(?:[のノ]{NUMBER}{{1,5}})"
JOINT = "(?:から|及び|並びに|、|・|―|－|～|〜)"
REFERENCE = "のにをがはでとへか及又並若、，）)」』⇒→欄項号条章節款編中本各第以前後"
"""After a number without a blank behind it, these say that it is being referred to."""

LINE = re.compile(
    rf"""(?P<lead>{BLANK}*)(?:
    (?P<group>第{NUMBER}{{1,9}}[編章節款目]{BRANCH}*(?:{JOINT}第{NUMBER}{{1,9}}[編章節款目]{BRANCH}*(?:まで)?)*)(?={BLANK}|{END}|[（(])
  | (?P<article>第{NUMBER}{{1,9}}[条條]{BRANCH}*(?:{JOINT}第{NUMBER}{{1,9}}[条條]{BRANCH}*(?:まで)?)*)(?={BLANK}|{END}|[（(：:])
  | (?P<suppl>[附付]{BLANK}*則)(?={BLANK}|{END}|[（(])
  | (?P<table>(?:附則)?別{BLANK}*[表記紙図]{BLANK}*(?:第?{NUMBER}{{1,5}}(?:号(?:の?様式)?)?{BRANCH}*)?
      |(?:別記)?(?:第{NUMBER}{{1,5}}号{BRANCH}*)?(?:様{BLANK}*式|書式)(?:第?{NUMBER}{{1,5}}号?{BRANCH}*)?
      |付{BLANK}*録(?:第?{NUMBER}{{1,5}})?)(?={BLANK}*(?:[（(](?!以下|昭|平|令)|{END})|{BLANK})
  | (?P<toc>目{BLANK}*次){BLANK}*{END}
  | (?P<markdown>[#]{{1,6}})(?={BLANK})
  | (?P<dai>第{NUMBER}{{1,4}})(?={BLANK}|{END})
  | (?P<kanji>{KANJI}{{1,5}}{BRANCH}*(?:{JOINT}{KANJI}{{1,5}}{BRANCH}*(?:まで)?)*)(?={BLANK}|{END})
  | (?P<digit>[○◯〇]?{ARABIC}{{1,3}}(?:{JOINT}{ARABIC}{{1,3}}(?:まで)?)*)(?={BLANK}|{END}|[.．](?!{ARABIC}))
  | (?P<paren>[(（]{ARABIC}{{1,3}}{BRANCH}*[)）]|[⑴-⒇])(?![{REFERENCE}])
  | (?P<paren_kanji>[(（]{KANJI}{{1,3}}[)）]|[㈠-㈩])(?![{REFERENCE}])
  | (?P<paren_kana>[(（]{KANA}[)）]|[㋐-㋾])(?![{REFERENCE}])
  | (?P<paren_latin>[(（](?:[a-zａ-ｚ]|{SMALL_ROMAN})[)）]|[⒜-⒵])(?![{REFERENCE}])
  | (?P<circled>[{"".join(CIRCLED)}])(?![{REFERENCE}])
  | (?P<kana>{KANA}(?:{JOINT}{KANA}(?:まで)?)*)(?={BLANK}|{END}|[.．])
  | (?P<latin>[a-zａ-ｚ])(?=[.．)）]|{BLANK})
  | (?P<roman>[Ⅰ-Ⅻ]|(?:I{{1,3}}|I?V|VI{{1,3}}|I?X)(?=[.．]?{BLANK}))
  | (?P<elision>[（(\[［]略[）)\]］]|略|…+|[（(](?:同左|新設|削る|削除)[）)]){BLANK}*{END}
  | (?P<note>※{ARABIC}*|備考|[（(]?注[）)]?{ARABIC}*(?={BLANK}|{END}))
  | (?P<bullet>[・･•●◎■□◆◇▲△▼▽]|[-*+○◯](?={BLANK}))
  | (?P<angle>[<＜【〈][^<>＜＞【】〈〉\r\n]{{1,60}}[>＞】〉]){BLANK}*{END}
    )""",
    re.VERBOSE,
)
BREAK = re.compile(rf"[\r\n](?:{LINE.pattern})", re.VERBOSE)
GROUP_SORTS = {"編": "part", "章": "chapter", "節": "section", "款": "subsection", "目": "division"}


class Mark(NamedTuple):
    """A candidate: `start` is where its line starts, `[at, end)` the marker itself, `value` its number with branches."""

    sort: str
    start: int
    at: int
    end: int
    value: tuple[int, ...] | None
    indent: int


@lru_cache(maxsize=8192)
def worth(marker: str) -> tuple[int, ...] | None:
    """The number of a marker; kana are counted in the order イロハ, or アイウ where the sign is not in doubt."""
    if marker in IROHA:
        return (IROHA.index(marker) + 1,)
    return marker_value(marker)


def line_marks(text: str) -> list[Mark]:
    """The marks at the heads of the lines of `text`, in order."""
    found = []
    first = LINE.match(text)
    if first is not None:
        found.append(_mark(first, 0))
    found.extend(_mark(match, match.start() + 1) for match in BREAK.finditer(text))
    return found


def _mark(match: re.Match[str], start: int) -> Mark:
    sort = match.lastgroup or ""
    at, end = match.span(sort)
    marker = match.group(sort)
    if sort == "group":
        sort = GROUP_SORTS[re.sub("[^編章節款目]", "", marker)[0]]
    return Mark(sort, start, at, end, worth(marker), at - start)

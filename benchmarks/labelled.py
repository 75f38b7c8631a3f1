"""The marked passages of `corpora/labelled/*.txt` → passages with gold edits, in the form that the scorer of edits reads.

    ## J04 施行期日
    この条例は、[-令和6年10月1日-]{+令和7年4月1日+}<date>から施行する。

`[-旧-]{+新+}<kinds>` is an edit, with one side alone an insertion or a deletion. Several acceptable kinds are joined by `/`;
`<~kinds>` is an edit that is not scored. Text outside the marks is on both sides.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import NamedTuple

from aratame.model import EditKind

FOLDER = Path(__file__).parent.parent / "corpora" / "labelled"
MARK = re.compile(r"(?:\[-(?P<before>.+?)-\])?(?:\{\+(?P<after>.+?)\+\})?<(?P<free>~?)(?P<kinds>[a-z/]+)>")
LEFT_OVER = re.compile(r"\[-|-\]|\{\+|\+\}")


class GoldEdit(NamedTuple):
    """One labelled edit; the spans are half open and count in code points of the passage's two texts."""

    kinds: tuple[EditKind, ...]
    scored: bool
    before: tuple[int, int]
    after: tuple[int, int]
    before_text: str
    after_text: str


class Passage(NamedTuple):
    """One passage in two versions with every edit between them."""

    row: str
    title: str
    before: str
    after: str
    edits: tuple[GoldEdit, ...]


def parse(row: str, title: str, marked: str) -> Passage:
    """One marked line → the passage. Raises ValueError where a mark is broken or a label is no kind.

    >>> parse("X1", "", "対象は[-4情報-]{+5情報+}<term>である。").after
    '対象は5情報である。'
    """
    before = after = ""
    edits = []
    at = 0
    for mark in MARK.finditer(marked):
        old, new = mark["before"] or "", mark["after"] or ""
        if not old and not new:
            continue  # <…における措置> in the text is a heading, no mark
        same = marked[at : mark.start()]
        before, after, at = before + same, after + same, mark.end()
        kinds = tuple(EditKind(kind) for kind in mark["kinds"].split("/"))
        spans = (len(before), len(before) + len(old)), (len(after), len(after) + len(new))
        edits.append(GoldEdit(kinds, not mark["free"], *spans, old, new))
        before, after = before + old, after + new
    before, after = before + marked[at:], after + marked[at:]
    if LEFT_OVER.search(before + after):
        raise ValueError(f"{row}: a mark is not closed or has no kind")
    return Passage(row, title, before, after, tuple(edits))


def read(path: Path) -> tuple[Passage, ...]:
    """The passages of one file, in order."""
    blocks = re.findall(r"^## (\S+) (.+)\n(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return tuple(parse(*block) for block in blocks)


def passages() -> dict[str, tuple[Passage, ...]]:
    """All passages by the name of their file (the style in which they are written)."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.txt"))}


def as_json(found: tuple[Passage, ...]) -> list[dict[str, object]]:
    """The form of the scorer's gold files."""
    return [{"row": p.row, "before": p.before, "after": p.after, "edits": [e._asdict() for e in p.edits]} for p in found]


if __name__ == "__main__":
    json.dump([case for found in passages().values() for case in as_json(found)], sys.stdout, ensure_ascii=False, indent=1)

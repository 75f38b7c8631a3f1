"""Patterns: the classes of signs that they share take what they name, and every Python that we support matches them alike."""

from __future__ import annotations

import ast
import gc
import pkgutil
import re
import unicodedata
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import aratame
from aratame.lexing.grammar.numbers import NUMBER
from aratame.patterns import KANJI, KANJI_OR_KATAKANA, lazy, made_of
from aratame.reading import html
from aratame.reading.excel import workbook
from aratame.segmenting.heads import SPACED_ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

_SIGNS = [chr(code) for code in range(0x10000)]
_FOREIGN = ((0x0500, 0x2070), (0x2C00, 0x3000), (0x3100, 0x3200), (0xA000, 0xF900), (0xFB00, 0xFF00), (0xFFA0, 0xFFE0))
"""Letters of scripts that Japanese texts do not have, and parts of kanji; the classes take them for kanji."""
_JAPANESE = [sign for sign in _SIGNS if not any(first <= ord(sign) < end for first, end in _FOREIGN)]
_IDEOGRAPHS = ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")


def _is_kanji(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(_IDEOGRAPHS) or sign in "々〆〇"


@pytest.mark.parametrize(
    ("source", "more"),
    [(KANJI, ""), (KANJI_OR_KATAKANA, "".join(sign for sign in map(chr, range(0x30A1, 0x3100)) if sign != "・"))],
)
def test_a_class_takes_what_it_names(source: str, more: str) -> None:
    pattern = re.compile(source)
    assert {sign for sign in _JAPANESE if pattern.match(sign)} == {sign for sign in _JAPANESE if _is_kanji(sign) or sign in more}
    assert {sign for sign in _SIGNS if _is_kanji(sign) or sign in more} <= {sign for sign in _SIGNS if pattern.match(sign)}


@pytest.mark.parametrize("source", [KANJI, KANJI_OR_KATAKANA])
def test_a_class_is_one_sign_wherever_it_stands(source: str) -> None:
    inside = re.compile(f"(?<={source})の{source}{{2}}(?!{source})")
    assert inside.search("市の区域。")
    assert not any(map(inside.search, ("の区域。", "市の区域内", "市の区。")))


def test_words_are_read_one_by_one() -> None:
    words = lazy("年度?|度数")
    assert made_of(words, "年年度")
    assert not made_of(words, "年度数"), "as in an atomic group, 年度 is not given back for 年 and 度数"
    assert made_of(words, "")
    assert not made_of(lazy("年?"), "月"), "nothing is no word"


_PARSER = import_module("re._parser")
_ONE_SIGN = (_PARSER.LITERAL, _PARSER.NOT_LITERAL, _PARSER.ANY, _PARSER.IN)
_WRITTEN_OUT = re.compile(r"(?<!\\)\)(?:[*+?]|\{[0-9]*,?[0-9]*\})\+|\(\?>")


def _keeps_a_group(parsed: Any) -> bool:
    """Whether a pattern has an atomic group, or a possessive quantifier behind more than one sign.

    Where the last round of such a group fails half-way, Python before 3.11.5 goes on from there and not from where the round began: it
    reads `[0-9]++(?:,[0-9]{3})*+` in 4,17 as 「4,」 (gh-106052 of CPython).
    """
    match parsed:
        case (_PARSER.ATOMIC_GROUP, _):
            return True
        case (_PARSER.POSSESSIVE_REPEAT, (_, _, group)):
            return len(group) != 1 or group[0][0] not in _ONE_SIGN
    return isinstance(parsed, (_PARSER.SubPattern, list, tuple)) and any(map(_keeps_a_group, parsed))


def _unsafe(source: str | bytes) -> bool:
    try:
        return _keeps_a_group(_PARSER.parse(source))
    except re.error:  # a constant that is no pattern
        return False


def _compiled_directly(module: ModuleType, tree: ast.Module) -> Iterator[str | bytes]:
    """What a module gives to `re.compile`, `re.match` and the like, as far as its constants say it."""
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=function), args=[source, *_]) if function != "escape":
                with suppress(NameError):  # put together within a function, from strings that stand somewhere
                    yield eval(compile(ast.Expression(source), "", "eval"), vars(module))  # noqa: S307 - source of our own


@cache
def _patterns_and_strings() -> tuple[set[str | bytes], set[str]]:
    """All patterns of the package, with its constants, which may be parts of patterns, and all strings that it writes."""
    patterns: set[str | bytes] = set()
    strings: set[str] = set()
    for found in pkgutil.walk_packages(aratame.__path__, "aratame."):
        module = import_module(found.name)
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        patterns.update(_compiled_directly(module, tree))
        patterns.update(value for name, value in vars(module).items() if isinstance(value, str) and not name.startswith("__"))
        strings.update(node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    patterns.update(each.pattern for each in gc.get_objects() if type(each) is type(lazy("")))
    return patterns, strings


def test_no_pattern_is_matched_otherwise_by_the_first_pythons_that_we_support() -> None:
    patterns, strings = _patterns_and_strings()
    assert sorted(str(source) for source in patterns if _unsafe(source)) == []
    assert sorted(filter(_WRITTEN_OUT.search, strings)) == []


def test_patterns_are_found_wherever_they_stand() -> None:
    patterns, strings = _patterns_and_strings()
    assert f"震度{NUMBER}[弱強]?" in patterns, "a rule"
    assert {html.BLOCK.pattern, workbook.MERGED.pattern} <= patterns, "compiled at once, of text and of bytes"
    assert "[ア-ン]" in patterns, "within a function"
    assert SPACED_ARTICLE in patterns, "a part of a pattern that is put together when it is used"
    assert "(?<!" in strings, "such a part in a function"


@pytest.mark.parametrize("source", ["(?:ab)*+", "x(?:y|(?:,[0-9]{3})?+)", "(?=(?:[a-c]|de){2,3}+)", "(?>a|ab)", "(?i:(a)++)", "(?:a++)++"])
def test_groups_that_give_nothing_back_are_found(source: str) -> None:
    assert _unsafe(source)
    assert _unsafe(source.encode())
    assert _WRITTEN_OUT.search(source)


@pytest.mark.parametrize("source", ["[ab]*+", ".++", r"\d{1,40}+", "(?:ab)*", r"\)++", "(?P<a>b)+", "(?<=a)b"])
def test_signs_that_give_nothing_back_are_no_matter(source: str) -> None:
    assert not _unsafe(source)
    assert not _WRITTEN_OUT.search(source)

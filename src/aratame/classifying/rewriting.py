"""Texts with the words of a list written as others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def pairs(listed: str) -> dict[str, str]:
    """A list of pairs as a mapping."""
    return dict(pair.split("=") for pair in listed.split())


def by_sign(words: Mapping[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Words and what is written for them by the words' first sign, the longest first."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for word in sorted(words, key=len, reverse=True):
        found[word[0]] = (*found.get(word[0], ()), (word, words[word]))
    return found


def rewritten(text: str, words: dict[str, tuple[tuple[str, str], ...]]) -> str:
    """The text with each of `words` (by first sign) as the other; from left to right, the longest first."""
    if words.keys().isdisjoint(text) or not [word for sign in text if sign in words for word, _ in words[sign] if word in text]:
        return text
    out: list[str] = []
    at = 0
    while at < len(text):
        for word, written in words.get(text[at], ()):
            if text.startswith(word, at):
                out.append(written)
                at += len(word)
                break
        else:
            out.append(text[at])
            at += 1
    return "".join(out)

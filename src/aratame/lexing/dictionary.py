"""The only door to Sudachi: its dictionary, with the words that a user added."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from threading import local
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, TypeVarTuple

from aratame.errors import ConfigError
from aratame.model import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Arguments = TypeVarTuple("Arguments")
Answer = TypeVar("Answer")


class _Added(NamedTuple):
    """What a user added: built dictionaries, and words that are to be read as one."""

    dictionaries: tuple[Path, ...] = ()
    words: tuple[str, ...] = ()


_NOTHING = _Added()
_ADDED: ContextVar[_Added] = ContextVar("added", default=_NOTHING)
"""Passed beside the arguments: whether a text has a word is asked in two dozen places, and each would hand it on."""


@contextmanager
def words_added(dictionaries: tuple[Path, ...], words: tuple[str, ...] = ()) -> Iterator[None]:
    """Within it texts are read with the words of built Sudachi user dictionaries too, and each of `words` as one.

    Raises `ConfigError`, when the first word is read, where a file is no such dictionary.
    """
    token = _ADDED.set(_Added(dictionaries, words))
    try:
        yield
    finally:
        _ADDED.reset(token)


def dictionary() -> Any:
    """The dictionary, loaded when the first word has to be read (0.04 s warm, 150 MB mapped)."""
    return _loaded(_ADDED.get().dictionaries)


_THREAD = local()


def tokenizer() -> Any:
    """A tokenizer of the dictionary. Making one costs as much as reading a phrase with it, so each thread keeps its own: they may not share one."""
    words = dictionary()
    if getattr(_THREAD, "words", None) is not words:
        _THREAD.words, _THREAD.tokenizer = words, words.tokenizer()
    return _THREAD.tokenizer


def words_stated() -> tuple[str, ...]:
    """The words that are to be read as one."""
    return _ADDED.get().words


@cache
def _loaded(added: tuple[Path, ...]) -> Any:
    from sudachipy import Dictionary  # type: ignore[import-untyped]  # noqa: PLC0415 — an unchanged text loads no dictionary

    if not added:
        return Dictionary()
    from sudachipy import Config, errors  # noqa: PLC0415

    try:
        return Dictionary(config=Config(user=[str(path) for path in added]))
    except errors.SudachiError as error:
        names = "、".join(path.name for path in added)
        problem = Words(
            f"user_dictionaries：{names} は Sudachi のユーザー辞書として読めません（sudachipy ubuild で作ったファイルを指定してください）。",
            f"user_dictionaries: {names} cannot be read as Sudachi user dictionaries; name files that sudachipy ubuild made.",
        )
        raise ConfigError([problem]) from error


def remembered(most: int) -> Callable[[Callable[[*Arguments], Answer]], Callable[[*Arguments], Answer]]:
    """Keeps the last `most` answers of a function that reads words, each for the dictionary with which it was given."""

    def keep(function: Callable[[*Arguments], Answer]) -> Callable[[*Arguments], Answer]:
        @lru_cache(maxsize=most)
        def answer(_: _Added, *given: *Arguments) -> Answer:
            return function(*given)

        @wraps(function)
        def call(*given: *Arguments) -> Answer:
            return answer(_ADDED.get(), *given)

        return call

    return keep

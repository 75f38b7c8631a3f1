"""`aratame.toml` or the table `[tool.aratame]` of `pyproject.toml` → Config, or all that is wrong with the file, each with its place."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import TYPE_CHECKING, Any

from aratame.config.checks import CHECKS
from aratame.config.values import PROJECT_FILE, RENAMED, Checks, Config, KnownRename, Thresholds
from aratame.errors import ConfigError
from aratame.layouts import Layout
from aratame.model import EditKind, Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_MOST = 1000
"""A threshold above this would be a slip of the pen."""


class File:
    """One file, and the problems that were found in it so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Words] = []

    def config(self) -> Config:
        """What the file sets. Raises `ConfigError` with all of its problems."""
        table = self._table()
        found = Config() if self.problems else self._config(table)
        if self.problems:
            raise ConfigError(self.problems)
        return found

    def problem(self, place: str, ja: str, en: str) -> None:
        """Notes a problem at a place in the file."""
        at = f"{self.path.name}{f' の {place}' if place else ''}"
        at_en = f"{self.path.name}{f', {place}' if place else ''}"
        self.problems.append(Words(f"{at}：{ja}", f"{at_en}: {en}"))

    def _table(self) -> Mapping[str, Any]:
        """The file's own table."""
        if not self.path.resolve().is_relative_to(self.path.parent.resolve()):
            self.problem(
                "", "フォルダーの外へのリンクです。ファイルにしてください。", "is a link that leads out of its folder; make it a file."
            )
            return {}
        try:
            table: Any = tomllib.loads(self.path.read_text(encoding="utf-8-sig"))
        except OSError as error:
            self.problem("", f"読めません（{error.strerror}）。", f"cannot be read ({error.strerror}).")
            return {}
        except UnicodeDecodeError as error:
            self.problem("", f"UTF-8 ではありません（{error.start} バイト目）。", f"is not UTF-8 (byte {error.start}).")
            return {}
        except tomllib.TOMLDecodeError as error:
            self.problem("", f"TOML として読めません（{error}）。", f"is not TOML ({error}).")
            return {}
        if self.path.name == PROJECT_FILE:
            for name in ("tool", "aratame"):
                table = table.get(name, {}) if isinstance(table, dict) else {}
        if not isinstance(table, dict):
            self.problem("tool.aratame", "表にしてください。", "must be a table.")
            return {}
        return table

    def _config(self, table: Mapping[str, Any]) -> Config:
        self._unknown("", table, Config._fields)
        return Config(
            terms=self._texts(table, "terms"),
            bodies=self._texts(table, "bodies"),
            renames=self._renames(table),
            ignore=tuple(kind for name in self._texts(table, "ignore") if (kind := self._kind("ignore", name, tuple(EditKind)))),
            user_dictionaries=tuple(path for name in self._texts(table, "user_dictionaries") if (path := self._beside(name))),
            thresholds=self._thresholds(table),
            checks=self._checks(table),
            layout=self._layout(table),
        )

    def _unknown(self, place: str, table: Iterable[str], names: Iterable[str]) -> None:
        """Notes the keys of a table that mean nothing, with the nearest that does."""
        known = list(names)
        for key in table:
            if key not in known:
                from difflib import get_close_matches  # noqa: PLC0415  most files have no such key

                near = get_close_matches(key, known, n=1)
                hint = (
                    (f"「{near[0]}」のことですか。", f"did you mean “{near[0]}”?")
                    if near
                    else (f"使えるのは {'、'.join(known)} です。", f"use {', '.join(known)}.")
                )
                self.problem(f"{place}{key}", f"知らない項目です。{hint[0]}", f"unknown key; {hint[1]}")

    def _texts(self, table: Mapping[str, Any], key: str, above: str = "") -> tuple[str, ...]:
        """A list of texts, none of them empty; `above` names the table that holds it."""
        given = table.get(key, [])
        if not isinstance(given, list) or not all(isinstance(each, str) and each.strip() for each in given):
            self.problem(
                f"{above}{key}",
                '空でない文字列の一覧にしてください（例：["5情報"]）。',
                'must be a list of texts that are not empty (["5情報"]).',
            )
            return ()
        return tuple(dict.fromkeys(each.strip() for each in given))

    def _kind(self, place: str, name: object, kinds: tuple[EditKind, ...]) -> EditKind | None:
        if isinstance(name, str) and name in kinds:
            return EditKind(name)
        self.problem(
            place,
            f"「{name}」という種類はありません。使えるのは {'、'.join(kinds)} です。",
            f"there is no kind “{name}”; use {', '.join(kinds)}.",
        )
        return None

    def _beside(self, name: str) -> Path | None:
        """A dictionary in the folder of the configuration or below it: a file from elsewhere must not be read for a repository."""
        folder = self.path.resolve().parent
        path = (folder / name).resolve()
        if not path.is_relative_to(folder):
            self.problem(
                "user_dictionaries",
                f"「{name}」は設定ファイルのフォルダーの外にあります。",
                f"“{name}” lies outside the folder of the configuration.",
            )
            return None
        if not path.is_file():
            self.problem("user_dictionaries", f"「{name}」がありません。", f"there is no “{name}”.")
            return None
        return path

    def _renames(self, table: Mapping[str, Any]) -> tuple[KnownRename, ...]:
        given = table.get("renames", [])
        if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
            self.problem("renames", "[[renames]] の形で書いてください。", "must be written as [[renames]].")
            return ()
        return tuple(rename for number, each in enumerate(given, 1) if (rename := self._rename(f"renames {number}: ", each)))

    def _rename(self, place: str, given: Mapping[str, Any]) -> KnownRename | None:
        count = len(self.problems)
        self._unknown(place, given, KnownRename._fields)
        names = [given.get(key) for key in ("before", "after")]
        if not all(isinstance(name, str) and name.strip() for name in names):
            self.problem(place.rstrip(": "), "before と after に名称を書いてください。", "needs the names before and after.")
        elif names[0] == names[1]:
            self.problem(place.rstrip(": "), f"before と after が同じ「{names[0]}」です。", f"before and after are the same, “{names[0]}”.")
        day = given.get("date")
        if day is not None and (not isinstance(day, dt.date) or isinstance(day, dt.datetime)):
            self.problem(
                f"{place}date",
                "日付は 2024-04-01 のように引用符なしで書いてください。",
                "must be a date without quotation marks, such as 2024-04-01.",
            )
        kind = self._kind(f"{place}kind", given.get("kind", "term"), RENAMED)
        if kind is None or len(self.problems) > count:
            return None
        return KnownRename(str(names[0]).strip(), str(names[1]).strip(), kind, day)

    def _thresholds(self, table: Mapping[str, Any]) -> Thresholds:
        given = self._inner(table, "thresholds", "thresholds")
        names = Thresholds._fields
        self._unknown("thresholds.", given, names)
        sound = {}
        for name in names:
            number = given.get(name, getattr(Thresholds(), name))
            if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= _MOST:
                self.problem(
                    f"thresholds.{name}", f"1 から {_MOST} までの整数にしてください。", f"must be a whole number from 1 to {_MOST}."
                )
            else:
                sound[name] = number
        return Thresholds(**sound)

    def _checks(self, table: Mapping[str, Any]) -> Checks:
        given = self._inner(table, "checks", "checks")
        severity, terms = (self._inner(given, key, f"checks.{key}") for key in ("severity", "terms"))
        self._unknown("checks.", given, Checks._fields)
        disable = self._texts(given, "disable", "checks.")
        self._unknown("checks.disable ", disable, CHECKS)
        self._unknown("checks.severity.", severity, CHECKS)
        for rule, name in severity.items():
            if name not in tuple(Severity):
                self.problem(
                    f"checks.severity.{rule}", f"{'、'.join(Severity)} のどれかにしてください。", f"must be one of {', '.join(Severity)}."
                )
        if self.problems:
            return Checks()
        return Checks(
            disable,
            {rule: Severity(name) for rule, name in severity.items()},
            {term: self._texts(terms, term, "checks.terms.") for term in terms},
        )

    def _layout(self, table: Mapping[str, Any]) -> Layout:
        layout, problems = Layout().given(self._inner(table, "layout", "layout"))
        for name, words in problems:
            self.problem(f"layout.{name}", words.ja, words.en)
        return layout

    def _inner(self, table: Mapping[str, Any], key: str, place: str) -> Mapping[str, Any]:
        """A table inside a table; empty where it is not given."""
        given = table.get(key, {})
        if isinstance(given, dict):
            return given
        self.problem(place, f"[{place}] の表にしてください。", f"must be the table [{place}].")
        return {}

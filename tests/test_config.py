"""The configuration: what is read, where it is found, and that all its problems are said at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

import aratame
from aratame.config import Config, KnownRename, Thresholds
from aratame.errors import ConfigError
from aratame.model import EditKind

if TYPE_CHECKING:
    from pathlib import Path

SOUND = """
terms = ["5情報", "5情報"]
bodies = ["みどり野ひろば"]
ignore = ["orthography", "number"]
user_dictionaries = ["words.dic"]

[[renames]]
before = "市民生活局"
after = "市民協働局"
kind = "organization"
date = 2024-04-01

[[renames]]
before = "4情報"
after = "5情報"

[thresholds]
left_behind = 3
"""


def written(folder: Path, text: str, name: str = "aratame.toml") -> Path:
    """A configuration file in a folder that also has a dictionary."""
    (folder / "words.dic").write_bytes(b"")
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        Config.load(path)
    return [problem.ja for problem in caught.value.problems]


def test_all_that_can_be_set(tmp_path: Path) -> None:
    config = Config.load(written(tmp_path, SOUND))
    assert config == Config(
        terms=("5情報",),
        bodies=("みどり野ひろば",),
        renames=(
            KnownRename("市民生活局", "市民協働局", EditKind.ORGANIZATION, dt.date(2024, 4, 1)),
            KnownRename("4情報", "5情報", EditKind.TERM),
        ),
        ignore=(EditKind.ORTHOGRAPHY, EditKind.NUMBER),
        user_dictionaries=(tmp_path.resolve() / "words.dic",),
        thresholds=Thresholds(left_behind=3),
    )


def test_an_empty_file_sets_nothing(tmp_path: Path) -> None:
    assert Config.load(written(tmp_path, "")) == Config()


def test_pyproject_has_a_table_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path, '[project]\nname = "x"\n\n[tool.aratame]\nterms = ["5情報"]\n', "pyproject.toml")
    assert Config.load(path) == Config(terms=("5情報",))


def test_every_problem_is_said_at_once(tmp_path: Path) -> None:
    found = problems(
        written(
            tmp_path,
            """
            trems = ["x"]
            bodies = "市民課"
            ignore = ["speling"]
            user_dictionaries = ["../words.dic", "none.dic"]
            [[renames]]
            before = "A"
            after = "A"
            [[renames]]
            before = "A"
            kind = "date"
            date = "2024-04-01"
            [thresholds]
            left_behind = 0
            citation_rename = true
            """,
        )
    )
    expected = [
        "trems",
        "bodies",
        "ignore",
        "外にあります",
        "none.dic",
        "renames 1",
        "renames 2",
        "renames 2: date",
        "renames 2: kind",
        "left_behind",
        "citation_rename",
    ]
    assert len(found) == len(expected)
    assert all(any(words in problem for problem in found) for words in expected)
    assert all(problem.startswith("aratame.toml の ") for problem in found)


def test_a_slip_is_met_with_the_nearest_name(tmp_path: Path) -> None:
    assert "「terms」のことですか" in problems(written(tmp_path, 'term = ["x"]'))[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [("terms = [", "TOML"), ("renames = 3", "[[renames]]"), ("thresholds = 3", "[thresholds]"), ('terms = [" "]', "文字列")],
)
def test_what_cannot_be_read(tmp_path: Path, text: str, words: str) -> None:
    (problem,) = problems(written(tmp_path, text))
    assert words in problem


def test_tool_that_is_no_table(tmp_path: Path) -> None:
    assert "表にしてください" in problems(written(tmp_path, "[tool]\naratame = 3", "pyproject.toml"))[0]


def test_a_missing_file_and_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    assert "読めません" in problems(tmp_path / "aratame.toml")[0]
    (tmp_path / "aratame.toml").write_bytes("terms = ['市']".encode("cp932"))
    assert "UTF-8 ではありません" in problems(tmp_path / "aratame.toml")[0]


def test_a_configuration_that_is_a_link_to_outside_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "aratame.toml").symlink_to(written(tmp_path, 'terms = ["5情報"]', "mine.toml"))
    assert "外へのリンク" in problems(folder / "aratame.toml")[0]


def test_a_link_to_a_dictionary_outside_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    folder.mkdir()
    (tmp_path / "outside.dic").write_bytes(b"")
    (folder / "inside.dic").symlink_to(tmp_path / "outside.dic")
    assert "外にあります" in problems(written(folder, 'user_dictionaries = ["inside.dic"]'))[0]


def test_the_nearest_file_is_found_and_none_above_the_repository(tmp_path: Path) -> None:
    repository, deep = tmp_path / "repository", tmp_path / "repository" / "a" / "b"
    deep.mkdir(parents=True)
    written(tmp_path, "")
    assert Config.find(deep) == tmp_path.resolve() / "aratame.toml"
    (repository / ".git").mkdir()
    assert Config.find(deep) is None
    project = written(repository, "[tool.aratame]\n", "pyproject.toml")
    assert Config.find(deep) == project.resolve()
    nearest = written(deep, "")
    assert Config.find(deep) == nearest.resolve()


def test_a_pyproject_without_our_table_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    written(tmp_path, '[project]\nname = "x"\n', "pyproject.toml")
    assert Config.find(tmp_path) is None


STATED = "第1条　〇は、申請を受け付ける。\n第2条　届出は〇に出す。\n"


def edits(before: str, after: str, config: Config) -> list[tuple[EditKind, str, str]]:
    """The kinds and words of all edits where one name stands in the place of another."""
    answer = aratame.diff(STATED.replace("〇", before), STATED.replace("〇", after), config=config)
    return [(edit.kind, edit.before.text, edit.after.text) for change in answer.changes for edit in change.edits]


def test_a_stated_rename_decides_the_kind_of_its_edits() -> None:
    names = ("ひまわり", "すみれ")
    config = Config(renames=(KnownRename(*names, EditKind.ORGANIZATION),))
    assert edits(*names, Config()) == [(EditKind.TERM, *names)] * 2
    assert edits(*names, config) == [(EditKind.ORGANIZATION, *names)] * 2
    assert edits("ひまわり", "あじさい", config) == [(EditKind.TERM, "ひまわり", "あじさい")] * 2
    (change, *_) = aratame.diff(STATED.replace("〇", names[0]), STATED.replace("〇", names[1]), config=config).changes
    assert "設定" in change.edits[0].reason.ja


def test_a_name_in_the_glossary_is_changed_as_a_whole() -> None:
    names = ("みどりの窓口", "あおいの窓口")
    assert edits(*names, Config(bodies=names)) == [(EditKind.ORGANIZATION, *names)] * 2
    assert edits(*names, Config(terms=names)) == [(EditKind.TERM, *names)] * 2
    assert edits(*names, Config())[0][1] == "みどり"  # and no longer than it was stated

"""The documentation says what is there: commands, options, kinds, exit statuses; and its examples give what they show."""

from __future__ import annotations

import doctest
import re
import runpy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from aratame import errors
from aratame.cli import COMMANDS, command
from aratame.cli.diff import DIFFERENT
from aratame.cli.failures import INTERRUPTED, PIPE_CLOSED, TO_MEND
from aratame.cli.git import git
from aratame.config import Checks, Config, KnownRename, Thresholds
from aratame.config.checks import CHECKS
from aratame.model import ClauseKind, EditKind, Severity, Status
from aratame.reading.recognising import FORMATS as INPUT_FORMATS
from aratame.reporting import FORMATS
from aratame.reporting.labels import EDIT_KINDS
from aratame.repository.installing import settings
from aratame.verifying.rules import EXPLANATIONS

if TYPE_CHECKING:
    from aratame.cli.options import Command

ROOT = Path(__file__).parent.parent
REFRESH = runpy.run_path(str(ROOT / "docs" / "refresh.py"))

README = ROOT / "README.md"
GUIDE = ROOT / "docs" / "guide.md"
GLOSSARY = ROOT / "docs" / "glossary.md"
LIBRARY = ROOT / "docs" / "library.md"
REPOSITORY = ROOT / "docs" / "repository.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]
OPTIONS = sorted({name for each in COMMANDS for parameter in command(each).params for name in parameter.opts if name.startswith("-")})
ERRORS = sorted(name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, errors.AratameError))


def page(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_introduced(name: str) -> None:
    japanese, english = page(README).split("# aratame in English")
    assert f"`aratame {name}" in japanese
    assert f"`aratame {name}" in english
    assert f"aratame {name}" in page(GUIDE)


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_in_the_guide(option: str) -> None:
    assert re.search(rf"{option}(?![a-z-])", page(GUIDE))


@pytest.mark.parametrize("command", git.commands.values(), ids=lambda command: command.name)
def test_every_git_command_and_its_options_are_in_the_page_for_repositories(command: Command) -> None:
    assert f"aratame git {command.name}" in page(REPOSITORY)
    for parameter in command.params:
        assert all(name in page(REPOSITORY) for name in parameter.opts if name.startswith("-"))


def test_every_setting_of_git_and_every_hook_are_in_the_page_for_repositories() -> None:
    names = [*settings("ja"), *re.findall(r"^- id: (\S+)", page(ROOT / ".pre-commit-hooks.yaml"), re.MULTILINE)]
    assert all(f"`{name}`" in page(REPOSITORY) for name in names)


@pytest.mark.parametrize("rule", EXPLANATIONS)
def test_every_finding_of_verify_is_in_the_guide(rule: str) -> None:
    assert f"| `{rule}` |" in page(GUIDE)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_of_a_report_is_in_the_guide(form: str) -> None:
    assert f"`{form}`" in page(GUIDE)


@pytest.mark.parametrize("form", INPUT_FORMATS)
def test_every_format_that_is_read_is_in_the_guide(form: str) -> None:
    assert f"`{form}`" in page(GUIDE).split("## 読めるもの")[1]


@pytest.mark.parametrize("status", [0, DIFFERENT, TO_MEND])
def test_every_exit_status_is_in_the_guide(status: int) -> None:
    assert f"| {status} |" in page(GUIDE).split("## 終了コード")[1]


@pytest.mark.parametrize("status", [INTERRUPTED, PIPE_CLOSED])
def test_the_statuses_of_interruptions_are_in_the_guide(status: int) -> None:
    assert f" {status}" in page(GUIDE).split("## 終了コード")[1]


@pytest.mark.parametrize("kind", EditKind)
def test_every_kind_is_defined_under_its_japanese_name(kind: EditKind) -> None:
    row = f"| {EDIT_KINDS[kind].ja} | `{kind}` |"
    assert row in page(GLOSSARY)
    assert row in page(GUIDE)


@pytest.mark.parametrize("name", [*ClauseKind, *Status])
def test_every_name_of_a_clause_and_what_became_of_it_is_in_the_glossary(name: str) -> None:
    assert f"`{name}`" in page(GLOSSARY)


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_is_in_the_guide(severity: Severity) -> None:
    assert f"`{severity}`" in page(GUIDE)


@pytest.mark.parametrize("rule", CHECKS)
def test_every_check_is_in_its_page(rule: str) -> None:
    assert f"（{rule}）\n" in page(ROOT / "docs" / "checks.md")


@pytest.mark.parametrize("name", ERRORS)
def test_every_exception_is_in_the_library_page(name: str) -> None:
    assert f"`{name}`" in page(LIBRARY)


KEYS = [name for name in Config._fields if name != "thresholds"] + [f"thresholds.{name}" for name in Thresholds._fields]


@pytest.mark.parametrize("key", KEYS)
def test_every_setting_is_in_the_library_page(key: str) -> None:
    assert f"`{key}`" in page(LIBRARY)


def test_the_settings_in_the_guide_are_all_there_are() -> None:
    block = re.search(r"^```toml\n(.*?)^```$", page(GUIDE), re.MULTILINE | re.DOTALL)
    assert block
    shown = tomllib.loads(block[1])
    assert set(shown) == set(Config._fields)
    assert set(shown["thresholds"]) == set(Thresholds._fields)
    assert set(shown["checks"]) == set(Checks._fields)
    assert set(shown["renames"][0]) == set(KnownRename._fields)


@pytest.mark.parametrize("path", REFRESH["PAGES"], ids=lambda path: path.name)
def test_shown_outputs_are_todays(path: Path) -> None:
    assert REFRESH["refreshed"](page(path)) == page(path), "run: python docs/refresh.py"


@pytest.mark.parametrize("path", [README, LIBRARY], ids=lambda path: path.name)
def test_python_examples_give_what_they_show(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```pycon\n(.*?)^```$", page(path), re.MULTILINE | re.DOTALL)
    assert blocks
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, path.name, str(path), 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(example, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page(path), flags=re.MULTILINE | re.DOTALL)
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)", text):
        linked = (path.parent / target) if target else path
        assert linked.exists(), target
        if anchor:
            assert anchor in {_anchor(title) for title in re.findall(r"^#+ (.+)$", page(linked), re.MULTILINE)}


def _anchor(title: str) -> str:
    """The name that GitHub gives a heading: lower case, blanks as hyphens, signs left out."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_every_decision_says_when_to_think_again(path: Path) -> None:
    assert page(path).rstrip().split("\n\n")[-1].startswith("**Revisit when**")


def test_the_picture_is_text_without_addresses() -> None:
    drawn = (ROOT / "docs" / "picture.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\s\"']+", drawn)) == {"http://www.w3.org/2000/svg"}
    assert EDIT_KINDS[EditKind.MODALITY].ja in drawn

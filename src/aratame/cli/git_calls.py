"""The commands that git calls: `aratame git external-diff`, `textconv` and `difftool`.

git gives up with the whole of its own command when one of these fails, so whatever is wrong with a file is said in place of its changes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple, cast

import click

from aratame.cli.options import LANGUAGE, Command
from aratame.cli.printing import deliver, destination, say
from aratame.cli.settings import configured
from aratame.errors import AratameError, ReadError, UsageError
from aratame.model import Document, Words
from aratame.reporting.sanitize import one_line

NOWHERE = ("/dev/null", "nul", os.devnull)
"""What git names in place of a file that does not exist."""
_REGULAR = "100"
"""How the modes of plain files begin; 120000 is a symbolic link, 160000 a submodule."""
_OPEN_MERGE = Words("{}: 統合の途中で、競合が残っています。\n", "{}: in the middle of a merge, with conflicts.\n")
_MODE = Words("{}: モードの変更 {} → {}\n", "{}: mode {} → {}\n")


class Version(NamedTuple):
    """A version of a file: where git has put its bytes, and what reports call it."""

    place: str
    name: str

    @property
    def exists(self) -> bool:
        """Whether the file is there in this version."""
        return self.place not in NOWHERE

    def data(self) -> bytes:
        """The bytes. Raises `ReadError` where git's file is gone."""
        try:
            return Path(self.place).read_bytes()
        except OSError as error:
            raise ReadError(
                f"{self.name}: 開けません（{error.strerror}）。", f"{self.name}: cannot be opened ({error.strerror})."
            ) from error


@click.command("external-diff", cls=Command, words=Words("git diff が呼び出します。", "Called by git diff."))
@click.argument("arguments", nargs=-1, metavar="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH SIMILARITY]")
@LANGUAGE
def external_diff(arguments: tuple[str, ...], *, lang: str) -> None:
    """What changed in one file, as git's external diff driver is asked (gitattributes, "Defining an external diff driver")."""
    if len(arguments) == 1:
        say(_OPEN_MERGE.to(lang).format(arguments[0]))
        return
    if len(arguments) not in {7, 9}:
        raise UsageError(
            "git external-diff は git が呼び出します。aratame git install で設定してください。",
            "git external-diff is called by git; set it up with aratame git install.",
        )
    path, old, _, old_mode, new, _, new_mode = arguments[:7]
    if old not in NOWHERE and new not in NOWHERE and old_mode != new_mode:
        say(_MODE.to(lang).format(path, old_mode, new_mode))
    plain = all(mode.startswith(_REGULAR) for file, mode in ((old, old_mode), (new, new_mode)) if file not in NOWHERE)
    _show(Version(old, path), Version(new, arguments[7] if len(arguments) == 9 else path), lang, document=plain)


@click.command(cls=Command, words=Words("git difftool が呼び出します。", "Called by git difftool."))
@click.argument("local")
@click.argument("remote")
@click.argument("merged")
@LANGUAGE
def difftool(local: str, remote: str, merged: str, *, lang: str) -> None:
    """What changed in one file, as git's difftool asks."""
    _show(Version(local, merged), Version(remote, merged), lang, document=True)


@click.command(cls=Command, words=Words("git log -p が呼び出します。", "Called by git log -p."))
@click.argument("file")
@LANGUAGE
def textconv(file: str, *, lang: str) -> None:
    """The file as text, a clause a line. One that cannot be read gives a line that differs as the file does."""
    version = Version(file, Path(file).name)
    try:
        lines = _lines(version)
    except AratameError as error:
        import hashlib  # noqa: PLC0415  git calls us for each file, and nearly every file can be read

        lines = f"{one_line(error.words.to(lang))} (sha256 {hashlib.sha256(version.data()).hexdigest()})\n"
    sys.stdout.buffer.write(lines.encode("utf-8", "backslashreplace"))


def _show(before: Version, after: Version, language: str, *, document: bool) -> None:
    """Print what changed between two versions; of what is no `document`, or is there on one side only, the whole of either side."""
    try:
        if document and before.exists and after.exists:
            _report(before, after, language)
        else:
            _list(before, after, document=document)
    except AratameError as error:
        say(f"{one_line(error.words.to(language))}\n")


def _report(before: Version, after: Version, language: str) -> None:
    """Print the report on two versions of a document."""
    from aratame.engine import diff  # noqa: PLC0415

    to = destination([], form="terminal", output=None, color="always" if _coloured() else "never", lang=language)
    answer = diff(_document(before), _document(after), config=configured(None))
    deliver(to, lambda report: report.diff_report(answer, to.wishes))


def _list(before: Version, after: Version, *, document: bool) -> None:
    """Print either side line by line, with - or + in front."""
    coloured = _coloured()
    for version, sign, colour in ((before, "-", "red"), (after, "+", "green")):
        if version.exists:
            text = _lines(version) if document else one_line(version.data().decode("utf-8", "replace")) + "\n"
            lines = [f"{sign} {line}" for line in [version.name, *text.splitlines()]]
            say("".join(f"{click.style(line, fg=colour) if coloured else line}\n" for line in lines))


def _lines(version: Version) -> str:
    """A document, a clause a line."""
    from aratame.reporting.textconv import clause_lines  # noqa: PLC0415
    from aratame.segmenting import segment  # noqa: PLC0415

    document = _document(version)
    return clause_lines(document, segment(document))


def _document(version: Version) -> Document:
    """The document that `version` holds, also where it is a table or empty. Raises `ReadError`."""
    from aratame.reading import ReadOptions, read_bytes  # noqa: PLC0415

    data = version.data()
    return cast("Document", read_bytes(data, version.name, ReadOptions(want="document"))) if data else Document(version.name, "")


def _coloured() -> bool:
    """Whether git would use colours here: by its settings, on a terminal or in its pager."""
    from aratame.repository.git import attempt  # noqa: PLC0415

    watched = sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE") == "true"
    answer = attempt(["config", "--get-colorbool", "color.diff", "true" if watched else "false"], folder=Path()).stdout
    return answer.strip() == b"true" and not os.environ.get("NO_COLOR")

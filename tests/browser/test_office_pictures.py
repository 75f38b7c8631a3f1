"""The documents to hand in as LibreOffice prints them: on how many pages, with which words, where the lines under them are."""

from __future__ import annotations

import subprocess
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from aratame.engine import diff
from aratame.layouts import Layout
from aratame.reporting import Wishes, report_module

FLAGSHIP = Path(__file__).parents[2] / "corpora" / "flagship"
MARKED = ("１４日", "３０日", "しなければならない", "長寿社会課", "高齢者支援課")
PLAIN = ("対象者は、市内に", "月額１００円とし")


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice's own: one that somebody else has open would refuse us."""
    return tmp_path_factory.mktemp("profile")


def printed(folder: Path, profile: Path, layout: str, form: str, page: Layout) -> Path:
    """The PDF that LibreOffice makes of a layout of the example."""
    answer = diff(FLAGSHIP / "before.txt", FLAGSHIP / "after.txt")
    source = folder / f"{layout}.{form}"
    source.write_bytes(report_module(form, layout).diff_report(answer, Wishes(layout=layout, page=page)))
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return source.with_suffix(".pdf")


def text_of(pdf: Path) -> str:
    """What pdftotext reads, without blanks; some fonts hold signs of compatibility for common ones."""
    said = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    return "".join(unicodedata.normalize("NFKC", said).split())


def runs_of(page: Any) -> list[tuple[str, list[dict[str, Any]]]]:
    """The lines of letters on a page, split where a column ends."""
    lines: dict[int, list[dict[str, Any]]] = {}
    for letter in page.chars:
        lines.setdefault(round(letter["bottom"]), []).append(letter)
    runs: list[list[dict[str, Any]]] = []
    for line in lines.values():
        letters = sorted(line, key=lambda letter: letter["x0"])
        runs.append(letters[:1])
        for left, right in pairwise(letters):
            if right["x0"] - left["x1"] > left["size"]:
                runs.append([])
            runs[-1].append(right)
    return [("".join(letter["text"] for letter in run), run) for run in runs]


def underlined(page: Any, words: str) -> bool | None:
    """Whether a line runs under the words; None where they do not stand on one line of the page."""
    rules = [
        (edge["x0"], edge["x1"], edge["top"]) for edge in [*page.lines, *page.rects, *page.curves] if abs(edge["bottom"] - edge["top"]) < 2
    ]
    for text, letters in runs_of(page):
        start = text.find(words)
        if start < 0:
            continue
        first, last = letters[start], letters[start + len(words) - 1]
        middle, bottom = (first["x0"] + last["x1"]) / 2, first["bottom"]
        return any(
            x0 <= middle <= x1 and last["x1"] - first["x0"] - 3 <= x1 - x0 < 300 and bottom - 5 <= top <= bottom + 1.5
            for x0, x1, top in rules
        )
    return None


@pytest.mark.parametrize(("form", "pages"), [("docx", 2), ("xlsx", 2)])
def test_the_comparison_table_as_it_is_printed(form: str, pages: int, tmp_path: Path, profile: Path) -> None:
    pdf = printed(tmp_path, profile, "taisho", form, Layout())
    said = text_of(pdf)
    for words in ("新旧対照表", "(傍線の部分は改正部分)", "第1条(略)", "(新設)", "(削る)", "第10条", "令和6年4月1日"):
        assert words in said
    with pdfplumber.open(pdf) as document:
        assert len(document.pages) == pages
        assert document.pages[0].width > document.pages[0].height
        headers = [page.extract_text().count("改正後") for page in document.pages]
        assert all(headers), "the header stands on every page"
        found = {words: [mark for page in document.pages if (mark := underlined(page, words)) is not None] for words in (*MARKED, *PLAIN)}
    assert all(any(found[words]) for words in MARKED), found
    assert all(found[words] and not any(found[words]) for words in PLAIN), found


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_list_of_changes_as_it_is_printed(form: str, tmp_path: Path, profile: Path) -> None:
    said = text_of(printed(tmp_path, profile, "henko", form, Layout(date="令和6年9月2日", timing="事後")))
    for words in ("変更日", "変更前の記載", "変更後の記載", "提出時期", "令和6年", "事後", "時点修正(案)"):
        assert words in said


def test_vertical_text_is_printed_whole(tmp_path: Path, profile: Path) -> None:
    pdf = printed(tmp_path, profile, "taisho", "docx", Layout(writing="vertical"))
    with pdfplumber.open(pdf) as document:
        letters = [letter for page in document.pages for letter in page.chars]
        assert len(document.pages) <= 2
    assert sum(letter["text"] in "第条" for letter in letters) > 30


def test_portrait_paper_is_portrait(tmp_path: Path, profile: Path) -> None:
    with pdfplumber.open(printed(tmp_path, profile, "taisho", "docx", Layout(paper="A4-portrait"))) as document:
        assert (round(document.pages[0].width), round(document.pages[0].height)) == (595, 842)

"""Files and standard input: the format is recognised by content, and what cannot be read is said in one line."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from aratame.errors import ReadError, UsageError
from aratame.model import Document, Table
from aratame.reading import read
from aratame.reading.recognising import FORMATS, of_bytes

TABLE = "項目\t変更前\t変更後\n窓口\t1階\t2階\n"


def packed(member: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(member, "x")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * (512 - 8)


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (packed("word/document.xml"), "a.xlsx", "docx"),
        (packed("xl/workbook.xml"), "a.txt", "xlsx"),
        (packed("xl/workbook.xml")[:40], "a.xlsx", "xlsx"),
        (OLE + "Workbook\0".encode("utf-16-le"), "a.xls", "xls"),
        (OLE + "…Book\0".encode("utf-16-le"), "a.xls", "docx"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "docx"),
        (b"%PDF-1.7\n", "a.txt", "pdf"),
        ("<!DOCTYPE html><p>届出".encode(), "a.txt", "html"),
        ("\ufeff<html><p>届出".encode("utf-16-le"), "a", "html"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", "a.xml", "html"),
        ("<?xml version='1.0'?>\n<Law Era='Reiwa'>届出".encode(), "a.txt", "egov_xml"),
        ("<p>届出</p>".encode(), "a.html", "html"),
        ("<p>届出</p>".encode(), "a.txt", None),
        ("<窓口における措置>\n届出".encode(), "a.html", None),
        (TABLE.encode("cp932"), "a.xls", None),
        (TABLE.encode(), "a.tsv", None),
    ],
)
def test_content_first_suffix_second(data: bytes, name: str, form: str | None) -> None:
    assert of_bytes(data, name, None) == form


def test_an_opendocument_is_called_by_its_name() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member in ("mimetype", "content.xml", "META-INF/manifest.xml"):
            archive.writestr(member, "x")
    with pytest.raises(ReadError, match=r"\.odt"):
        of_bytes(out.getvalue(), "a.odt", None)


def test_input_format_overrides() -> None:
    assert of_bytes(b"%PDF-1.7\n", "a.pdf", "text") is None
    assert of_bytes(b"abc", "a.txt", "html") == "html"
    with pytest.raises(UsageError, match=r"rtf.*docx"):
        of_bytes(b"abc", "a.txt", "rtf")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "0バイト"), (b"{\\rtf1 abc}", "rtf"), (b"\x89PNG\r\n", "PNG"), (packed("a.txt"), "zip"), (b"\0\1\2", "バイナリ")],
)
def test_unreadable_files_are_said_in_a_line(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=words) as caught:
        read(path)
    for line in caught.value.words:
        assert str(path) in line
        assert "\n" not in line


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="ありません"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="フォルダー"):
        read(tmp_path)
    with pytest.raises(ReadError, match="開けません"):
        read("a\0b")


def test_name_and_line_endings_stay_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "第一条\u2028届出\r\n第二条\r第三条\n\x0c"
    Path("a.txt").write_bytes(text.encode("utf-8-sig"))
    document = read("./a.txt")
    assert isinstance(document, Document)
    assert (document.name, document.text, document.format) == ("./a.txt", text, "text")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode("utf-16"))))
    table = read("-", want="table")
    assert isinstance(table, Table)
    assert (table.name, table.format, table.length, len(table.rows)) == ("-", "tsv", len(TABLE), 1)


def test_text_needs_no_office_library(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(TABLE, encoding="utf-8")
    program = f"import sys; from aratame.reading import read; read({str(path)!r}); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8").stdout.split()
    readers = {module for module in FORMATS.values() if not module.endswith(".plain")}
    assert not ({"lxml", "openpyxl", "docx", "pdfplumber", "sudachipy", "rich"} | readers) & set(loaded)

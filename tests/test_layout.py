"""Promises of the folders: imports point one way, and each package that we stand on has one door."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "aratame"
ORDER = (
    *(
        "model",
        "errors",
        "writing",
        "patterns",
        "layouts",
        "config",
        "numerals",
        "values",
        "repository",
        "reading",
        "segmenting",
        "cells",
        "lexing",
        "aligning",
        "rewording",
    ),
    *(
        "classifying",
        "across_rows",
        "across_items",
        "aligned",
        "edits",
        "packing",
        "sharing",
        "changes",
        "ahead",
        "renames",
        "checking",
        "verifying",
        "engine",
        "filters",
        "entries",
        "history",
        "reporting",
        "cli",
    ),
)
DOORS = {
    "sudachipy": {"lexing"},
    "rapidfuzz": {"aligning", "rewording", "classifying", "checking"},
    "rich": {"reporting"},
    "click": {"cli"},
    "lxml": {"reading"},
    "openpyxl": {"reading", "reporting"},
    "xlrd": {"reading"},
    "pdfplumber": {"reading"},
    "pdfminer": {"reading"},
    "jinja2": {"reporting"},
    "docx": {"reporting"},
}
"""The only parts that may import these."""


def imports(path: Path) -> set[str]:
    """Full names of the modules that a file imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def part(path: Path) -> str:
    """The stage that a file belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


FILES = {path: imports(path) for path in sorted(SOURCE.rglob("*.py")) if part(path) not in {"__init__", "__main__"}}


def test_every_part_has_its_place_in_the_order() -> None:
    assert {part(path) for path in FILES} <= set(ORDER)


def test_imports_point_one_way() -> None:
    wrong = [
        f"{path.relative_to(SOURCE)} imports {name}"
        for path, names in FILES.items()
        for name in names
        if name.startswith("aratame.") and name.split(".")[1] in ORDER and ORDER.index(name.split(".")[1]) > ORDER.index(part(path))
    ]
    assert not wrong


def test_each_package_has_one_door() -> None:
    wrong = [
        f"{path.relative_to(SOURCE)} imports {name}"
        for path, names in FILES.items()
        for name in names
        if part(path) not in DOORS.get(name.split(".")[0], {part(path)})
    ]
    assert not wrong

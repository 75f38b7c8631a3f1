"""The archive of a .docx → the parts of it that are read, as trees."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from aratame.errors import ReadError
from aratame.reading.archive import Archive
from aratame.reading.word.names import STRICT, w
from aratame.reading.xml_parsing import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from aratame.reading.options import ReadOptions


class Package:
    """A Word file by its parts. Which part is which is said by the relationships, not by file names (ECMA-376 Part 2, 9)."""

    def __init__(self, data: bytes, name: str, options: ReadOptions) -> None:
        """Raises `ReadError` where `data` is no whole Word file."""
        self._archive = Archive(data, name, options)
        self._name = name
        main = next(self._targets("_rels/.rels", "", "officeDocument"), "word/document.xml")
        folder, file = posixpath.split(main)
        self._folder = folder
        self._relations = posixpath.join(folder, "_rels", file + ".rels")
        document = self._tree(main)
        body = document.find(w("body")) if document is not None else None
        if body is None:
            raise ReadError(
                f"{name}: Word の文書ではありません（本文がありません）。.docx で保存し直してください。",
                f"{name}: not a Word document (it has no body). Save it again as .docx.",
            )
        self.body = body

    def part(self, kind: str) -> _Element | None:
        """The first part that the document names as `kind`: "styles", "numbering", "footnotes", …; None where there is none."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[_Element]:
        """The parts of one kind, such as "header" and "footer"."""
        for target in self._targets(self._relations, self._folder, kind):
            tree = self._tree(target)
            if tree is not None:
                yield tree

    def _targets(self, relations: str, folder: str, kind: str) -> Iterator[str]:
        """Names of the members that relationships of one kind point to; those outside the file are not followed."""
        tree = self._tree(relations)
        for relation in tree if tree is not None else ():
            if relation.get("Type", "").endswith("/" + kind) and relation.get("TargetMode") != "External":
                yield posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")

    def _tree(self, member: str) -> _Element | None:
        data = self._archive.read(member)
        if data is None:
            return None
        for strict, transitional in STRICT.items():
            data = data.replace(strict, transitional)
        return parse_xml(data, self._name)

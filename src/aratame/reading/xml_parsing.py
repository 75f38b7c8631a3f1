"""bytes of XML → an lxml tree that holds no entity, fetched nothing and is bounded.

The one place where XML is parsed, for e-Gov law XML and for the parts of a Word file alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from aratame.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element


MAX_BYTES = 64_000_000
"""The tree takes about ten times the memory. The largest laws have 10 MB, a Word text of a thousand pages 20 MB."""


def parse_xml(data: bytes, name: str) -> _Element:
    """The root element of `data`, comments and processing instructions left out.

    A document type that is merely named is not fetched. Raises `ReadError` for XML that is too large, not well formed, nests deeper than
    libxml2 allows without `huge_tree` (256 levels), or declares entities: no office and no law file does, and an entity
    can stand for a billion characters or for a file of this machine.
    """
    if len(data) > MAX_BYTES:
        raise ReadError(
            f"{name}: XML が大きすぎるため読みません（{len(data):,} バイト、上限 {MAX_BYTES:,} バイト）。分けて渡してください。",
            f"{name}: refused, the XML is too large ({len(data):,} bytes, the limit is {MAX_BYTES:,}). Hand it in in parts.",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        refuse_entities(data, name)  # they may be what the parser stumbled over
        message = str(error).splitlines()[0] if str(error) else "XML"
        raise ReadError(
            f"{name}: XML として読めません（{message}）。ファイルが壊れていないか確かめてください。",
            f"{name}: not readable as XML ({message}). Check that the file is whole.",
        ) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():
        raise _declares_entities(name)
    return root


def refuse_entities(data: bytes, name: str) -> None:
    """Raises `ReadError` where XML that another library will parse declares entities."""
    if any("<!ENTITY".encode(encoding) in data for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        raise _declares_entities(name)


def _declares_entities(name: str) -> ReadError:
    return ReadError(
        f"{name}: XML に実体の宣言（<!ENTITY>）があるため読みません。宣言を除いたファイルを渡してください。",
        f"{name}: refused, the XML declares entities (<!ENTITY>). Hand in a file without them.",
    )

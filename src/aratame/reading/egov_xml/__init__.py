"""e-Gov law XML (法令標準XML) → a Document whose outline the elements themselves state.

The text is laid out as statutes are printed, one unit a line:

    第一章　総則
    （目的）                               the caption belongs to the article's own text
    第一条　この法律は、…を目的とする。       and so does the first, unnumbered paragraph
    ２　前項の…
    一　国内　この法律の施行地をいう。        columns of one sentence with a full-width blank between
    イ　…

    elements    the text of elements     rendering   the walk through them     outline   text and clauses written together

Element names: the XML schema for Japanese law, version 3 (e-Gov 法令検索, XMLSchemaForJapaneseLaw_v3.xsd).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.errors import ReadError
from aratame.reading.egov_xml.rendering import Rendering
from aratame.reading.xml_parsing import parse_xml

if TYPE_CHECKING:
    from aratame.model import Document
    from aratame.reading.options import ReadOptions


def read_bytes(data: bytes, name: str, options: ReadOptions) -> Document:
    """The law in `data` as a Document with its outline. Raises `ReadError` where it is no well-formed law XML."""
    del options  # XML names its own encoding, and nothing else can be chosen
    root = parse_xml(data, name)
    law = root if root.tag == "Law" else root.find(".//Law")
    if law is None:
        raise ReadError(
            f"{name}: 法令標準XMLではありません（<Law> がありません）。文章を取り出したテキストを渡してください。",
            f"{name}: not e-Gov law XML (there is no <Law>). Hand in its text instead.",
        )
    rendering = Rendering()
    rendering.children(law, None)
    for figure in law.iter("Fig"):
        rendering.out.note(figure.get("src") or "Fig", "図は読んでいません。", "The figure is left out.")
    return rendering.out.document(name)

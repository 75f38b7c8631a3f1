"""Document → clauses: what opens a clause, what only refers to one, and what stands under what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aratame.segmenting.brackets import outside_quotations
from aratame.segmenting.contents import outside_blocks, outside_rows, without_strays
from aratame.segmenting.flattened import flattened_marks, is_flattened
from aratame.segmenting.inner import with_lead_numbers
from aratame.segmenting.known import Known
from aratame.segmenting.lines import page
from aratame.segmenting.markers import line_marks
from aratame.segmenting.nesting import nest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aratame.model import Clause, Document
    from aratame.segmenting.markers import Mark

__all__ = ["Known", "segment", "segment_text"]


def segment(document: Document, known: Known | None = None) -> tuple[Clause, ...]:
    """The clauses of `document` in order; those that the format itself states where it does.

    The second of two versions is segmented in less time, to the same answer, when it is given the `known` that the first was given.
    """
    return document.outline if document.outline is not None else segment_text(document.text, known)


def segment_text(text: str, known: Known | None = None) -> tuple[Clause, ...]:
    """The clauses of `text` in order; their own spans are contiguous and add up to the text."""
    known = known or Known()
    marks = flattened_marks(text) if is_flattened(text) else _printed_marks(text, known)
    return nest(text, marks, known.outermost)


def _printed_marks(text: str, known: Known) -> Sequence[Mark]:
    """The marks of a text that has lines."""
    printed = page(text)
    marks = line_marks(printed, known.lines.of(printed.lines))
    marks = outside_rows(text, outside_quotations(printed, marks, known.lines.quoting))
    return without_strays(outside_blocks(text, with_lead_numbers(text, marks)))

"""Sizes of paper in millimetres (JIS P 0138), the width of the page as it is read first."""

from __future__ import annotations

PAPER = {
    "A4": (297, 210),
    "A4-portrait": (210, 297),
    "A3": (420, 297),
    "A3-portrait": (297, 420),
    "B4": (364, 257),
    "B4-portrait": (257, 364),
}
MARGIN = 20
"""Millimetres on every side: room for the holes of a file."""

"""（略） as officers write it: what stands in its place was left out of the quotation."""

from __future__ import annotations

import re

ELISION = re.compile(r"[（(〔\[]\s*(?:[以前中後上]?[下段]?\s*)?省?略\s*[）)〕\]]|(?<![^\s])[～〜]\s*[以中前後]略\s*[～〜]")
"""（略）, （以下略）, (中略), （前段略）, （省略）, ～中略～."""

"""The JSON Schema (draft 2020-12) of every answer, as it ships in the package: `answers.json`, one definition an answer."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

ANSWERS = ("clauses", "diff", "repository", "table", "check", "verify")
"""The answers that have a definition, each named after its command; `repository` is what `diff --git` gives."""


def schema(answer: str) -> dict[str, Any]:
    """The schema of one of `ANSWERS`, with all the definitions it needs."""
    whole = json.loads(files(__package__).joinpath("answers.json").read_text(encoding="utf-8"))
    return {"$schema": whole["$schema"], "$ref": f"#/$defs/{answer}", "$defs": whole["$defs"]}

"""Template, style and script → one page that asks nothing of the network and runs nothing but its own script.

The only door to Jinja2, which escapes every text. Style and script are allowed by their hashes alone
(https://www.w3.org/TR/CSP3/#match-element-to-source-list), so that markup in a document would do nothing even unescaped.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

_JSON_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that end a script element, or a line in old readers of JSON."""


def render(**values: Any) -> str:
    """The page with `values`, which the template names."""
    style, script = _resource("page.css"), _resource("page.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return _template().render(policy=policy, style=Markup(style), script=Markup(script), **values)  # noqa: S704  our own files


def embedded(value: Any) -> Markup:
    """`value` as JSON that may stand in a script element."""
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_JSON_ESCAPES))  # noqa: S704  escaped above


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    loader = PackageLoader("aratame.reporting.html")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("page.html")

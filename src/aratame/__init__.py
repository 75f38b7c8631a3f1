"""aratame: what changed between two versions of a Japanese administrative text, clause by clause, and what kind of change it is.

    >>> import aratame
    >>> answer = aratame.diff("第1条　委員は、市民とする。", "第1条　委員は、市民等とする。")
    >>> [(edit.kind.value, edit.after.text) for change in answer.changes for edit in change.edits]
    [('addition', '等')]

Only the names in `__all__` are promised; everything else in the package may change without notice.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aratame.config import Config
    from aratame.engine import diff, diff_table
    from aratame.errors import AratameError, ConfigError, ReadError, TableError, UsageError
    from aratame.model import Change, Clause, Diff, Document, Edit, EditKind, Finding, Rename, Table, TableDiff
    from aratame.reading import read

__version__ = "0.1.0"

__all__ = [
    "AratameError",
    "Change",
    "Clause",
    "Config",
    "ConfigError",
    "Diff",
    "Document",
    "Edit",
    "EditKind",
    "Finding",
    "ReadError",
    "Rename",
    "Table",
    "TableDiff",
    "TableError",
    "UsageError",
    "diff",
    "diff_table",
    "read",
]

_HOMES = {
    "aratame.config": {"Config"},
    "aratame.engine": {"diff", "diff_table"},
    "aratame.errors": {"AratameError", "ConfigError", "ReadError", "TableError", "UsageError"},
    "aratame.model": {"Change", "Clause", "Diff", "Document", "Edit", "EditKind", "Finding", "Rename", "Table", "TableDiff"},
    "aratame.reading": {"read"},
}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for: `aratame --help` should not wait for the engine (PEP 562)."""
    for home, names in _HOMES.items():
        if name in names:
            globals()[name] = getattr(import_module(home), name)
            return globals()[name]
    raise AttributeError(f"module 'aratame' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]

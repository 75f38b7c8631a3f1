"""The options of `diff` and `table` that choose how much is shown, and how finely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aratame.cli.laying import LAYING, laid_out
from aratame.cli.options import Option
from aratame.errors import UsageError
from aratame.filters import Filter
from aratame.model import EditKind

if TYPE_CHECKING:
    from aratame.config import Config


_KINDS = tuple(map(str, EditKind))


def _kinds(flag: str, typed: str) -> frozenset[EditKind]:
    """Kinds of edit with commas between them → a set of `EditKind`."""
    names = [name.strip() for name in typed.split(",")]
    unknown = [name for name in names if name not in _KINDS]
    if unknown:
        raise UsageError(
            f"{flag}: 「{'、'.join(unknown)}」という種類はありません。使えるのは {'、'.join(_KINDS)} です。",
            f"{flag}: there is no kind “{', '.join(unknown)}”; use {', '.join(_KINDS)}.",
        )
    return frozenset(EditKind(name) for name in names)


VIEWING = (
    Option("--unchanged", ja="変わらなかった条項も挙げる", en="Also list what did not change."),
    Option("--only", read=_kinds, metavar="KIND,…", ja="この種類の変更だけを示す", en="Show these kinds of edit only."),
    Option("--ignore", read=_kinds, metavar="KIND,…", ja="この種類の変更を除く", en="Leave these kinds of edit out."),
    Option("--substantive", ja="実質的な変更だけを示す", en="Show substantive edits only."),
    Option("--expand", ja="まとめた変更を一つずつ示す", en="Show each place of an entry."),
    Option(
        "--granularity",
        choices=("unit", "word", "char"),
        default="unit",
        ja="画面の報告で変更の中に付ける印の細かさ（既定: unit）",
        en="How fine the marks inside an edit are on the terminal (default: unit).",
    ),
    *LAYING,
)
"""How much is shown, and how finely."""


def viewed(options: dict[str, Any], config: Config) -> tuple[Filter, dict[str, Any]]:
    """The filter among `options`, and the options that are left, the layout settled. Kinds that `config` ignores stay out unless `options` names kinds."""
    rest = laid_out(options, config)
    only, ignore = rest.pop("only"), rest.pop("ignore")
    if only is None and ignore is None:
        ignore = frozenset(config.ignore)
    wanted = Filter(only, ignore or frozenset(), substantive=rest.pop("substantive"))
    return wanted, {**rest, "filtered": wanted != Filter()}

"""The options of `diff` and `table` that choose how much is shown, and how finely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from aratame.cli.laying import LAYING, laid_out
from aratame.cli.options import option, together
from aratame.errors import UsageError
from aratame.filters import Filter
from aratame.model import EditKind

if TYPE_CHECKING:
    from aratame.config import Config


class Kinds(click.ParamType["frozenset[EditKind]"]):
    """Kinds of edit with commas between them → a set of `EditKind`."""

    name = "kinds"
    choices = tuple(map(str, EditKind))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[EditKind]:  # noqa: ARG002  every type is called alike
        """The kinds that `value` names."""
        if isinstance(value, frozenset):
            return value
        names = [name.strip() for name in value.split(",")]
        unknown = [name for name in names if name not in self.choices]
        if unknown:
            given = param.opts[-1] if param else self.name
            raise UsageError(
                f"{given}: 「{'、'.join(unknown)}」という種類はありません。使えるのは {'、'.join(self.choices)} です。",
                f"{given}: there is no kind “{', '.join(unknown)}”; use {', '.join(self.choices)}.",
            )
        return frozenset(EditKind(name) for name in names)


VIEWING = together(
    option("--unchanged", is_flag=True, ja="変わらなかった条項も挙げる", en="Also list what did not change."),
    option("--only", type=Kinds(), metavar="KIND,…", ja="この種類の変更だけを示す", en="Show these kinds of edit only."),
    option("--ignore", type=Kinds(), metavar="KIND,…", ja="この種類の変更を除く", en="Leave these kinds of edit out."),
    option("--substantive", is_flag=True, ja="実質的な変更だけを示す", en="Show substantive edits only."),
    option("--expand", is_flag=True, ja="まとめた変更を一つずつ示す", en="Show each place of an entry."),
    option(
        "--granularity",
        type=click.Choice(("unit", "word", "char")),
        default="unit",
        ja="画面の報告で変更の中に付ける印の細かさ（既定: unit）",
        en="How fine the marks inside an edit are on the terminal (default: unit).",
    ),
    LAYING,
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

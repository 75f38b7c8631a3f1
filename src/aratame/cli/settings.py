"""The configuration that a command runs with: the file that was named, or the nearest to where the user stands."""

from __future__ import annotations

from pathlib import Path

from aratame.cli.options import option
from aratame.config import Config

CONFIG = option(
    "--config",
    metavar="FILE",
    ja="設定ファイル（既定: 今いるフォルダーから上の aratame.toml など）",
    en="Configuration (default: aratame.toml here or above).",
)
"""Which configuration holds."""


def configured(name: str | None) -> Config:
    """The configuration in the file `name`, else in the nearest file, else the defaults. Raises `ConfigError`."""
    path = Path(name) if name is not None else Config.find(Path.cwd())
    return Config.load(path) if path is not None else Config()

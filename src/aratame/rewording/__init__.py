"""Two versions of one clause → the replacements that a reader would name."""

from aratame.rewording.replacement import Replacement
from aratame.rewording.rewording import reword

__all__ = ["Replacement", "reword"]

"""The checks by name, and what each can look at. `checking` makes them in this order; a configuration weighs them or switches them off."""

TABLE_CHECKS = (
    "no-visible-change",
    "copied-cell",
    "broken-chain",
    "left-behind",
    "contradictory-rename",
    "timing-of-important-change",
    "reason-understates",
    "elision-one-side",
    "count-mismatch",
    "unbalanced-bracket",
    "suspicious-character",
    "mixed-orthography",
)
DOCUMENT_CHECKS = ("numbering-gap", "dangling-reference", "inconsistent-term", "mixed-orthography")
PAIR_CHECKS = ("left-behind", "number-not-followed")
CHECKS = tuple(dict.fromkeys((*TABLE_CHECKS, *DOCUMENT_CHECKS, *PAIR_CHECKS)))
"""Every check, in the order in which `aratame explain` and the documentation list them."""

"""What the lexemes of administrative texts look like: one file for each matter, and `RULES` in the order in which they are asked.

Sources: the e-Gov law schema for the levels of a provision (編章節款目条項号), the drafting rules for dates, periods and law
numbers (令和六年法律第十号 stands in brackets behind the name), the forms of the 特定個人情報保護評価 for check boxes.
"""

from aratame.lexing.grammar import amounts, dates, english, names, places, provisions, signs, words
from aratame.lexing.grammar.rule import Rule

RULES: tuple[Rule, ...] = (
    *provisions.RULES,
    *english.RULES,
    *amounts.LIMITS,
    *dates.RULES,
    *places.RULES,
    *amounts.RULES,
    *names.RULES,
    *signs.RULES,
    *words.RULES,
)
"""Limits (10万人以上30万人未満) before dates and amounts: of a range that changed, no end pairs with the other end of the new one. Addresses before
amounts, for 丁目 counts too."""

__all__ = ["RULES", "Rule"]

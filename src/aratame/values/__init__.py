"""Dates and quantities as drafters write them → values that can be compared.

    令和元年 = 平成31年 = 2019年      R6.3 = 令和6年3月      三十日 = 30日      十箇年 = 10か年      2年 ≠ 1年6か月

A date is a `Moment`, an amount with its unit an `Amount`. `find` gives both with their places; `difference` says by how
much two values differ.
"""

from aratame.values.amounts import AMOUNT_SIGNS, amount_spans
from aratame.values.dates import DATE_NEEDS, DATE_SIGNS, PERIOD_FOLLOWS, date_spans
from aratame.values.difference import difference
from aratame.values.finding import Amount, Found, Moment, find, without

__all__ = [
    "AMOUNT_SIGNS",
    "DATE_NEEDS",
    "DATE_SIGNS",
    "PERIOD_FOLLOWS",
    "Amount",
    "Found",
    "Moment",
    "amount_spans",
    "date_spans",
    "difference",
    "find",
    "without",
]

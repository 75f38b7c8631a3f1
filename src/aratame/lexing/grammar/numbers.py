"""Numbers in the view that the grammar reads (`aratame.lexing.view`): arabic, kanji, and both mixed (2万5千)."""

ARABIC = r"[0-9]++(?:,[0-9]{3})*(?:\.[0-9]++|(?!\.[0-9]|,[0-9]{3}))"
"""With all its thousands and its fraction, or not at all: what must not follow a number must not follow a part of it either."""
KANJI = "一"
"""Any kanji digit, as the view has it."""
NUMBER = rf"(?:{ARABIC}(?:{KANJI}++{ARABIC})*{KANJI}*+|{KANJI}++)"
DIGITS = "0123456789"
BEGIN = DIGITS + KANJI
"""What a number begins with."""

"""Text → tokens: lexemes of the field first, then Sudachi's morphemes between them. The only door to sudachipy."""

from aratame.lexing.dictionary import remembered, words_added
from aratame.lexing.tokenising import first_lexeme, is_parted, read_words, tokenise
from aratame.lexing.tokens import Sort, Token

__all__ = ["Sort", "Token", "first_lexeme", "is_parted", "read_words", "remembered", "tokenise", "words_added"]

"""Edits of a whole document or table → renames, and the places where the old name was left behind."""

from aratame.renames.gathering import Passage, gather

__all__ = ["Passage", "gather"]

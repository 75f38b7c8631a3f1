"""aratame: what changed between two versions of a Japanese administrative text, clause by clause, and what kind of change it is."""

__version__ = "0.1.0"

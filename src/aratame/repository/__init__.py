"""Documents in git: read at a revision, compared between revisions, and shown by git's own commands."""

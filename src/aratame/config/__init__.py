"""What a user may set: words that are known, kinds that are not wanted, thresholds; from `aratame.toml` or `[tool.aratame]`.

    terms = ["5情報"]                      # names of things: never taken for bodies
    bodies = ["みどり野ひろば"]              # names of bodies that do not look like one
    ignore = ["orthography"]               # kinds that a report leaves out
    user_dictionaries = ["words.dic"]      # built Sudachi dictionaries beside this file

    [[renames]]
    before = "市民生活局"
    after = "市民協働局"
    kind = "organization"
    date = 2024-04-01

    [thresholds]
    left_behind = 2                        # from how many edits on the old name is looked for
    citation_rename = 2                    # from how many edits on a citation is a rename

    [checks]
    disable = ["mixed-orthography"]        # checks that are not made

    [checks.severity]
    copied-cell = "error"                  # error, warning or hint

    [checks.terms]
    "個人番号カード" = ["マイナンバーカード"]  # the name to use, and those to avoid

    [layout]
    new = "right"                          # the new text of a 新旧対照表 stands on the right; see `layouts`

The values are in `values`; `file` makes them of a file, and is imported where there is one.
"""

from aratame.config.values import MAX_RATIO, MAX_UNPACKED, RENAMED, Checks, Config, KnownRename, Thresholds

__all__ = ["MAX_RATIO", "MAX_UNPACKED", "RENAMED", "Checks", "Config", "KnownRename", "Thresholds"]

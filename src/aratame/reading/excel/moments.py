"""Dates, times and durations as Excel shows them: ggge → 令和6, [h]:mm → 30:05."""

from __future__ import annotations

import datetime as dt

from aratame.reading.excel.format_codes import Token, in_style, is_elapsed, literal, sections

ERAS = (
    (dt.date(2019, 5, 1), "令和", "R"),
    (dt.date(1989, 1, 8), "平成", "H"),
    (dt.date(1926, 12, 25), "昭和", "S"),
    (dt.date(1912, 7, 30), "大正", "T"),
    (dt.date(1868, 1, 25), "明治", "M"),
)
WEEKDAYS = "月火水木金土日"
Moment = dt.datetime | dt.date | dt.time | dt.timedelta


def written(value: Moment, tokens: list[Token]) -> str:
    """What a section of a format shows for a date, a time or a duration; General shows a date as 2024/4/1.

    >>> from aratame.reading.excel.format_codes import sections
    >>> written(dt.date(2024, 4, 1), sections('[$-411]ge.m.d')[0])
    'R6.4.1'
    """
    if not any(token.kind == "date" or is_elapsed(token) for token in tokens):
        tokens = sections("[h]:mm:ss" if isinstance(value, dt.timedelta) else "yyyy/m/d")[0]
    twelve = any(token.kind == "noon" for token in tokens)
    pieces = []
    for place, token in enumerate(tokens):
        if is_elapsed(token):
            pieces.append(_elapsed(value, token.text))
        elif token.kind == "date":
            pieces.append(in_style(tokens, _date_part(value, tokens, place, twelve=twelve), unit=token.text[0] not in "yY"))
        elif token.kind == "noon":
            pieces.append(token.text.split("/")[_clock(value).hour >= 12])
        elif token.kind in {"sign", "digits"} and token.text != "@":
            pieces.append(token.text)
        else:
            pieces.append(literal([token]))
    return "".join(pieces)


def _date_part(value: Moment, tokens: list[Token], place: int, *, twelve: bool) -> str:
    """One of yyyy, m, ggg, h …; m is minutes next to hours before it or seconds behind it."""
    text = tokens[place].text.lower()
    letter, size = text[0], len(text)
    if letter in "hs" or (letter == "m" and _is_minute(tokens, place)):
        clock = _clock(value)
        hour = (clock.hour % 12 or 12) if twelve else clock.hour
        return f"{ {'h': hour, 'm': clock.minute, 's': clock.second}[letter]:0{min(size, 2)}d}"
    day = value.date() if isinstance(value, dt.datetime) else value
    if not isinstance(day, dt.date):
        return ""
    if letter == "y":
        return f"{day.year:04d}" if size > 2 else f"{day.year % 100:02d}"
    if letter in "ge":
        return _era_part(day, letter, size, gannen="gannen" in "".join(token.text for token in tokens))
    if letter == "a":
        return WEEKDAYS[day.weekday()] + ("曜日" if size > 3 else "")
    if size > 2:
        return day.strftime({("m", 3): "%b", ("m", 4): "%B", ("d", 3): "%a"}.get((letter, size), "%A"))
    return f"{day.month if letter == 'm' else day.day:0{size}d}"


def _is_minute(tokens: list[Token], place: int) -> bool:
    times = [index for index, token in enumerate(tokens) if token.kind == "date" or is_elapsed(token)]
    at = times.index(place)
    before = tokens[times[at - 1]].text.lower() if at else ""
    after = tokens[times[at + 1]].text.lower() if at + 1 < len(times) else ""
    return before.startswith("h") or after.startswith("s")


def _era_part(day: dt.date, letter: str, size: int, *, gannen: bool) -> str:
    """令和, 令, R for ggg, gg, g; the year of the era for e. Days before 明治 have the western year alone."""
    start, name, initial = next(((start, name, initial) for start, name, initial in ERAS if day >= start), (None, "", ""))
    if letter == "g":
        return {1: initial, 2: name[:1]}.get(size, name)
    if start is None:
        return str(day.year)
    year = day.year - start.year + 1
    return "元" if year == 1 and gannen else f"{year:0{min(size, 2)}d}"


def _clock(value: Moment) -> dt.time:
    if isinstance(value, dt.datetime):
        return value.time()
    if isinstance(value, dt.timedelta):
        seconds = int(value.total_seconds()) % 86_400
        return dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    return value if isinstance(value, dt.time) else dt.time()


def _elapsed(value: Moment, unit: str) -> str:
    """[h]: hours that may be more than 24."""
    if isinstance(value, dt.timedelta):
        seconds = int(value.total_seconds())
    else:
        clock = _clock(value)
        seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    return f"{seconds // {'h': 3600, 'm': 60, 's': 1}[unit[0].lower()]:0{len(unit)}d}"

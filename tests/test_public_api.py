"""What the package promises: these names, typed and importable, and nothing else."""

from __future__ import annotations

import importlib
import inspect

import pytest

import aratame


def test_the_promised_names_are_sorted_and_there() -> None:
    assert aratame.__all__ == sorted(aratame.__all__)
    assert all(hasattr(aratame, name) for name in aratame.__all__)
    assert set(dir(aratame)) == {*aratame.__all__, "__version__"}


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'compare'"):
        getattr(aratame, "compare")  # noqa: B009  the name does not exist, which mypy knows


@pytest.mark.parametrize("module", ["errors", "model"])
def test_every_promised_class_and_exception_has_a_docstring(module: str) -> None:
    home = importlib.import_module(f"aratame.{module}")
    promised = [getattr(aratame, name) for name in aratame.__all__ if hasattr(home, name)]
    assert promised
    assert all(inspect.getdoc(thing) for thing in promised)


def test_values_are_frozen() -> None:
    answer = aratame.diff("第1条　市民とする。", "第1条　市民等とする。")
    change = answer.changes[0]
    for value, field in ((answer, "changes"), (change, "edits"), (change.edits[0], "kind"), (answer.before_clauses[0], "kind")):
        with pytest.raises((AttributeError, TypeError)):
            setattr(value, field, None)


def test_the_example_of_the_package_docstring() -> None:
    import doctest

    assert doctest.testmod(aratame).failed == 0
    assert doctest.testmod(aratame).attempted > 0

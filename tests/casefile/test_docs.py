"""What the docstrings of the room promise."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from netwerk_widgets import casefile

MODULES = [module.name for module in pkgutil.iter_modules(casefile.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    module = importlib.import_module(f"netwerk_widgets.casefile.{name}")
    assert module.__doc__
    assert doctest.testmod(module).failed == 0

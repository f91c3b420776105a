"""Qt, and nothing else."""

import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401 - loads shibokensupport


def _uses_pyside(_module: ModuleType) -> bool:
    return True


def _skip_feature_search() -> None:
    """Keep PySide from reading and tokenising the source of every module that is imported after it.

    It looks for `__feature__`, which is not used here. That is 7 ms before the first paint and 50 ms after it.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and "_mod_uses_pyside" in vars(feature):
        vars(feature)["_mod_uses_pyside"] = _uses_pyside


_skip_feature_search()

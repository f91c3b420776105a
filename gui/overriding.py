"""`override` for the methods of Qt that we override, without the 19 ms that importing typing_extensions costs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override
else:
    F = TypeVar("F", bound=Callable[..., Any])

    def override(method: F) -> F:
        """Mark `method` as overriding one of its base class; checked by mypy, nothing at run time."""
        return method

"""How work on many files or texts tells how far it is, and how it is stopped."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")

_TOLD = 200


class WorkProgress(Protocol):
    """Hears how far the work is. Either method may raise to stop it; nothing is written then."""

    def report(self, done: int, total: int = 0) -> None:
        """`done` of `total` files or documents are read, or incidents are written."""

    def check(self) -> None:
        """Called often in between."""


class Unwatched:
    """The progress of work that nobody watches."""

    def report(self, done: int, total: int = 0) -> None:
        pass

    def check(self) -> None:
        pass


def watched(steps: Sequence[T], progress: WorkProgress) -> Iterator[T]:
    """The same; `progress` hears now and then how many are done, and that all are."""
    for done, step in enumerate(steps):
        if not done % _TOLD:
            progress.report(done, len(steps))
        yield step
    progress.check()

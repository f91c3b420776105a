"""What the source widgets may read while they are shown; the shell binds each to a project."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.snapshots import SourceOrder, SourceRow

FetchSourceRows = Callable[[Sequence[int]], Sequence[SourceRow]]
ListSourceIds = Callable[[str, SourceOrder], "array[int]"]


@dataclass(frozen=True, slots=True)
class SourceLoaders:
    """Rows of some ids, and ids that match a text."""

    fetch_rows: FetchSourceRows
    list_ids: ListSourceIds

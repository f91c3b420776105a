"""What the source widgets may read while they are shown; the shell binds each to a project."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gui.fields.date_reader import DateReader
from models.snapshots import SourceOrder, SourceRow

FetchSourceRows = Callable[[Sequence[int]], Sequence[SourceRow]]
ListSourceIds = Callable[[str, SourceOrder], "array[int]"]


@dataclass(frozen=True, slots=True)
class SourceLoaders:
    """Rows of some ids, ids that match a text, the text of a capture by its id, and the dates in texts."""

    fetch_rows: FetchSourceRows
    list_ids: ListSourceIds
    read_text: Callable[[int], str]
    dates: DateReader

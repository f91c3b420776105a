"""Collects what a change touched, for its `ChangeSet` and for the search index."""

from collections.abc import Iterable, Sequence

from models.changes import ChangeSet, RecordKind
from models.enums import Operation
from services.records import OWNERS, Image


class Touched:
    """Ids added, changed and removed per kind, the owners of touched rows counted as changed."""

    def __init__(self) -> None:
        self.added: dict[RecordKind, list[Sequence[int]]] = {}
        self.changed: dict[RecordKind, set[int]] = {}
        self.removed: dict[RecordKind, list[Sequence[int]]] = {}

    def note_added(self, kind: RecordKind, ids: Sequence[int], images: Iterable[Image]) -> None:
        _append(self.added.setdefault(kind, []), ids)
        self._note_owners(kind, images)

    def note_removed(self, kind: RecordKind, ids: Sequence[int], images: Iterable[Image]) -> None:
        _append(self.removed.setdefault(kind, []), ids)
        self._note_owners(kind, images)

    def note_changed(self, kind: RecordKind, record_id: int, *images: Image) -> None:
        self.changed.setdefault(kind, set()).add(record_id)
        self._note_owners(kind, images)

    def _note_owners(self, kind: RecordKind, images: Iterable[Image]) -> None:
        for column, owner in OWNERS.get(kind, ()):
            ids = {image[column] for image in images if image.get(column) is not None}
            if ids:
                self.changed.setdefault(owner, set()).update(ids)

    def runs(self, kind: RecordKind) -> tuple[list[Sequence[int]], set[int]]:
        """Added runs of one kind, and every other touched id of it."""
        removed = {i for run in self.removed.get(kind, ()) for i in run}
        return self.added.get(kind, []), self.changed.get(kind, set()) | removed

    def change_set(self, operation: Operation, initiator: object | None) -> ChangeSet:
        added = {kind: _flat(runs) for kind, runs in self.added.items()}
        removed = {kind: _flat(runs) for kind, runs in self.removed.items()}
        changed: dict[RecordKind, Sequence[int]] = {}
        for kind, ids in self.changed.items():
            rest = ids.difference(added.get(kind, ()), removed.get(kind, ()))
            if rest:
                changed[kind] = tuple(sorted(rest))
        return ChangeSet(operation, initiator, added, changed, removed)


def _append(runs: list[Sequence[int]], ids: Sequence[int]) -> None:
    """One run more, as one with the last where they touch: an import adds its rows in portions, and undo goes backwards."""
    last = runs[-1] if runs else None
    if isinstance(last, range) and isinstance(ids, range) and last.stop == ids.start:
        runs[-1] = range(last.start, ids.stop)
    elif isinstance(last, range) and isinstance(ids, range) and ids.stop == last.start:
        runs[-1] = range(ids.start, last.stop)
    else:
        runs.append(ids)


def _flat(runs: list[Sequence[int]]) -> Sequence[int]:
    return runs[0] if len(runs) == 1 else tuple(i for run in runs for i in run)

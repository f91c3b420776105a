"""What was deleted and can come back, and emptying it for good."""

from contextlib import suppress

from models.enums import Operation
from models.errors import UserFacingError
from models.snapshots import BinRow
from services import search_index
from services.project import Project
from services.purge import purge

_ROWS = """SELECT 'incident' AS kind, id, title, deleted_at, (SELECT count(*) FROM citation c WHERE c.incident_id = i.id)
 FROM incident i WHERE deleted_at IS NOT NULL UNION ALL
 SELECT 'source', id, title, deleted_at, (SELECT count(*) FROM citation c WHERE c.source_id = s.id)
 FROM source s WHERE deleted_at IS NOT NULL ORDER BY 4 DESC, 1, 2"""


def list_bin(project: Project) -> tuple[BinRow, ...]:
    """What waits in the bin, newest first."""
    with project.read() as connection:
        rows = connection.exec_driver_sql(_ROWS).fetchall()
    return tuple(BinRow(*row) for row in rows)


def empty_bin(project: Project, *, initiator: object | None = None) -> int:
    """Remove everything in the bin for good, from the records, the journal and the search index; return how many.

    This cannot be undone. Backups made earlier still hold what was removed.
    """

    def compact() -> None:
        # What was removed is gone and overwritten by now (secure_delete): a full disk or a reader at work only keeps the
        # file from getting smaller.
        with suppress(UserFacingError), project.without_transaction() as connection:
            connection.execute("VACUUM")

    with project.change(Operation.EMPTY_BIN, initiator=initiator) as change:
        count = purge(change)
        if count:
            change.write_final_entry()
            search_index.rebuild(change.connection)
            change.after_commit = compact
    return count

"""The tables as SQLModel classes. They do not validate: drafts are the door, CHECK constraints stand behind it.

The DDL in `schema_v1` is what files hold; a test keeps both in step.
"""

from collections.abc import Mapping

from sqlalchemy import Table, Text
from sqlmodel import Field, SQLModel

APPLICATION_ID = 0x444C4E31  # "DLN1"


class _Stored(SQLModel):
    """What every record that people merge carries: key, UUID, version for stale checks, digest against bit rot."""

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = Field(sa_type=Text, unique=True)
    version: int
    digest: int


class ProjectRow(_Stored, table=True):
    __tablename__ = "project"

    title: str = Field(sa_type=Text)
    subtitle: str = Field(sa_type=Text)
    language: str = Field(sa_type=Text)
    description: str = Field(sa_type=Text)
    created_at: str = Field(sa_type=Text)


class FileState(SQLModel, table=True):
    """A random revision, new with every change: shows that a file was replaced underneath."""

    __tablename__ = "file_state"

    id: int = Field(primary_key=True)
    revision: str = Field(sa_type=Text)


class Entity(_Stored, table=True):
    kind: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    note: str = Field(sa_type=Text)


class Incident(_Stored, table=True):
    title: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    note: str = Field(sa_type=Text)
    date_edtf: str = Field(sa_type=Text)
    date_as_written: str = Field(sa_type=Text)
    date_time_zone: str = Field(sa_type=Text)
    date_earliest: int
    date_latest: int
    date_sort: int
    date_rank: int
    date_month: str = Field(sa_type=Text)
    date_year: str = Field(sa_type=Text)
    day_order: int
    status: str = Field(sa_type=Text)
    confidence: str | None = Field(sa_type=Text)
    marked: int
    place_id: int | None = Field(foreign_key="entity.id")
    created_at: str = Field(sa_type=Text)
    updated_at: str = Field(sa_type=Text)
    deleted_at: str | None = Field(sa_type=Text)


class Source(_Stored, table=True):
    type: str = Field(sa_type=Text)
    title: str = Field(sa_type=Text)
    container_title: str = Field(sa_type=Text)
    publisher: str = Field(sa_type=Text)
    published_edtf: str = Field(sa_type=Text)
    published_as_written: str = Field(sa_type=Text)
    published_time_zone: str = Field(sa_type=Text)
    accessed_edtf: str = Field(sa_type=Text)
    accessed_as_written: str = Field(sa_type=Text)
    accessed_time_zone: str = Field(sa_type=Text)
    archived_edtf: str = Field(sa_type=Text)
    archived_as_written: str = Field(sa_type=Text)
    archived_time_zone: str = Field(sa_type=Text)
    published_sort: int
    url: str = Field(sa_type=Text)
    archive_url: str = Field(sa_type=Text)
    language: str = Field(sa_type=Text)
    fields: str = Field(sa_type=Text)
    note: str = Field(sa_type=Text)
    protected: int
    cover_name: str = Field(sa_type=Text)
    republishes_id: int | None = Field(foreign_key="source.id")
    created_at: str = Field(sa_type=Text)
    updated_at: str = Field(sa_type=Text)
    deleted_at: str | None = Field(sa_type=Text)
    unconfirmed: str = Field(sa_type=Text)


class Creator(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id")
    position: int
    role: str = Field(sa_type=Text)
    family: str = Field(sa_type=Text)
    given_name: str = Field(sa_type=Text)
    literal: str = Field(sa_type=Text)


class CaptureBlob(SQLModel, table=True):
    """Preserved bytes, kept once per content and outside the journal; purging the bin removes unused ones."""

    __tablename__ = "capture_blob"

    sha256: str = Field(sa_type=Text, primary_key=True)
    bytes: bytes


class Capture(_Stored, table=True):
    source_id: int = Field(foreign_key="source.id")
    sha256: str = Field(sa_type=Text, foreign_key="capture_blob.sha256")
    media_type: str = Field(sa_type=Text)
    original_name: str = Field(sa_type=Text)
    size: int
    captured_at: str = Field(sa_type=Text)
    method: str = Field(sa_type=Text)
    doubts: str = Field(default="", sa_type=Text)


class CaptureText(SQLModel, table=True):
    __tablename__ = "capture_text"

    id: int | None = Field(default=None, primary_key=True)
    capture_id: int = Field(foreign_key="capture.id", unique=True)
    text: str = Field(sa_type=Text)
    extractor: str = Field(sa_type=Text)
    extracted_at: str = Field(sa_type=Text)


class Citation(_Stored, table=True):
    incident_id: int = Field(foreign_key="incident.id")
    source_id: int = Field(foreign_key="source.id")
    position: int
    locator_label: str = Field(sa_type=Text)
    locator: str = Field(sa_type=Text)
    quote: str = Field(sa_type=Text)
    stance: str = Field(sa_type=Text)
    note: str = Field(sa_type=Text)
    capture_id: int | None = Field(foreign_key="capture.id")
    passage_start: int | None
    passage_end: int | None
    passage_prefix: str = Field(sa_type=Text)
    passage_suffix: str = Field(sa_type=Text)
    stated_edtf: str = Field(sa_type=Text)
    stated_as_written: str = Field(sa_type=Text)
    stated_time_zone: str = Field(sa_type=Text)


class SkippedProposal(SQLModel, table=True):
    """A proposed incident that nobody wants: where its sentence stands, and the date it was given."""

    __tablename__ = "skipped_proposal"

    id: int | None = Field(default=None, primary_key=True)
    capture_id: int = Field(foreign_key="capture.id")
    sentence_start: int
    sentence_end: int
    date_edtf: str = Field(sa_type=Text)


class Link(_Stored, table=True):
    from_id: int = Field(foreign_key="incident.id")
    to_id: int = Field(foreign_key="incident.id")
    kind: str = Field(sa_type=Text)
    note: str = Field(sa_type=Text)


class Role(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incident.id")
    entity_id: int = Field(foreign_key="entity.id")
    role: str = Field(sa_type=Text)


class Tag(_Stored, table=True):
    name: str = Field(sa_type=Text, unique=True)
    colour: int


class IncidentTag(SQLModel, table=True):
    __tablename__ = "incident_tag"

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incident.id")
    tag_id: int = Field(foreign_key="tag.id")


class SavedView(_Stored, table=True):
    __tablename__ = "saved_view"

    name: str = Field(sa_type=Text)
    filter: str = Field(sa_type=Text)
    position: int


class ChangeEntry(SQLModel, table=True):
    """One line of the journal."""

    __tablename__ = "change"

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = Field(sa_type=Text, unique=True)
    operation: str = Field(sa_type=Text)
    field: str = Field(sa_type=Text)
    subject_kind: str | None = Field(sa_type=Text)
    subject_id: int | None
    row_count: int
    burst: str = Field(sa_type=Text)
    at: str = Field(sa_type=Text)
    state: str = Field(sa_type=Text)


class ChangeRow(SQLModel, table=True):
    """Row images of a change. One row covers a run of ids; an insert's image is taken only when it is undone."""

    __tablename__ = "change_row"

    id: int | None = Field(default=None, primary_key=True)
    change_id: int = Field(foreign_key="change.id")
    record: str = Field(sa_type=Text)
    action: str = Field(sa_type=Text)
    first_id: int
    last_id: int
    before: str | None = Field(sa_type=Text)
    after: str | None = Field(sa_type=Text)


def tables_by_name() -> Mapping[str, Table]:
    """The SQLAlchemy tables behind the classes of this module."""
    return SQLModel.metadata.tables

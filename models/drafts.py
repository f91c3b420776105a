"""Validated input: the one door through which values enter a project.

A draft that cannot be stored raises `InvalidDraftError` with a code per field (`missing`, `too_long`, `bad_url`,
`bad_value`). A *patch* is a draft of which only the fields that were given are written.
"""

import hashlib
import re
from typing import Annotated, Any, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from dates import UNDATED, UncertainDate
from models.doubts import FileDoubt
from models.enums import (
    CaptureMethod,
    Confidence,
    CreatorRole,
    EntityKind,
    LinkKind,
    LocatorLabel,
    SourceType,
    Stance,
    Status,
)
from models.errors import InvalidDraftError

MAX_LINE = 2_000
MAX_TEXT = 1_000_000
MAX_CAPTURE_BYTES = 200 * 1024 * 1024
MAX_CAPTURE_TEXT = 50_000_000

# C0 and C1 controls (but tab, line breaks, and the form feed between pages, which exports leave out), lone surrogates and
# non-characters cannot be printed, stored or exported.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("[\n\t\f\u2028\u2029]+")
# Embeddings and overrides turn round what stands beside a title in a list or a note; marks and isolates do not.
_OVERRIDES = re.compile("[\u202a-\u202e]")

T = TypeVar("T", bound=BaseModel)


def clean_text(text: str) -> str:
    """`text` with one kind of line break and without characters that no format can carry."""
    if text.isprintable():  # most lines: nothing above counts as printable
        return text
    return _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _clean(value: object) -> object:
    if isinstance(value, str) and value.isprintable():
        return value
    return clean_text(value) if isinstance(value, str) else value


def _clean_copy(value: object) -> object:
    """The text of a preserved copy keeps its line breaks as they are: passages are counted in it."""
    return _UNSTORABLE.sub("", value) if isinstance(value, str) else value


def _clean_line(value: object) -> object:
    if isinstance(value, str) and value.isprintable():
        return value.strip()
    return _LINE_BREAKS.sub(" ", _OVERRIDES.sub("", clean_text(value))).strip() if isinstance(value, str) else value


def _require(value: str) -> str:
    if not value:
        raise PydanticCustomError("missing", "missing")
    return value


def _check_url(value: str) -> str:
    if value and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc):
        raise PydanticCustomError("bad_url", "bad_url")
    return value


# The length stands before the cleaning, so that it is measured after it and without a call into Python.
Line = Annotated[str, Field(max_length=MAX_LINE), BeforeValidator(_clean_line)]
RequiredLine = Annotated[Line, AfterValidator(_require)]
Text = Annotated[str, Field(max_length=MAX_TEXT), BeforeValidator(_clean)]
Url = Annotated[Line, AfterValidator(_check_url)]


def _check_date(value: UncertainDate) -> UncertainDate:
    """The wording is text like any other."""
    if not value.as_written:
        return value
    wording = str(_clean_line(value.as_written))
    if len(wording) > MAX_LINE:
        raise PydanticCustomError("too_long", "too_long")
    return value if wording == value.as_written else UncertainDate(value.edtf, wording, value.time_zone)


Date = Annotated[UncertainDate, AfterValidator(_check_date)]

_CODES = {"string_too_long": "too_long", "too_long": "too_long", "missing": "missing", "bad_url": "bad_url"}


class Draft(BaseModel):
    """Base of every draft: immutable, closed, and refused with field codes instead of pydantic's own error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    def __init__(self, **data: Any) -> None:
        try:
            self.__pydantic_validator__.validate_python(data, self_instance=self)  # as the base does, of so many
        except ValidationError as error:
            raise InvalidDraftError(
                {".".join(map(str, e["loc"])): _CODES.get(e["type"], "bad_value") for e in error.errors()}
            ) from None

    def given(self) -> dict[str, Any]:
        """Only the fields that the caller set, by name and in one order: a set has another in every process."""
        given = self.model_fields_set
        return {name: value for name, value in self.__dict__.items() if name in given}

    def sole_field(self) -> str:
        """The name of the one field that the caller set, "" where there are several."""
        return next(iter(self.model_fields_set)) if len(self.model_fields_set) == 1 else ""


class RoleDraft(Draft):
    """One entity of an incident, by id or by kind and name (made when it does not exist)."""

    kind: EntityKind
    name: RequiredLine
    role: Line = ""


class _IncidentFields(Draft):
    """What an incident may be given besides its title."""

    body: Text = ""
    note: Text = ""
    date: Date = UNDATED
    status: Status = Status.UNVERIFIED
    confidence: Confidence | None = None
    marked: bool = False
    place: Line = ""
    tags: tuple[RequiredLine, ...] = ()
    roles: tuple[RoleDraft, ...] = ()


class IncidentDraft(_IncidentFields):
    title: RequiredLine


class IncidentPatch(_IncidentFields):
    """Only the given fields change. `tags` and `roles` replace; `add_tags` and `remove_tags` suit bulk edits."""

    title: RequiredLine = ""
    add_tags: tuple[RequiredLine, ...] = ()
    remove_tags: tuple[RequiredLine, ...] = ()


class CreatorDraft(Draft):
    """A person (family, given) or, with `literal`, an organisation."""

    role: CreatorRole = CreatorRole.AUTHOR
    family: Line = ""
    given_name: Line = ""
    literal: Line = ""


class _SourceFields(Draft):
    """What a source may be given besides its title; `fields` holds further CSL variables of its type by their CSL names.

    `unconfirmed` names the fields of this class that were read out of a file and that nobody has looked at yet.
    """

    type: SourceType = SourceType.ARTICLE_NEWSPAPER
    creators: tuple[CreatorDraft, ...] = ()
    container_title: Line = ""
    publisher: Line = ""
    published: Date = UNDATED
    accessed: Date = UNDATED
    archived: Date = UNDATED
    url: Url = ""
    archive_url: Url = ""
    language: Line = ""
    fields: dict[Line, Line] = Field(default_factory=dict)
    note: Text = ""
    protected: bool = False
    cover_name: Line = ""
    republishes_id: int | None = None
    unconfirmed: frozenset[str] = frozenset()


class SourceDraft(_SourceFields):
    title: RequiredLine


class SourcePatch(_SourceFields):
    """Only the given fields change; `creators` and `fields` replace."""

    title: RequiredLine = ""


class CaptureDraft(Draft):
    """Bytes to preserve unchanged, the working text beside them, and what is doubtful about that."""

    data: bytes = Field(max_length=MAX_CAPTURE_BYTES)
    media_type: RequiredLine
    original_name: Line = ""
    method: CaptureMethod
    text: Annotated[str, Field(max_length=MAX_CAPTURE_TEXT), BeforeValidator(_clean_copy)] = ""
    extractor: Line = "plain-text"
    doubts: tuple[FileDoubt, ...] = ()

    @property
    def sha256(self) -> str:
        """By which the same bytes are known again."""
        return hashlib.sha256(self.data).hexdigest()


class PassageDraft(Draft):
    """Position of a quote in a capture's text (W3C Web Annotation, TextPosition and TextQuote selectors)."""

    capture_id: int
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    prefix: Text = ""
    suffix: Text = ""

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.end < self.start:
            raise PydanticCustomError("bad_value", "bad_value")
        return self


class _CitationFields(Draft):
    """What a citation may be given besides its source. `stated` is the date that the source gives the incident."""

    locator_label: LocatorLabel = LocatorLabel.PAGE
    locator: Line = ""
    quote: Text = ""
    stance: Stance = Stance.SUPPORTS
    note: Text = ""
    passage: PassageDraft | None = None
    stated: Date = UNDATED


class CitationDraft(_CitationFields):
    source_id: int


class CitationPatch(_CitationFields):
    """Only the given fields change."""

    source_id: int = 0


class LinkDraft(Draft):
    from_id: int
    to_id: int
    kind: LinkKind
    note: Text = ""


class EntityDraft(Draft):
    kind: EntityKind
    name: RequiredLine
    note: Text = ""


class EntityPatch(Draft):
    kind: EntityKind = EntityKind.PERSON
    name: RequiredLine = ""
    note: Text = ""


class TagDraft(Draft):
    """A tag; `colour` is an index into the six tag colours of the theme."""

    name: RequiredLine
    colour: int = Field(default=0, ge=0, le=5)


class SavedViewDraft(Draft):
    name: RequiredLine


class ProjectPatch(Draft):
    title: RequiredLine = ""
    subtitle: Line = ""
    language: Line = ""
    description: Text = ""

"""What Word's and OpenDocument's files share: from a text and a few properties to a source."""

from dataclasses import dataclass

from dates import UncertainDate
from importers.found import Doubt, Found, FoundSource
from importers.names import creators_of
from importers.plain_text import stem_of, title_of
from importers.said import language_said, title_said
from models.drafts import CaptureDraft, SourceDraft, clean_text
from models.enums import CaptureMethod, DoubtCode, SourceType


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself. When it was made or saved is not when it was published, so that is left out."""

    title: str = ""
    authors: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes came from and what the caller knows of them."""

    data: bytes
    name: str
    method: CaptureMethod
    published: UncertainDate
    media_type: str


def found_document(origin: Origin, text: str, properties: Properties, extractor: str) -> Found:
    """One source. A document without words (a scan, a drawing) is kept, with the doubt NO_TEXT."""
    text = clean_text(text)
    draft = SourceDraft(
        type=SourceType.DOCUMENT,
        title=title_said(properties.title) or title_of(text) or stem_of(origin.name) or origin.name,
        creators=creators_of(properties.authors),
        language=language_said(properties.language),
        published=origin.published,
    )
    capture = CaptureDraft(
        data=origin.data,
        media_type=origin.media_type,
        original_name=origin.name,
        method=origin.method,
        text=text,
        extractor=extractor,
    )
    doubts = () if text else (Doubt(DoubtCode.NO_TEXT),)
    return Found(sources=(FoundSource(draft, capture),), doubts=doubts)

"""A text file to a source: the file itself as its capture, the first line as its title."""

from dates import UNDATED, UncertainDate
from importers.decoding import decode
from importers.found import Doubt, Found, FoundSource
from models.drafts import CaptureDraft, SourceDraft, clean_text
from models.enums import CaptureMethod, DoubtCode, ImportFault, ProblemCode, SourceType
from models.errors import UserFacingError

MAX_TITLE = 200
_MAX_FRONT = 10_000
MEDIA_TYPE = "text/plain"


def read_plain_text(
    data: bytes, *, name: str, method: CaptureMethod, published: UncertainDate = UNDATED, media_type: str = MEDIA_TYPE
) -> Found:
    """One source. `name` is the file's name, "" for pasted text; `published` what the caller knows of it.

    Raises UserFacingError IMPORT_UNREADABLE where the bytes are no text or there is nothing in them.
    """
    decoded = decode(data)
    text = clean_text(decoded.text)
    title = title_of(text) or stem_of(name)
    if not title:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.EMPTY)
    draft = SourceDraft(title=title, published=published)
    capture = CaptureDraft(data=data, media_type=media_type, original_name=name, method=method, text=text)
    doubts = (Doubt(DoubtCode.GUESSED_ENCODING, value=decoded.encoding),) if decoded.guessed else ()
    return Found(sources=(FoundSource(draft, capture),), doubts=doubts)


def read_any_file(
    data: bytes, *, name: str, method: CaptureMethod, media_type: str, published: UncertainDate = UNDATED
) -> Found:
    """One source whose bytes are kept as they are, without a text: the file's name is all that is known of it."""
    draft = SourceDraft(type=SourceType.DOCUMENT, title=stem_of(name) or name, published=published)
    capture = CaptureDraft(data=data, media_type=media_type, original_name=name, method=method, extractor="none")
    return Found(sources=(FoundSource(draft, capture),))


def title_of(text: str) -> str:
    """The first line with words in it, cut at a word where it is a whole paragraph; what a note's front matter names."""
    lines = [" ".join(line.split()).lstrip("# ") for line in text[:_MAX_FRONT].split("\n")]
    named = _front_title(text) or next((line for line in lines if any(map(str.isalnum, line))), "")
    line = named or next(
        (stripped for line in text.split("\n") if (stripped := " ".join(line.split()).lstrip("# "))), ""
    )
    return line if len(line) <= MAX_TITLE else line[:MAX_TITLE].rsplit(" ", 1)[0] + "…"


def _front_title(text: str) -> str:
    """The title in the lines between two "---" with which programs for notes begin a file (YAML front matter)."""
    first, *rest = text[:_MAX_FRONT].split("\n")
    if first.strip() != "---" or "---" not in (stripped := [line.strip() for line in rest]):
        return ""
    inside = stripped[: stripped.index("---")]
    said = next((line.removeprefix("title:") for line in inside if line.startswith("title:")), "")
    return " ".join(said.strip().strip("\"'").split())


def stem_of(name: str) -> str:
    """The file's name without its folder and its last suffix."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[0].strip() if "." in base[1:] else base.strip()

"""From pasted or dropped words to drafts: a proposed source, and the words kept as they are."""

from models.drafts import CaptureDraft, SourceDraft, clean_text
from models.enums import CaptureMethod, SourceType

MAX_TITLE = 160
_PAGE_STARTS = ("<!doctype html", "<html")
WEB_SCHEMES = frozenset({"http", "https"})


def title_from_text(text: str) -> str:
    """The first line with words in it, cut at a word; "" when there is none."""
    head = clean_text(text[:20_000])
    line = next((" ".join(part.split()) for part in head.split("\n") if part.strip()), "")
    if len(line) <= MAX_TITLE:
        return line
    cut = line[:MAX_TITLE].rsplit(" ", 1)[0].rstrip(",;:.")
    return f"{cut or line[:MAX_TITLE]}…"


def is_web_address(text: str) -> bool:
    """True when the text is nothing but one http or https address."""
    line = text.strip()
    return line.partition("://")[0].lower() in WEB_SCHEMES and len(line.split()) == 1 and "://" in line


def is_page_markup(text: str) -> bool:
    """True for the source code of a whole web page."""
    return text[:1_000].lstrip("\ufeff \t\r\n").lower().startswith(_PAGE_STARTS)


def source_from_text(text: str) -> SourceDraft:
    """A proposed source: its first line as title, or an address as a web page. The text must hold a word."""
    if is_web_address(text):
        line = clean_text(text).strip()
        return SourceDraft(type=SourceType.WEBPAGE, title=title_from_text(line), url=line)
    return SourceDraft(title=title_from_text(text))


def capture_from_text(text: str, method: CaptureMethod, name: str = "") -> CaptureDraft:
    """The words as bytes in UTF-8 (what UTF-8 cannot hold becomes “?”)."""
    data = text.encode("utf-8", errors="replace")
    return CaptureDraft(
        data=data,
        media_type="text/plain",
        original_name=name,
        method=method,
        text=clean_text(data.decode("utf-8")),
        extractor="pasted-text",
    )

"""Words of the search panel: headings, and one sentence per find for a screen reader."""

from PySide6.QtCore import QCoreApplication

from dates import DateStyle, format_date
from gui.texts import quoted_text, status_text
from services.searching import HitKind, SearchHit


def say(text: str) -> str:
    """`text` in the language of the user."""
    return QCoreApplication.translate("search", text)


def group_text(kind: HitKind) -> str:
    """The heading over the finds of one kind."""
    return {
        HitKind.INCIDENT: say("Incidents"),
        HitKind.QUOTE: say("Quotes"),
        HitKind.SOURCE: say("Sources"),
        HitKind.COPY: say("Preserved copies"),
    }[kind]


def hit_sentence(hit: SearchHit) -> str:
    """A find in one sentence."""
    kind = {
        HitKind.INCIDENT: say("Incident"),
        HitKind.QUOTE: say("Quote"),
        HitKind.SOURCE: say("Source"),
        HitKind.COPY: say("Preserved copy"),
    }[hit.kind]
    status = status_text(hit.status) if hit.status is not None else ""
    piece = hit.excerpt.text if hit.excerpt is not None else ""
    return ". ".join(part for part in (f"{kind}: {hit.title}", when_text(hit), status, piece) if part)


def when_text(hit: SearchHit) -> str:
    """The date of an incident, or the day a source was published; "" where there is none."""
    return format_date(hit.date, DateStyle.SHORT) if hit.date.edtf else ""


def all_text(count: int) -> str:
    """The last line."""
    if count == 1:
        return say("Show the one in the list")
    return say("Show all {count} in the list").format(count=f"{count:,}")


def nothing_text(text: str) -> str:
    """Where nothing at all was found."""
    return say("Nothing has {words}.").format(words=quoted_text(text))

"""Sentences of the reader."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from dates import DateStyle, UncertainDate, format_date
from dates.publication import publication_day
from gui.texts.imports import doubt_text
from gui.texts.sources import capture_title
from gui.texts.words import stance_text
from models.enums import Stance
from models.reading import CitedPassage, Reading
from models.snapshots import CaptureLine

TYPED = "typed"
"""The extractor of a text that somebody typed."""
_SAME_MOMENT = 60


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)


def _many(count: int, one: str, many: str) -> str:
    return _tr(one) if count == 1 else _tr(many).replace("{count}", f"{count:,}")


def _moment(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return None


def day_text(iso: str) -> str:
    """The day of a stored moment, on this computer's calendar."""
    moment = _moment(iso)
    return format_date(UncertainDate(moment.date().isoformat()), DateStyle.SHORT) if moment else iso


def copy_text(reading: Reading) -> str:
    """What copy is read, and what became of its text since it was kept."""
    doubts = len(reading.capture.doubts)
    doubtful = (
        _tr("1 doubt") if doubts == 1 else _tr("{count} doubts").replace("{count}", str(doubts)) if doubts else ""
    )
    return " · ".join(part for part in (_tr("Saved copy"), _text_state(reading), doubtful) if part)


def _text_state(reading: Reading) -> str:
    if not reading.text:
        return ""
    kept, taken = _moment(reading.capture.captured_at), _moment(reading.extracted_at)
    if reading.extractor == TYPED:
        return _tr("text typed by hand")
    if kept and taken and (taken - kept).total_seconds() > _SAME_MOMENT:
        return _tr("text taken anew on {day}").replace("{day}", day_text(reading.extracted_at))
    return _tr("text unchanged since import")


def doubts_text(reading: Reading) -> str:
    """What is doubtful about the text of the copy, a sentence a line."""
    return "\n".join(doubt_text(doubt.code, doubt.value) for doubt in reading.capture.doubts)


def copy_choice(line: CaptureLine) -> str:
    """One of several copies: "Web page · 22 Nov 2026"."""
    return f"{capture_title(line)} · {day_text(line.captured_at)}"


def today_value(today: UncertainDate) -> str:
    """ "Tue 23 Jan 2024"; that it is not known where it is not."""
    day = publication_day(today)
    if day is None:
        return _tr("not known")
    date = UncertainDate(today.edtf[:10])
    weekday = QCoreApplication.translate("Weekdays", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()])
    return f"{weekday} {format_date(date, DateStyle.SHORT)}"


def end_text(*, is_cut: bool) -> str:
    """What stands below the last line."""
    return _tr("Only the beginning of this saved copy is shown") if is_cut else _tr("End of saved copy")


def page_text(number: int) -> str:
    """What stands above the first line of a page."""
    return _tr("Page {number}").replace("{number}", f"{number:,}")


def passages_text(count: int) -> str:
    return _many(count, "1 passage", "{count} passages") if count else _tr("no passage yet")


def found_dates_text(count: int) -> str:
    return _tr("{count} found").replace("{count}", f"{count:,}") if count else _tr("none found")


def lost_text(count: int) -> str:
    return _many(count, "1 quote is no longer in this copy.", "{count} quotes are no longer in this copy.")


def hits_text(number: int, count: int, *, is_more: bool) -> str:
    """ "3 of 12"."""
    if not count:
        return _tr("Nothing found")
    shown = f"{count:,}+" if is_more else f"{count:,}"
    return _tr("{number} of {count}").replace("{number}", f"{number:,}").replace("{count}", shown)


def passage_date(passage: CitedPassage) -> str:
    """The date of the incident that words prove."""
    return format_date(passage.incident_date, DateStyle.SHORT) if passage.incident_date.edtf else _tr("Undated")


def passage_stance(passage: CitedPassage) -> str:
    """What the words do for their incident, where they do not simply support it."""
    return "" if passage.stance is Stance.SUPPORTS else stance_text(passage.stance)


def passage_sentence(passage: CitedPassage) -> str:
    """A cited passage in one line, for those who listen."""
    parts = (passage_date(passage), passage.incident_title, passage_stance(passage))
    return f"{_tr('Cited in')}: {', '.join(part for part in parts if part)}"

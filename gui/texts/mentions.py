"""What a date word in a text is said to mean."""

from PySide6.QtCore import QCoreApplication

from dates import UncertainDate, format_date, format_hint
from dates.mention import Basis, DateMention, TimexType
from dates.publication import publication_day
from gui.texts.changes import shorten
from gui.texts.mark import QT_TRANSLATE_NOOP

NO_DATES = {
    TimexType.DATE: QT_TRANSLATE_NOOP("mentions", "No certain date"),
    TimexType.TIME: QT_TRANSLATE_NOOP("mentions", "No certain time"),
    TimexType.DURATION: QT_TRANSLATE_NOOP("mentions", "A length of time"),
    TimexType.SET: QT_TRANSLATE_NOOP("mentions", "Again and again"),
}
NOT_KNOWN = QT_TRANSLATE_NOOP("mentions", "Day of publication not known: give it in the source.")
COUNTED_WITHOUT = QT_TRANSLATE_NOOP("mentions", "Counted without the day of publication: give it in the source.")
TODAY = QT_TRANSLATE_NOOP("mentions", "“today” is {date}")
NO_TODAY = QT_TRANSLATE_NOOP("mentions", "day of publication not known")
_LONGEST = 60


def _say(text: str) -> str:
    return QCoreApplication.translate("mentions", text)


def mention_title(mention: DateMention) -> str:
    """ "21 January 2024"; what sort of words they are where they give no date."""
    return format_date(mention.date) if mention.date is not None else _say(NO_DATES[mention.timex_type])


def mention_hint(mention: DateMention) -> str:
    """ "Sunday", "day not known"; "" where nothing is to be added."""
    return format_hint(mention.date) if mention.date is not None else ""


def mention_words(mention: DateMention) -> str:
    """The words themselves, on one line and not too long."""
    return shorten(" ".join(mention.text.split()), _LONGEST)


def reason_text(mention: DateMention) -> str:
    """Why the words mean it, as a sentence without its full stop."""
    # With the reader of dates, which nobody waits for at the start.
    from dates import explain_mention  # noqa: PLC0415

    said = explain_mention(mention)
    return said[:1].upper() + said[1:]


def missing_text(mention: DateMention, published: UncertainDate) -> str:
    """What would make the date certain: the day of publication, where it is not known and the words alone do not tell."""
    is_dated = mention.timex_type in {TimexType.DATE, TimexType.TIME}
    if not is_dated or publication_day(published) is not None:
        return ""
    said = {Basis.NOTHING: NOT_KNOWN, Basis.PREVIOUS: COUNTED_WITHOUT}.get(mention.reason.basis, "")
    return _say(said) if said else ""


def reason_shown(mention: DateMention, published: UncertainDate) -> str:
    """Why the words mean it; "" where nothing is known but what is missing."""
    is_open = mention.reason.basis is Basis.NOTHING and missing_text(mention, published)
    return "" if is_open else reason_text(mention)


def today_text(published: UncertainDate) -> str:
    """What "today" means in a text that was published then."""
    if publication_day(published) is None:
        return _say(NO_TODAY)
    day = UncertainDate(published.edtf[:10])
    return _say(TODAY).replace("{date}", format_date(day))


def mention_sentence(mention: DateMention, published: UncertainDate) -> str:
    """All of it in one line, for those who listen."""
    title = " ".join(part for part in (mention_title(mention), mention_hint(mention)) if part)
    parts = (title, reason_shown(mention, published), missing_text(mention, published))
    return f"“{mention_words(mention)}”: {'. '.join(part.rstrip('.') for part in parts if part)}"

"""Words of the chronology list: one sentence per row for a screen reader."""

from PySide6.QtCore import QCoreApplication

from dates import DateStyle, format_date, format_group, format_hint
from gui.texts import status_text
from models.snapshots import IncidentRow, PeriodGroup


def say(text: str) -> str:
    """`text` in the language of the user."""
    return QCoreApplication.translate("chronology", text)


def group_title(group: PeriodGroup) -> str:
    """The heading of a period."""
    return format_group(group.key)


def group_count(group: PeriodGroup) -> str:
    """ "2 of 19", or "19" when nothing is hidden."""
    if group.count == group.total:
        return str(group.count)
    return say("{shown} of {total}").format(shown=group.count, total=group.total)


def citation_words(row: IncidentRow) -> str:
    """ "3 citations" or "No citation"."""
    if not row.citation_count:
        return say("No citation")
    return say("1 citation") if row.citation_count == 1 else say("{n} citations").format(n=row.citation_count)


def row_sentence(row: IncidentRow) -> str:
    """Everything that a row shows, as one sentence for a screen reader."""
    date = format_date(row.date, DateStyle.LONG)
    hint = format_hint(row.date)
    parts = [f"{date}, {hint}" if hint else date, row.title, status_text(row.status), citation_words(row)]
    if row.contradicting_count:
        parts.append(say("{n} contradicting").format(n=row.contradicting_count))
    if row.place:
        parts.append(row.place)
    if row.tags:
        parts.append(say("tags {names}").format(names=", ".join(tag.name for tag in row.tags)))
    if row.marked:
        parts.append(say("marked as key"))
    return ". ".join(part.strip() for part in parts if part.strip()) + "."


def group_sentence(group: PeriodGroup) -> str:
    """A heading for a screen reader."""
    return say("{period}, {shown} of {total} incidents").format(
        period=group_title(group), shown=group.count, total=group.total
    )

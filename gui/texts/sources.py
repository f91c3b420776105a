"""Sentences about sources and their preserved copies."""

from PySide6.QtCore import QCoreApplication, QLocale

from dates import DateStyle, format_date
from gui.texts import source_type_text
from models.snapshots import CaptureLine, SourceRow

_MAX_SHOWN = 300


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("SourceWords", text, "", count)


def one_line(text: str, limit: int = _MAX_SHOWN) -> str:
    """One line of at most `limit` characters: enough for any list, and never slow to lay out."""
    line = " ".join(text[: limit * 2].split())
    return line if len(line) <= limit and len(text) <= limit * 2 else line[: limit - 1] + "…"


def published_text(row: SourceRow) -> str:
    """The day of publication for a list, or ""."""
    return format_date(row.published, DateStyle.SHORT) if row.published.edtf else ""


def byline(row: SourceRow) -> str:
    """Creators · container · published: whatever of it is known."""
    holder = row.container_title or row.publisher
    parts = [one_line(row.creators, 120), one_line(holder, 120), published_text(row)]
    return " · ".join(part for part in parts if part) or source_type_text(row.type)


def cited_text(count: int) -> str:
    """How often a source is cited, in the list's words."""
    return _tr("cited {count}×").format(count=QLocale().toString(count)) if count else _tr("not cited yet")


def copies_text(count: int) -> str:
    return _tr("1 preserved copy") if count == 1 else _tr("{count} preserved copies").format(count=count)


def protected_text() -> str:
    return _tr("Protected")


def unconfirmed_text() -> str:
    """Of a source whose fields were read from its file and that nobody has looked at yet."""
    return _tr("To check")


def describe_row(row: SourceRow) -> str:
    """One sentence for a screen reader."""
    parts = [f"{source_type_text(row.type)}: {one_line(row.title)}", byline(row)]
    if row.protected:
        parts.append(protected_text())
    if row.is_unconfirmed:
        parts.append(_tr("read from a file, not looked at yet"))
    if row.capture_count:
        parts.append(copies_text(row.capture_count))
    parts.append(cited_text(row.citation_count))
    return ", ".join(parts)


def size_text(size: int) -> str:
    """Bytes for people: "14 kB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def capture_title(line: CaptureLine) -> str:
    """What a preserved copy is called in its list."""
    return one_line(line.original_name) if line.original_name else media_text(line.media_type)


def media_text(media_type: str) -> str:
    """A media type for people; unknown ones are shown as they are."""
    known = {
        "text/plain": _tr("Plain text"),
        "text/html": _tr("Web page"),
        "application/pdf": _tr("PDF"),
        "message/rfc822": _tr("E-mail"),
        "multipart/related": _tr("Web page with its pictures"),
        "text/markdown": _tr("Markdown"),
        "text/csv": _tr("Table"),
        "image/jpeg": _tr("Photo"),
        "image/png": _tr("Picture"),
        "application/vnd.oasis.opendocument.text": _tr("OpenDocument text"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _tr("Word document"),
    }
    return known.get(media_type, one_line(media_type, 60))

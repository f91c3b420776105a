"""The words of an export, in the language of the window."""

from dataclasses import fields

from PySide6.QtCore import QCoreApplication

from exporters.labels import Labels
from gui.texts.words import stance_text, status_text
from models.enums import Stance, Status


def export_labels() -> Labels:
    """The record that exporters are handed: every plain text of it translated, the enums by our own tables."""
    plain = {
        item.name: QCoreApplication.translate("exports", item.default)
        for item in fields(Labels)
        if isinstance(item.default, str)
    }
    return Labels(
        **plain,  # type: ignore[arg-type]  # only the fields that are texts
        status={status: status_text(status) for status in Status},
        stance={stance: stance_text(stance) for stance in Stance},
    )

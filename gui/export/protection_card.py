"""Whether protected sources leave the project under their cover, with true counts."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from gui.controls import plain_label
from gui.export.subject import ExportSubject
from gui.icons import pixmap
from gui.overriding import override
from gui.style import GAP_4, GAP_12
from gui.switch import Switch
from gui.theme import theme_of


class ProtectionCard(QFrame):
    """Fact: protection_changed(is on)."""

    protection_changed = Signal(bool)

    def __init__(self, subject: ExportSubject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._subject = subject
        self._shield = QLabel(self)
        self._title = plain_label(self.tr("Protect sources"), "strong", self)
        self._words = plain_label("", "hint", self)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._switch = Switch(self.tr("Protect sources"), self)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP_12 + 2, GAP_12, GAP_12, GAP_12)
        grid.setHorizontalSpacing(GAP_12)
        grid.setVerticalSpacing(GAP_4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._shield, 0, 0)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._switch, 0, 2)
        grid.addWidget(self._words, 1, 1, 1, 2)
        self._switch.toggled.connect(self._on_toggled)

    def show_protection(self, is_on: bool) -> None:
        """Show a choice; announces nothing."""
        was_blocked = self._switch.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._switch.setChecked(is_on)
        self._switch.blockSignals(was_blocked)
        self._show_state()

    def show_subject(self, subject: ExportSubject) -> None:
        """Count the protected sources of other incidents."""
        self._subject = subject
        self._show_state()

    def is_protecting(self) -> bool:
        return self._switch.isChecked()

    def _show_state(self) -> None:
        is_on = self._switch.isChecked()
        exposes = not is_on and self._subject.protected > 0
        name, colour = ("shield-check", "ok") if is_on else ("shield-alert", "bad") if exposes else ("shield", "ink3")
        self._shield.setPixmap(pixmap(name, theme_of(self), colour, size=18, ratio=self.devicePixelRatioF()))
        self._words.setText(self._count_text() if exposes else f"{self._count_text()} {self._machine_text()}")
        self._words.setProperty("role", "error" if exposes else "hint")
        self._words.style().polish(self._words)
        self._switch.setAccessibleDescription(self._words.text())

    def _count_text(self) -> str:
        subject = self._subject
        if not subject.protected:
            return self.tr("No protected source is cited here.")
        counted = self.tr("1 protected source") if subject.protected == 1 else self.tr("{count} protected sources")
        counted = counted.format(count=f"{subject.protected:,}")
        if not self._switch.isChecked():
            return self.tr("{sources}: named in full in this file.").format(sources=counted)
        covered, bare = subject.protected_covered, subject.protected_uncovered
        if not bare:
            return self.tr("{sources}, shown only under cover wording.").format(sources=counted)
        if not covered:
            return self.tr("{sources}, shown only as “a person familiar with the matter”.").format(sources=counted)
        words = self.tr(
            "{sources}: {covered} shown under cover wording, {bare} as “a person familiar with the matter”."
        )
        return words.format(sources=counted, covered=f"{covered:,}", bare=f"{bare:,}")

    def _machine_text(self) -> str:
        return self.tr("No name of this computer, its user or its folders is in the file.")

    def _on_toggled(self, is_on: bool) -> None:
        self._show_state()
        self.protection_changed.emit(is_on)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_state()

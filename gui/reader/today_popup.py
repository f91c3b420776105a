"""What "today" is in a text: the button that says it, and the popup that changes it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dates import UNDATED, UncertainDate
from dates.publication import publication_day
from gui.controls import plain_label, press_by_enter
from gui.fields.date_field import DateField
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import paint_button_frame
from gui.style import GAP_8, GAP_12, HEIGHT_BUTTON
from gui.texts.reading import today_value
from gui.theme import theme_of

_PAD, _MARK, _GAP = 10, 14, 6
_WIDTH = 404


class TodayButton(QAbstractButton):
    """“today” is Tue 23 Jan 2024"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = self.tr("“today” is")
        self._value = ""
        self._fonts = (font(Role.CAPTION), font(Role.CAPTION_MEDIUM, tabular=True))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_today(self, today: UncertainDate) -> None:
        """Say which day it is."""
        self._value = today_value(today)
        self.setAccessibleName(f"{self._label} {self._value}")
        tip = self.tr("The day that “today”, “yesterday” and weekdays are counted from (Ctrl+T)")
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        label, value = (QFontMetrics(used) for used in self._fonts)
        wide = label.horizontalAdvance(self._label) + value.horizontalAdvance(self._value)
        return QSize(wide + 2 * _PAD + 5 + _GAP + _MARK, HEIGHT_BUTTON - 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.hover if self.underMouse() or self.isDown() else theme.surface
        border, edge = (theme.accent, 2) if self.hasFocus() else (theme.line2, 1)
        paint_button_frame(painter, QRectF(self.rect()), ground, border, edge)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        wide = QFontMetrics(self._fonts[0]).horizontalAdvance(self._label)
        painter.setFont(self._fonts[0])
        painter.setPen(theme.ink2)
        painter.drawText(QRectF(_PAD, 0, wide + 2, self.height()), middle, self._label)
        painter.setFont(self._fonts[1])
        painter.setPen(theme.ink)
        painter.drawText(QRectF(_PAD + wide + 5, 0, self.width(), self.height()), middle, self._value)
        box = QRectF(self.width() - _PAD - _MARK + 2, (self.height() - _MARK) / 2, _MARK, _MARK)
        paint_icon(painter, box, "chevron-down", theme.ink3)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.click()
        else:
            super().keyPressEvent(event)


class TodayPopup(QFrame):
    """Takes a day for this reading only, or as the day of publication. Fact: today_chosen(UncertainDate, bool)."""

    today_chosen = Signal(object, bool)

    def __init__(self, today: UncertainDate, published: UncertainDate, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")
        self.setAccessibleName(self.tr("“today” is"))
        self._published = published
        self.field = DateField(self.tr("The day that “today” means"), self)
        self.field.set_date(UncertainDate(today.edtf[:10]) if publication_day(today) else UNDATED)
        hint = plain_label(self.tr("“Today”, “yesterday” and weekdays are counted from this day."), "hint", self)
        hint.setWordWrap(True)
        self.once = QPushButton(self.tr("Only for this reading"), self)
        self.once.setToolTip(self.tr("Nothing is changed in the project (Enter)"))
        self.keep = QPushButton(self.tr("Keep as the day of publication"), self)
        self.keep.setToolTip(self.tr("Write the day into the source"))
        for button in (self.once, self.keep):
            button.setProperty("kind", "small")
        self.keep.setVisible(not read_only)
        self.back = QPushButton(self.tr("Back to the day of publication"), self)
        self.back.setToolTip(self.tr("Count from the day that the source gives"))
        self.back.setProperty("kind", "flat")
        self.back.setVisible(today != published)
        self._lay_out(hint)
        self.once.clicked.connect(self._on_once_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self.field.edited.connect(self._follow)
        self.field.chosen.connect(self._follow)
        self.field.edit.returnPressed.connect(self._on_once_clicked)
        self._follow()
        self.field.setFocus()

    def open_below(self, button: QWidget) -> None:
        """Show it below the button that it belongs to."""
        self._fit()
        self.move(button.mapToGlobal(QPoint(max(-button.x(), button.width() - self.width()), button.height() + 4)))
        self.show()
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        column = self.layout()
        if column is not None:
            column.activate()
            self.setFixedSize(_WIDTH, max(column.heightForWidth(_WIDTH), column.minimumSize().height()))

    def _lay_out(self, hint: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_8)
        buttons.addWidget(self.once)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_12, GAP_12, GAP_12, GAP_12)
        column.setSpacing(GAP_8)
        column.addWidget(self.field)
        column.addWidget(hint)
        column.addLayout(buttons)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def _day(self) -> UncertainDate | None:
        date = self.field.date()
        return UncertainDate(date.edtf) if date is not None and publication_day(date) is not None else None

    def _follow(self) -> None:
        for button in (self.once, self.keep):
            button.setEnabled(self._day() is not None)
        self._fit()

    def _on_once_clicked(self) -> None:
        self._choose(keep=False)

    def _on_keep_clicked(self) -> None:
        self._choose(keep=True)

    def _on_back_clicked(self) -> None:
        self.today_chosen.emit(self._published, False)  # noqa: FBT003 - Qt's own signature
        self.close()

    def _choose(self, *, keep: bool) -> None:
        day = self._day()
        if day is not None:
            self.today_chosen.emit(day, keep)
            self.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(event):
            super().keyPressEvent(event)

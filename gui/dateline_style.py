"""The proxy style over Fusion: focus rings, check boxes, radio buttons, combo boxes and icon sizes.

A module of its own, for the first paint shows none of these: naming what a style draws takes 9 ms before it.
"""

from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QToolButton,
    QWidget,
)

from gui.overriding import override
from gui.style import ICON, RADIUS


def use_dateline_style(application: QApplication) -> None:
    """Let the application draw by DatelineStyle from now on."""
    # Whether it does already cannot be asked of its style, which Qt wraps into one for the style sheet.
    if not isinstance(application.property("dateline_style"), bool):
        application.setStyle(DatelineStyle())
        application.setProperty("dateline_style", True)  # noqa: FBT003 - Qt's own signature


class DatelineStyle(QProxyStyle):
    """Fusion with our focus ring, combo boxes and icon sizes."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in {
            QStyle.PixelMetric.PM_SmallIconSize,
            QStyle.PixelMetric.PM_ButtonIconSize,
            QStyle.PixelMetric.PM_ToolBarIconSize,
        }:
            return ICON
        if metric == QStyle.PixelMetric.PM_SplitterWidth:
            return 1
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        hint_return: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_ItemView_ShowDecorationSelected:
            return 1
        if hint == QStyle.StyleHint.SH_ComboBox_Popup:
            return 0
        if hint == QStyle.StyleHint.SH_ToolTipLabel_Opacity and isinstance(widget, QLabel):
            # A tip asks for this before it has its text, and would take a title with a tag in it for HTML: Qt would
            # fetch the picture that the title names, from another computer if it says so.
            widget.setTextFormat(Qt.TextFormat.PlainText)
        return super().styleHint(hint, option, widget, hint_return)

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            if isinstance(widget, (QPushButton, QToolButton)):
                return  # their border shows the focus
            _draw_frame(painter, option.rect, option.palette.accent().color(), None, 2.0)
            return
        if element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            _draw_check_box(option, painter)
            return
        if element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            _draw_radio_button(option, painter)
            return
        super().drawPrimitive(element, option, painter, widget)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            _draw_combo_box(option, painter)
            return
        super().drawComplexControl(control, option, painter, widget)

    @override
    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        # PySide declares the widget as required, Qt allows none.
        rect = super().subControlRect(control, option, part, cast("QWidget", widget))
        if control == QStyle.ComplexControl.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
            return rect.adjusted(6, 0, -6, 0)
        return rect


def _draw_frame(painter: QPainter, rect: QRect, border: QColor, fill: QColor | None, width: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, width))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    half = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), RADIUS, RADIUS)
    painter.restore()


def _indicator_colours(option: QStyleOption, *, filled: bool) -> tuple[QColor, QColor, QColor]:
    """Border, fill and mark of a check box or radio button."""
    palette = option.palette
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if not option.state & QStyle.StateFlag.State_Enabled:
        return palette.shadow().color(), palette.window().color(), palette.windowText().color()
    accent = palette.accent().color()
    if filled:
        return palette.windowText().color() if focused else accent, accent, palette.base().color()
    # The application's: on a chosen line the style sheet makes a palette of its ground, where no border can be seen.
    return accent if focused else QGuiApplication.palette().dark().color(), palette.base().color(), accent


def _square(option: QStyleOption) -> QRectF:
    side = min(option.rect.width(), option.rect.height(), ICON)
    square = QRectF(0, 0, side - 1, side - 1)
    square.moveCenter(QRectF(option.rect).center())
    return square


def _draw_check_box(option: QStyleOption, painter: QPainter) -> None:
    partly = bool(option.state & QStyle.StateFlag.State_NoChange)
    checked = partly or bool(option.state & QStyle.StateFlag.State_On)
    border, fill, mark = _indicator_colours(option, filled=checked)
    box = _square(option)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(box, 3.5, 3.5)
    if checked:
        tick = QPainterPath(QPointF(0.22, 0.52))
        if not partly:
            tick.lineTo(0.42, 0.72)
        tick.lineTo(0.78, 0.52 if partly else 0.3)
        painter.translate(box.topLeft())
        painter.scale(box.width(), box.height())
        ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(tick, QPen(mark, 0.12, *ends))
    painter.restore()


def _draw_radio_button(option: QStyleOption, painter: QPainter) -> None:
    border, fill, mark = _indicator_colours(option, filled=False)
    circle = _square(option)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 1))
    painter.setBrush(fill)
    painter.drawEllipse(circle)
    if option.state & QStyle.StateFlag.State_On:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        painter.drawEllipse(circle.center(), 4, 4)
    painter.restore()


def _draw_combo_box(option: QStyleOptionComboBox, painter: QPainter) -> None:
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    palette = option.palette
    border = palette.accent().color() if focused else palette.dark().color() if enabled else palette.shadow().color()
    _draw_frame(painter, option.rect, border, palette.base().color(), 2.0 if focused else 1.0)
    centre = QPointF(option.rect.right() - 16, option.rect.center().y() + 0.5)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        centre.setX(option.rect.left() + 16)
    arrow = QPainterPath(centre + QPointF(-4, -2))
    arrow.lineTo(centre + QPointF(0, 2))
    arrow.lineTo(centre + QPointF(4, -2))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(palette.placeholderText().color(), 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPath(arrow)
    painter.restore()

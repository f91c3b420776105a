"""Colours by role, light and dark, and the palette that hands them to Qt. The only module with colour values."""

import os
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

DISABLED = 0.42
"""How strong the ink of what cannot be used is."""


class Theme(NamedTuple):  # a dataclass would take 3 ms of the first paint
    """One colour per role; every text colour reaches 4.5:1 on every surface its role is used on."""

    is_dark: bool
    bg: QColor
    surface: QColor
    sidebar: QColor
    sunken: QColor
    hover: QColor
    selection: QColor
    line: QColor
    line2: QColor
    field: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    onaccent: QColor
    ok: QColor
    ok_soft: QColor
    warn: QColor
    warn_soft: QColor
    bad: QColor
    bad_soft: QColor
    mute: QColor
    mark: QColor
    tags: tuple[QColor, ...]

    def colour(self, role: str) -> QColor:
        """The colour of a role by its name; `tag0`…`tag5` are the tag squares."""
        if role.startswith("tag") and role != "tags":
            return self.tags[int(role[3:]) % len(self.tags)]
        colour = getattr(self, role)
        if not isinstance(colour, QColor):
            raise KeyError(role)
        return colour

    @property
    def scheme(self) -> Qt.ColorScheme:
        return Qt.ColorScheme.Dark if self.is_dark else Qt.ColorScheme.Light


def _colours(*codes: str) -> tuple[QColor, ...]:
    return tuple(QColor(code) for code in codes)


LIGHT = Theme(
    is_dark=False,
    bg=QColor("#FCFBF9"),
    surface=QColor("#FFFFFF"),
    sidebar=QColor("#F4F2EE"),
    sunken=QColor("#EEEBE5"),
    hover=QColor("#F3F1EC"),
    selection=QColor("#E5ECF9"),
    line=QColor("#E6E2DB"),
    line2=QColor("#D6D0C7"),
    field=QColor("#8D867B"),
    ink=QColor("#1D1B19"),
    ink2=QColor("#544F49"),
    ink3=QColor("#686259"),
    accent=QColor("#2850A8"),
    onaccent=QColor("#FFFFFF"),
    ok=QColor("#1A7346"),
    ok_soft=QColor("#E4F1E8"),
    warn=QColor("#8A5700"),
    warn_soft=QColor("#F9EED8"),
    bad=QColor("#B02E2A"),
    bad_soft=QColor("#FAE6E3"),
    mute=QColor("#6B645B"),
    mark=QColor("#FBEEB8"),
    tags=_colours("#B4553A", "#5A6FB0", "#9A5A86", "#7A8450", "#A07A2E", "#6D8790"),
)

DARK = Theme(
    is_dark=True,
    bg=QColor("#1B1A18"),
    surface=QColor("#242320"),
    sidebar=QColor("#151412"),
    sunken=QColor("#2C2A27"),
    hover=QColor("#24221F"),
    selection=QColor("#26314A"),
    line=QColor("#322F2B"),
    line2=QColor("#403C37"),
    field=QColor("#7C756B"),
    ink=QColor("#ECE8E1"),
    ink2=QColor("#BBB5AB"),
    ink3=QColor("#A09A90"),
    accent=QColor("#9BB7FF"),
    onaccent=QColor("#101726"),
    ok=QColor("#67C693"),
    ok_soft=QColor("#1D3327"),
    warn=QColor("#E3AE55"),
    warn_soft=QColor("#3A2E18"),
    bad=QColor("#F2938A"),
    bad_soft=QColor("#42241F"),
    mute=QColor("#A09A90"),
    mark=QColor("#4D4220"),
    tags=_colours("#D0745A", "#8496D2", "#C084AE", "#A3AE74", "#C9A04E", "#8FABB5"),
)


def theme_of(widget: QWidget) -> Theme:
    """The theme that `widget` is shown in. Read it anew on every paint, and on PaletteChange."""
    # The application's palette, not the widget's own: a style sheet replaces the background of the latter.
    return DARK if QApplication.palette(widget).color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def preferred_theme(choice: str = "system") -> Theme:
    """The theme to show: `DATELINE_THEME` first, then the setting (`light`, `dark`), then the system's."""
    wanted = os.environ.get("DATELINE_THEME") or choice
    if wanted in {"light", "dark"}:
        return DARK if wanted == "dark" else LIGHT
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def blend(colour: QColor, alpha: float) -> QColor:
    """`colour` at `alpha` (0–1)."""
    faded = QColor(colour)
    faded.setAlphaF(alpha)
    return faded


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """`colour` over `ground` at `share` (0–1), as one colour that hides what is below it."""
    red, green, blue = (
        round((1 - share) * below + share * above)
        for below, above in (
            (ground.red(), colour.red()),
            (ground.green(), colour.green()),
            (ground.blue(), colour.blue()),
        )
    )
    return QColor(red, green, blue)


def make_palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme, disabled colours included."""
    roles = QPalette.ColorRole
    palette = QPalette()
    wanted = {
        roles.Window: theme.sidebar,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.bg,
        roles.Button: theme.surface,
        roles.Text: theme.ink,
        roles.WindowText: theme.ink,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.bad,
        roles.PlaceholderText: theme.ink3,
        roles.Light: theme.surface,
        roles.Midlight: theme.hover,
        roles.Mid: theme.line,
        roles.Dark: theme.field,
        roles.Shadow: theme.line2,
        roles.Highlight: theme.selection,
        roles.HighlightedText: theme.ink,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.ToolTipBase: theme.surface,
        roles.ToolTipText: theme.ink,
    }
    for role, colour in wanted.items():
        palette.setColor(role, colour)
    for role in (roles.Text, roles.WindowText, roles.ButtonText, roles.HighlightedText, roles.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, blend(wanted[role], DISABLED))
    return palette

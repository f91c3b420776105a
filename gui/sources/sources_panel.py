"""The sources of a project beside the editor of one of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from gui.notices import Notices
from gui.sources.loaders import SourceLoaders
from gui.sources.source_editor import SourceEditor
from gui.sources.source_list_panel import SourceListPanel
from gui.style import WIDTH_INSPECTOR, WIDTH_INSPECTOR_MIN

_LIST_MIN = 300


class SourcesPanel(QSplitter):
    """Holds `source_list` and `editor`; both speak for themselves."""

    def __init__(self, loaders: SourceLoaders, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.source_list = SourceListPanel(loaders.fetch_rows, self)
        self.editor = SourceEditor(loaders, notices, self)
        self.source_list.setMinimumWidth(_LIST_MIN)
        self.editor.setMinimumWidth(WIDTH_INSPECTOR_MIN)
        self.addWidget(self.source_list)
        self.addWidget(self.editor)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([WIDTH_INSPECTOR * 2, WIDTH_INSPECTOR])
        self.setCollapsible(0, False)  # noqa: FBT003 - Qt's own signature
        self.setChildrenCollapsible(True)

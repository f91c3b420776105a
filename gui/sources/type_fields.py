"""The fields that a type of source has beside title, names, dates and addresses."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.line_field import LineField
from gui.sources.csl_fields import OWN_FIELDS, fields_for, label_for
from gui.sources.labelled_field import LabelledField
from gui.sources.tab_order import insert_stops
from gui.style import GAP_8
from models.enums import SourceType


class _VariableField(LineField):
    """A line that knows which CSL variable it holds."""

    variable_edited = Signal(str)

    def __init__(self, variable: str, parent: QWidget) -> None:
        # Only the line is moved in the tab order; a proxy left behind would lead Tab to it a second time.
        super().__init__(variable, variable, parent, hands_focus_on=False)
        self.edited.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.variable_edited.emit(self.name)


class TypeFields(QWidget):
    """Shows the variables of one type. Fact: field_edited(name of the draft's field: "publisher", "fields"…)."""

    field_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, tuple[LabelledField, _VariableField]] = {}
        self._shown: tuple[str, ...] = ()
        self._read_only = False
        self._anchor: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP_8)

    def set_anchor(self, anchor: QWidget) -> None:
        """What Tab leaves before it comes to these fields."""
        self._anchor = anchor

    def show_type(self, source_type: SourceType) -> None:
        """Show the fields of a type; what is typed stays, also where the type has no such field."""
        wanted = fields_for(source_type, self.values())
        for variable in self._shown:
            row, _ = self._rows[variable]
            self._layout.removeWidget(row)
            row.setVisible(variable in wanted)
        for variable in wanted:
            row, field = self._row(variable)
            row.set_caption(label_for(variable, source_type))
            field.line.setAccessibleName(label_for(variable, source_type))
            self._layout.addWidget(row)
            row.show()
        self._shown = wanted
        insert_stops(self._anchor, self.stops())

    def show_values(self, source_type: SourceType, values: Mapping[str, str]) -> None:
        """Show a source's values (CSL name -> text) in the fields of its type."""
        for variable, (_, field) in self._rows.items():
            field.show_value(values.get(variable, ""))
        for variable, text in values.items():
            self._row(variable)[1].show_value(text)
        self.show_type(source_type)

    def values(self) -> dict[str, str]:
        """Every variable that holds a value (CSL name -> text), the source's own among them."""
        return {variable: field.value() for variable, (_, field) in self._rows.items() if field.value().strip()}

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [self._rows[variable][1].line for variable in self._shown]

    def value_of(self, name: str) -> object:
        """The value of a draft's field: "container_title", "publisher", or "fields" as a dictionary."""
        values = self.values()
        if name == "fields":
            return {variable: text for variable, text in values.items() if variable not in OWN_FIELDS}
        return next((values.get(variable, "") for variable, own in OWN_FIELDS.items() if own == name), "")

    def show_problem(self, name: str, text: str) -> None:
        """Say what is wrong with a field by the draft's name of it ("publisher", "fields.volume"); "" takes it back."""
        own = {draft_name: variable for variable, draft_name in OWN_FIELDS.items()}
        for variable, (_, field) in self._rows.items():
            if variable == own.get(name, name.removeprefix("fields.")) or (name == "fields" and not text):
                field.show_problem(text)

    def show_unconfirmed(self, names: Collection[str]) -> None:
        """Mark the fields that hold something that was read from a file, by the draft's names of them."""
        held = self.values()
        for variable, (row, _) in self._rows.items():
            row.set_unconfirmed(variable in held and OWN_FIELDS.get(variable, "fields") in names)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for _, field in self._rows.values():
            field.set_read_only(read_only)

    def _row(self, variable: str) -> tuple[LabelledField, _VariableField]:
        if variable not in self._rows:
            field = _VariableField(variable, self)
            field.variable_edited.connect(self._on_variable_edited)
            field.set_read_only(self._read_only)
            self._rows[variable] = (LabelledField(variable, field, self), field)
        return self._rows[variable]

    def _on_variable_edited(self, variable: str) -> None:
        self.field_edited.emit(OWN_FIELDS.get(variable, "fields"))

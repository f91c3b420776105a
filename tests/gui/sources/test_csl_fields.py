"""The table of fields per type: whole, and in words."""

import pytest

from gui.icons import icon
from gui.sources.csl_fields import FIELDS, TYPE_GROUPS, TYPE_ICONS, fields_for, label_for, roles_for
from gui.theme import LIGHT
from models.enums import CreatorRole, SourceType


@pytest.mark.parametrize("source_type", SourceType)
def test_every_type_has_fields_with_words_and_an_icon(source_type: SourceType, qapp: object) -> None:
    assert FIELDS[source_type]
    assert len(set(FIELDS[source_type])) == len(FIELDS[source_type])
    labels = [label_for(variable, source_type) for variable in FIELDS[source_type]]
    assert all(
        label and label != variable
        for label, variable in zip(labels, FIELDS[source_type], strict=True)
        if variable not in {"DOI", "ISBN", "ISSN"}
    )
    assert len(set(labels)) == len(labels)
    assert not icon(TYPE_ICONS[source_type], LIGHT).isNull()
    assert set(roles_for(source_type)) == set(CreatorRole)


def test_every_type_is_in_one_group() -> None:
    listed = [source_type for _, types in TYPE_GROUPS for source_type in types]
    assert sorted(listed) == sorted(SourceType)


def test_fields_with_a_value_are_never_hidden() -> None:
    shown = fields_for(SourceType.LEGAL_CASE, {"DOI": "10.1/x", "x-unknown": "kept", "volume": ""})
    assert shown[-2:] == ("DOI", "x-unknown")
    assert shown.count("volume") == 1

"""Who started a change, and which fields it wrote: the initiator that the incident controller hands to services."""

from dataclasses import dataclass

# Fields that move an incident in the list or change its heading.
ORDERING = frozenset({"date"})


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """An edit typed in the inspector; the list shows it without being listed anew unless the order may differ."""

    fields: frozenset[str]

    @property
    def may_reorder(self) -> bool:
        return bool(self.fields & ORDERING)

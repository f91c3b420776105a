"""What was typed and could not be stored, while another incident is on screen."""

from collections.abc import Mapping

from models.drafts import IncidentPatch

# Stands in for an id where texts of a new incident wait that has no title yet.
NEW = 0


class KeptTexts:
    """By incident, `NEW` for the one that has no id yet: the texts as typed, and what of them only the store refused."""

    def __init__(self) -> None:
        self._texts: dict[int, Mapping[str, object]] = {}
        self._refused: dict[int, IncidentPatch] = {}

    def keep(self, incident_id: int, texts: Mapping[str, object], refused: IncidentPatch | None) -> None:
        """Remember the texts of an incident that is left."""
        if texts:
            self._texts[incident_id] = texts
        if refused is not None and incident_id != NEW:
            self._refused[incident_id] = refused

    def take(self, incident_id: int) -> Mapping[str, object]:
        """The texts of an incident that is shown again, to be put into its fields."""
        self._refused.pop(incident_id, None)
        return self._texts.pop(incident_id, {})

    def refused(self) -> dict[int, IncidentPatch]:
        """What is valid and waits to be stored, by incident."""
        return dict(self._refused)

    def drop_refused(self, incident_id: int) -> None:
        """It is stored; what is not even valid stays here."""
        stored = self._refused.pop(incident_id).given()
        self._texts[incident_id] = {
            name: text for name, text in self._texts.get(incident_id, {}).items() if name not in stored
        }

    def forget(self) -> None:
        """The project is closed: its ids mean other incidents in the next one."""
        self._texts.clear()
        self._refused.clear()

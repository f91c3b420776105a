"""How the timeline reads words: of what is on screen, when it is there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from gui.timeline.scene import Titles
from models.snapshots import IncidentCard
from services.captions import Caption

_MOST = 4000


def _no_captions(_ids: Sequence[int]) -> Mapping[int, Caption]:
    return {}


def _no_card(_incident_id: int) -> IncidentCard | None:
    return None


@dataclass(frozen=True, slots=True)
class TimelineLoaders:
    """`card` gives None for an incident that is gone. Without arguments there are no words."""

    captions: Titles = _no_captions
    card: Callable[[int], IncidentCard | None] = _no_card


class CaptionCache:
    """Captions that were read stay until their incidents change; the oldest go where there are too many."""

    def __init__(self, read: Titles) -> None:
        self._read = read
        self._kept: dict[int, Caption] = {}

    def __call__(self, ids: Sequence[int]) -> Mapping[int, Caption]:
        """Captions of these; of an incident that is gone there is none."""
        missing = [each for each in ids if each not in self._kept]
        if missing:
            if len(self._kept) + len(missing) > _MOST:
                for each in list(self._kept)[: _MOST // 2]:
                    del self._kept[each]
                missing = [each for each in ids if each not in self._kept]
            self._kept.update(self._read(missing))
        return {each: self._kept[each] for each in ids if each in self._kept}

    def forget(self, ids: Collection[int]) -> None:
        """Read these anew when they are next shown."""
        for each in ids:
            self._kept.pop(each, None)

    def clear(self) -> None:
        """Read all anew."""
        self._kept.clear()

"""What a benchmark hands back: a value, what it was measured against in the same run, and the ratio of the two."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """`value` in `unit`; `peer` names the other side and is empty for a plain figure; `ratio` is ours to the peer's.

    `target` is the largest ratio (or value, without a peer) that passes, `least` the smallest value; 0 asks nothing.
    """

    name: str
    value: float
    unit: str
    peer: str = ""
    ratio: float = 0.0
    target: float = 0.0
    least: float = 0.0

    @property
    def passes(self) -> bool:
        largest = self.ratio if self.peer else self.value
        return self.value >= self.least and (not self.target or largest <= self.target)

"""What a byte tells of an incident: marked, uncited, and what its citations do to it."""

from collections.abc import Mapping
from enum import IntFlag

from models.enums import Stance


class Flag(IntFlag):
    """The stances are those of citations by sources that are not in the bin."""

    MARKED = 1
    UNCITED = 2
    DIFFERING = 4
    SUPPORTED = 8
    QUALIFIED = 16
    IN_CONTEXT = 32


STANCE_FLAGS: Mapping[Stance, Flag] = {
    Stance.CONTRADICTS: Flag.DIFFERING,
    Stance.SUPPORTS: Flag.SUPPORTED,
    Stance.QUALIFIES: Flag.QUALIFIED,
    Stance.CONTEXT: Flag.IN_CONTEXT,
}
STANCES = " + ".join(f"max(c.stance = '{stance.value}') * {int(flag)}" for stance, flag in STANCE_FLAGS.items())
"""As SQL over citations `c`; NULL where there are none."""

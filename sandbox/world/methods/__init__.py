"""The Bot API's methods, one file per noun, gathered into one table."""

from collections.abc import Callable
from typing import TypeAlias

from sandbox.world.methods import commands, edits, files, messages, presses, profile
from sandbox.world.params import Params
from sandbox.world.state import State

Method: TypeAlias = Callable[[State, Params], object]

METHODS: dict[str, Method] = {
    **messages.METHODS,
    **edits.METHODS,
    **files.METHODS,
    **presses.METHODS,
    **commands.METHODS,
    **profile.METHODS,
}
"""By the name as the documentation spells it."""

SPELLING = {name.lower(): name for name in (*METHODS, "getUpdates")}
"""Any case is taken; the log keeps the documented spelling."""

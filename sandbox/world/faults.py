"""Troubles that a test or a curious person orders in advance."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.world.errors import ApiError, HtmlAnswer, LostAnswer, NotArrived

DOWNLOAD = "download"
"""As a fault's method: a file's content, asked for by the path that getFile has given."""


class FaultKind(StrEnum):
    """What goes wrong.

    REFUSE answers with the given code and words, HTML with a gateway's page of the given code; LOST_ANSWER
    lets the effect happen and drops the answer; NOT_ARRIVED fails before any effect; HANG waits the given
    seconds and then goes on as usual.
    """

    REFUSE = "refuse"
    HTML = "html"
    LOST_ANSWER = "lost_answer"
    NOT_ARRIVED = "not_arrived"
    HANG = "hang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One ordered trouble; `times=None` means until cleared. Without a method it spares getUpdates and downloads."""

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    code: int = 500
    description: str = "Internal Server Error"
    parameters: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    def fits(self, method: str, chat_id: int | None) -> bool:
        """Whether this call is the one that shall suffer."""
        if self.chat_id not in (None, chat_id):
            return False
        if self.method is None:
            return method not in {"getUpdates", DOWNLOAD}
        return self.method.lower() == method.lower()

    async def before(self) -> None:
        """Fail or delay the call before it has any effect, when the kind says so."""
        if self.kind is FaultKind.HANG:
            await asyncio.sleep(self.seconds)
        if self.kind is FaultKind.REFUSE:
            raise ApiError(self.code, self.description, self.parameters)
        if self.kind is FaultKind.HTML:
            raise HtmlAnswer(self.code)
        if self.kind is FaultKind.NOT_ARRIVED:
            raise NotArrived

    def after(self) -> None:
        """Fail the call after its effect, when the kind says so."""
        if self.kind is FaultKind.LOST_ANSWER:
            raise LostAnswer


class Faults:
    """The faults still to come, in the order they were added."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Fault, int | None]] = []

    def add(self, fault: Fault) -> None:
        """Order a trouble."""
        self._waiting.append((fault, fault.times))

    def clear(self) -> None:
        """Peace from now on."""
        self._waiting.clear()

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The first fault that fits this call; it is used up by one."""
        for index, (fault, left) in enumerate(self._waiting):
            if fault.fits(method, chat_id):
                if left is None:
                    return fault
                if left > 1:
                    self._waiting[index] = (fault, left - 1)
                else:
                    del self._waiting[index]
                return fault
        return None

    @property
    def waiting(self) -> int:
        """How many orders have not been used up."""
        return len(self._waiting)

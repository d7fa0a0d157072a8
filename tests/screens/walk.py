"""Somebody opens whatever their screens offer, until nothing new is offered."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.presses import Go, Meant, Spot, pack, unpack
from mentoring.notices import Notice
from sandbox.world import Message
from tests.cast import Person

LONGEST_TITLE = 80
OF_A_SPOT = 3  # openings: other things of the same kind have other buttons


@dataclass(frozen=True, slots=True)
class Seen:
    """One screen, as the person saw it first, or a notice of this kind."""

    what: Spot | Notice
    message: Message
    who: str

    @property
    def title(self) -> str:
        """Its first words."""
        first = next(line for line in self.message.text.split("\n") if line.strip())
        return first if len(first) <= LONGEST_TITLE else f"{first[:LONGEST_TITLE].rstrip()}…"


async def walk(person: Person, who: str, *, beginning: Sequence[str]) -> list[Seen]:
    """Breadth first from what these words open: what is found soon is what people use."""
    seen: dict[Spot, Seen] = {}
    opened: Counter[Spot] = Counter()
    waiting: list[str] = []
    if not beginning:  # what their story ended with
        waiting += _offered(person.screen)
    for word in beginning:
        await person.says(word)
        waiting += _offered(person.screen)
    pressed = set()
    while waiting:
        data = waiting.pop(0)
        go = _go(data)
        if go is None or data in pressed or opened[go.to] >= OF_A_SPOT:
            continue
        pressed.add(data)
        opened[go.to] += 1
        await person.presses_data(data)
        screen = person.screen
        if go.to not in seen and screen.text:
            seen[go.to] = Seen(go.to, screen, who)
        waiting += _offered(screen)
    return list(seen.values())


async def opened(person: Person, who: str, spots: Sequence[Go]) -> list[Seen]:
    """Screens that no button of now leads to: an old button would. What is only refused is no screen."""
    seen = []
    for go in spots:
        before, toast = person.screen, person.toast
        await person.presses_data(pack(go))
        if person.screen != before and person.toast in ("", toast):
            seen.append(Seen(go.to, person.screen, who))
    return seen


def _offered(message: Message) -> Iterator[str]:
    return (button.data for button in message.buttons if button.data and _go(button.data))


def _go(data: str) -> Go | None:
    press = unpack(data)
    inner = press.press if isinstance(press, Meant) else press
    return inner if isinstance(inner, Go) else None

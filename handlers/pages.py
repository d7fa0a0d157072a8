"""Lists by pages: what stands on each, and the two buttons that turn them."""

from collections.abc import Iterable

from handlers.effects import Button, Rows
from handlers.presses import Spot, go
from handlers.texts import common


def turns(spot: Spot, id_: int, number: int, pages: int, *, first: int = 0, argument: str = "") -> Rows:
    """«Раньше» and «Ещё» in one line, nothing for a single page; `first` is what the press calls the first page."""
    turned: list[Button] = []
    if number:
        turned.append(go(common.EARLIER, spot, id_, number - 1 + first, argument))
    if number + 1 < pages:
        turned.append(go(common.FURTHER, spot, id_, number + 1 + first, argument))
    return (tuple(turned),) if turned else ()


def parts(lines: Iterable[str], room: int) -> list[list[str]]:
    """The lines in as many pages as it takes, at least one."""
    found: list[list[str]] = [[]]
    for line in lines:
        if found[-1] and sum(len(each) + 1 for each in found[-1]) + len(line) > room:
            found.append([])
        found[-1].append(line)
    return found

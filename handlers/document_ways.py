"""Where a document that did not come is ordered again."""

from collections.abc import Mapping
from typing import Any

from handlers.effects import Button
from handlers.presses import Spot, go
from mentoring.access import Member
from storage.vocabulary.documents import DocumentKind

_ABOUT: Mapping[DocumentKind, Spot] = {
    DocumentKind.PROGRAMME: Spot.MY_PROGRAMME,
    DocumentKind.PROGRAMME_REPORT: Spot.MY_PROGRAMME,
    DocumentKind.PROTOCOL_SESSION: Spot.MINUTES,
    DocumentKind.PROTOCOL_ROUND_TABLE: Spot.MINUTES,
    DocumentKind.REGISTRATION_SHEET: Spot.GATHERING,
}


def again(label: str, member: Member, task: Mapping[str, Any]) -> Button:
    """The screen of the thing itself; of what is the whole school's a coordinator's list, or one's own pair."""
    place = _ABOUT.get(DocumentKind(task["kind"]))
    if place:
        return go(label, place, int(task["about"]))
    return go(label, Spot.DOCUMENTS if member.coordinates else Spot.MY_PAIRS)

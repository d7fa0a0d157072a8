"""An author is erased: their cards go with them.

A card is published by a consent of its own, and it ends with the consent to the processing of data. So a card stays
only where its author has said so, where it may be shown, and where no word of it looks like the author's name; then
it is nobody's.
"""

from mentoring.practices.model import texts
from mentoring.rules import practices as rules
from storage import practices
from storage.people import Person
from storage.practices import CardRow
from storage.tx import Tx
from storage.vocabulary.practices import CardState, Publish


async def forget_person(tx: Tx, person: Person) -> None:
    for card in await practices.by_author(tx, person.id):
        if _may_stay(card, person.full_name):
            await practices.let_go(tx, card.id)
    await practices.forget_person(tx, person.id)


def _may_stay(card: CardRow, full_name: str) -> bool:
    shown = card.state is CardState.ACCEPTED and card.publish is not Publish.NEVER
    return shown and card.stays and not rules.holds_name(texts(card), full_name)

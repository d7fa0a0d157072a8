"""The psychologist's list: who has signed up and when; it is the first screen of whoever is only that."""

from handlers.effects import Screen, column
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import menu as labels
from handlers.texts import referrals as words
from mentoring import support
from mentoring.access import Member
from storage.tx import Tx
from storage.vocabulary.pairs import SupportState

PAGE = 8


async def page(tx: Tx, member: Member, number: int = 0) -> Screen:
    everybody = await support.referrals(tx, member)
    pages = max(1, -(-len(everybody) // PAGE))
    number = min(max(number, 0), pages - 1)
    shown = everybody[number * PAGE : (number + 1) * PAGE]
    wanted = (each for each in shown if each.state is SupportState.WANTED)
    has_menu = member.consented or member.coordinates or member.reads_summary
    further = go(common.MENU, Spot.MENU) if has_menu else go(labels.OWN, Spot.OWN_MENU)
    return Screen(
        words.page(shown, number, pages),
        (
            *column(*(go(words.label(each), Spot.REFERRAL, each.id) for each in wanted)),
            *turns(Spot.REFERRALS, 0, number, pages),
            *column(further, go(labels.HELP, Spot.HELP)),
        ),
    )


async def one(tx: Tx, member: Member, note_id: int) -> Screen | None:
    """None when they have signed off, or it is marked."""
    found = await support.referral(tx, member, note_id)
    if found is None or found.state is not SupportState.WANTED:
        return None
    return Screen(
        words.one(found), column(act(words.HELD, Deed.REFERRAL_HELD, note_id), go(common.BACK, Spot.REFERRALS))
    )

"""«Отозвать согласие»: asked once, with the consequences, from wherever it begins."""

from handlers.effects import Effects, Screen, column
from handlers.presses import Deed, Spot, act, go, meant_for
from handlers.texts import arrivals as words
from handlers.texts import common
from handlers.texts import menu as labels
from mentoring import consent
from mentoring.access import Member
from storage.tx import Tx


async def ask(tx: Tx, member: Member) -> Effects:
    """Whichever school is open when the button is pressed, the consent of this one is meant."""
    alone = await consent.leaves_school_alone(tx, member)
    buttons = column(act(labels.WITHDRAW, Deed.WITHDRAW), go(common.BACK, Spot.MY_DATA))
    return meant_for(member.person_id, Screen(words.withdraw_ask(alone=alone), buttons))

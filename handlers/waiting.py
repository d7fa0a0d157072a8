"""Who came by the staff room's link, or knocked: until a coordinator lets them in, they decide about themselves."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import strays
from handlers.access import Waiting, word_of
from handlers.presses import Act, Deed, Go, Press, Spot
from handlers.texts import menu as words

# Consent and its buttons are heard before, and a dialog's own.
_OPEN = frozenset(
    {
        *(Spot.MENU, Spot.HELP, Spot.CONTACT, Spot.MY_DATA, Spot.WITHDRAW, Spot.ASK, Spot.OWN_NAME, Spot.PAUSE),
        *(Spot.SCHOOLS, Spot.PUT_OFF, Spot.OWN_MENU),
    }
)
_DONE = frozenset(
    {
        *(Deed.WITHDRAW, Deed.WITHDRAWAL_FORM, Deed.OWN_DATA, Deed.PAUSE_DAYS, Deed.UNPAUSE, Deed.SWITCH_SCHOOL),
        *(Deed.ANNOUNCEMENT_READ, Deed.PUT_OFF),
    }
)
_SAID = frozenset({"отмена", *words.PAUSES})


def presses_router() -> Router:
    presses = Router(name="waiting_presses")
    presses.callback_query.register(strays.on_press, Waiting(), Beyond())
    return presses


def words_router() -> Router:
    """After the dialogs: what is typed there is an answer."""
    said = Router(name="waiting_words")
    said.message.register(strays.on_message, Waiting(), SaidBeyond())
    return said


class Beyond(Filter):
    """Of the programme, of which nothing is shown to whoever may be anybody."""

    async def __call__(self, _event: CallbackQuery, press: Press | None) -> bool:
        match press:
            case Go(to):
                return to not in _OPEN
            case Act(deed):
                return deed not in _DONE
        return False


class SaidBeyond(Filter):
    """Commands lead whoever has no right to them back to where they are."""

    async def __call__(self, event: Message) -> bool:
        said = word_of(event)
        return not said.startswith("/") and said not in _SAID

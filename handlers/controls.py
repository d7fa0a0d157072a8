"""A button's label that is typed counts as the press: «Назад», «Пропустить», «Отправить» are no answers."""

from aiogram.filters import Filter
from aiogram.types import Message

from handlers.effects import Button, Effects, Screen, as_list
from handlers.presses import Meant, Press, unpack
from handlers.texts import common, filling
from mentoring.rules.text import fold


def _plain(label: str) -> str:
    """As it is compared: the arrows of pages are drawn, not said."""
    return fold(label).strip("◀▶ ")


_WORDS = frozenset(
    _plain(label)
    for label in (
        common.START,
        common.GO_ON,
        common.BEGIN_ANEW,
        common.BACK,
        common.SKIP,
        common.RATHER_NOT_SAY,
        common.DONE,
        common.CHANGE,
        common.SEND,
        common.LATER,
        common.ASK_COORDINATOR,
        common.CANCEL,
        common.EARLIER,
        common.FURTHER,
        filling.RIGHT,
        filling.SPECIFY,
    )
)
# What people type for a button that is called otherwise, in the order in which it is looked for.
_ALSO = {
    "отмена": (common.CANCEL, common.LATER),
    "дальше": (common.NEXT, common.FURTHER),
    "уточнить": (filling.SPECIFY,),
}


class Control(Filter):
    """A word of the buttons under a dialog, never of its answers."""

    async def __call__(self, event: Message) -> bool:
        typed = _typed(event)
        return typed in _WORDS or typed in _ALSO or _is_change(typed)


def press_of(message: Message, effects: Effects) -> Press | None:
    """The press that the text names on this screen; None when there is no such button on it."""
    typed = _typed(message)
    wanted = [_plain(label) for label in _ALSO.get(typed, ())] or [typed]
    rows = [row for screen in as_list(effects) if isinstance(screen, Screen) for row in screen.buttons]
    found = next((each for label in wanted for row in rows for each in row if _names(label, each)), None)
    press = unpack(found.data) if found else None
    return press.press if isinstance(press, Meant) else press


def _typed(message: Message) -> str:
    return _plain(message.text or "")


def _names(typed: str, button: Button) -> bool:
    """«Готово» names «Готово (2)», «Изменить 3» names «Изменить 3: …»."""
    label = _plain(button.label)
    return typed in (label, label.partition(" (")[0], label.partition(":")[0])


def _is_change(typed: str) -> bool:
    verb, _, number = typed.partition(" ")
    return verb == fold(common.CHANGE) and number.isdecimal()

"""«Точно?»: what cannot be taken back is asked once, by the same deed; its second press says that it was read."""

from dataclasses import replace

from handlers.effects import Button, Screen, column
from handlers.presses import Act, button

_SURE = "!"


def ask(text: str, label: str, press: Act, back: Button) -> Screen:
    """The same press, sure now."""
    return Screen(text, column(button(label, replace(press, argument=f"{press.argument}{_SURE}")), back))


def is_sure(press: Act) -> bool:
    return press.argument.endswith(_SURE)


def argument(press: Act) -> str:
    """What the press says beside being sure."""
    return press.argument.removesuffix(_SURE)

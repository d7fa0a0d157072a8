"""A file with everybody's names and answers is made after a second look: how many stand in it, who hears of it."""

from handlers.effects import Button, Screen, column
from handlers.presses import Act, button
from handlers.texts import exports as words
from mentoring.access import Member


def ask(member: Member, what: str, people: int, *, act: Act, back: Button) -> Screen:
    """`act` carries the number that is shown: with another one it asks again."""
    return Screen(words.ask(what, people, member.privacy), column(button(words.yes(people), act), back))

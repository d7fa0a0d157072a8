"""The psychologist's list: names and days, nothing else."""

from collections.abc import Sequence

from handlers.texts.common import full_day, label_of, pages, people, safe
from mentoring.rules.names import short_name
from mentoring.support import Referral
from storage.vocabulary.pairs import SupportState

TITLE = "Записи к психологу"
HELD = "Встреча состоялась"


def page(of: Sequence[Referral], number: int, count: int) -> str:
    head = f"<b>{TITLE}</b>"
    if not of:
        return f"{head}\n\nСейчас никто не записан. Записывается каждый сам, направить человека нельзя."
    lines = "\n".join(f"• {_line(each)}" for each in of)
    return f"{head}\n\n{lines}\n\nХранятся только имя и дата.{pages(number, count)}"


def signed_up(count: int) -> str:
    return f"К психологу записались: {people(count)}. Имена и даты только в списке."


def _line(of: Referral) -> str:
    if of.state is SupportState.HELD and of.held_on:
        return f"{safe(of.full_name)}: встреча {full_day(of.held_on)}"
    return f"{safe(of.full_name)}: запись {full_day(of.offered_on)}"


def label(of: Referral) -> str:
    return label_of(short_name(of.full_name))


def one(of: Referral) -> str:
    return f"<b>{TITLE}</b>\n\n{_line(of)}"


def gone() -> str:
    return "Этой записи больше нет: её отменили, или встреча уже отмечена."


def held(*, done: bool) -> str:
    return "Отмечено, сохранена только дата." if done else gone()

"""«Журнал»: who did what to whom and when, by pages and as a workbook."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column
from handlers.pages import turns
from handlers.presses import Deed, Go, Spot, act, go
from handlers.texts import acts as words
from handlers.texts import common
from mentoring import acts, jobs
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from storage.tx import Tx


def router() -> Router:
    journal = Router(name="acts")
    journal.message.filter(Coordinates())
    journal.callback_query.filter(Coordinates())
    journal.message.middleware(put_aside)
    journal.callback_query.middleware(put_aside)
    journal.message.register(on_journal, Says("журнал"))
    journal.callback_query.register(on_journal, Opens(Spot.JOURNAL))
    journal.callback_query.register(on_book, Does(Deed.JOURNAL_BOOK))
    return journal


async def on_journal(_: Message | CallbackQuery, tx: Tx, member: Member, press: Go | None = None) -> Effects:
    shown = await acts.page(tx, member, press.page if press else 0)
    return Screen(
        words.page(shown),
        (
            *turns(Spot.JOURNAL, 0, shown.number, shown.pages),
            *column(act(words.BOOK, Deed.JOURNAL_BOOK), go(common.BACK, Spot.SETTINGS), go(common.MENU, Spot.MENU)),
        ),
    )


async def on_book(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    await jobs.order(tx, member, actor.external_id, Work.JOURNAL, now)
    return Screen(words.ordered(), column(go(words.TITLE, Spot.JOURNAL), go(common.MENU, Spot.MENU)))

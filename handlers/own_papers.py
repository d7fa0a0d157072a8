"""Papers that people take themselves, each only their own: the portfolio, the form that takes a consent back."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers.access import Does, Says
from handlers.effects import Effects, Screen, column
from handlers.participants import with_consent
from handlers.presses import Deed, Spot, go
from handlers.texts import common
from handlers.texts import menu as labels
from handlers.texts import own_papers as words
from mentoring import own_papers
from mentoring.access import Actor, Member
from storage.tx import Tx


def router() -> Router:
    own = Router(name="own_papers")
    own.callback_query.register(on_withdrawal, Does(Deed.WITHDRAWAL_FORM))
    portfolio = Router(name="portfolio")
    portfolio.message.middleware(with_consent)
    portfolio.callback_query.middleware(with_consent)
    portfolio.message.register(on_portfolio, Says(words.PORTFOLIO))
    portfolio.callback_query.register(on_portfolio, Does(Deed.PORTFOLIO))
    own.include_router(portfolio)
    return own


async def on_portfolio(_: Message | CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Nobody's id is in the press: it is always one's own."""
    made = await own_papers.portfolio(tx, member, actor.external_id, now)
    return Screen(
        words.portfolio_ordered() if made else words.nothing_yet(),
        column(go(labels.MY_DATA, Spot.MY_DATA), go(common.MENU, Spot.MENU)),
    )


async def on_withdrawal(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.may_withdraw:
        return await current.where_am_i(tx, actor, now)
    await own_papers.withdrawal(tx, member, actor.external_id, now)
    return Screen(
        words.withdrawal_ordered(),
        column(
            go(labels.WITHDRAW, Spot.WITHDRAW),
            go(labels.MY_DATA, Spot.MY_DATA),
            go(common.MENU, Spot.MENU),
        ),
    )

"""«Анкеты»: what the school asks, how to change it in Excel, the versions of before."""

from collections.abc import Sequence
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import draft_screens, monitoring, tallies
from handlers import surveys as survey_screens
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import drafts as draft_words
from handlers.texts import questionnaires as words
from handlers.texts import survey_plans as plan_words
from handlers.texts import surveys as survey_words
from mentoring import drafts, jobs, questionnaires, surveys
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.questionnaires import Card, Invited
from mentoring.surveys import Round
from storage.tx import Tx


def router() -> Router:
    forms = Router(name="questionnaires")
    forms.message.filter(Coordinates())
    forms.callback_query.filter(Coordinates())
    forms.message.middleware(put_aside)
    forms.callback_query.middleware(put_aside)
    forms.message.register(on_list, Says("/forms", "анкеты"))
    forms.callback_query.register(on_list, Opens(Spot.FORMS))
    forms.callback_query.register(on_card, Opens(Spot.FORM))
    forms.callback_query.register(on_how_to_send, Opens(Spot.FORM_SEND))
    forms.callback_query.register(on_file, Does(Deed.FORM_FILE, Deed.FORM_XLSFORM))
    forms.callback_query.register(on_new, Does(Deed.FORM_NEW))
    forms.callback_query.register(on_versions, Opens(Spot.FORM_VERSIONS))
    forms.callback_query.register(on_earlier, Does(Deed.FORM_EARLIER))
    return forms


async def on_list(_: Message | CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await _list(tx, member)


async def _list(tx: Tx, member: Member) -> Screen:
    shown = await questionnaires.listed(tx, member)
    return Screen(
        words.listed(shown),
        column(
            *(go(words.label(each), Spot.FORM, argument=each.form.key) for each in shown),
            go(plan_words.TITLE, Spot.SURVEY_PLANS),
            monitoring.button(),
            act(words.NEW, Deed.FORM_NEW),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_card(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await _card(tx, member, press.argument)


async def _card(tx: Tx, member: Member, key: str) -> Screen:
    """A questionnaire that is not asked yet has a draft only."""
    card = await questionnaires.look(tx, member, key)
    if card is not None:
        rounds = await surveys.rounds(tx, member.school_id, key)
        text = "\n\n".join(
            [words.card(card, member.zone), *(survey_words.state(each, member.zone) for each in rounds[:1])]
        )
        return Screen(text, column(*_acts(card, rounds), *_ways_back()))
    draft = await drafts.of_key(tx, member, key)
    return draft_screens.draft(draft) if draft else _gone(await _list(tx, member))


def _gone(listed: Screen) -> Screen:
    return Screen(f"{words.gone()}\n\n{listed.text}", listed.buttons)


def _acts(card: Card, rounds: Sequence[Round]) -> list[Button]:
    key = card.form.key
    return [
        *_of_rounds(rounds, key),
        *([go(words.DRAFT, Spot.DRAFT, card.draft_id)] if card.draft_id else []),
        *(_asking(card.invited, key) if card.invited else []),
        *([tallies.button(key)] if card.count.submitted else []),
        act(words.DOWNLOAD, Deed.FORM_FILE, argument=key),
        go(words.SEND, Spot.FORM_SEND, argument=key),
        *([go(words.VERSIONS, Spot.FORM_VERSIONS, argument=key)] if card.versions else []),
    ]


def _of_rounds(rounds: Sequence[Round], key: str) -> list[Button]:
    """The way to the newest results that there are."""
    close = [go(survey_words.CLOSE, Spot.SURVEY_CLOSE, argument=key) for each in rounds[:1] if each.is_open]
    return [*close, *[survey_screens.button(each) for each in rounds if not each.is_open][:1]]


def _asking(of: Invited, key: str) -> list[Button]:
    silent = [go(words.silent_button(of.silent), Spot.FORM_SILENT, argument=key)] if of.silent else []
    return [go(words.ASK, Spot.FORM_TICKS, argument=key), *silent]


def _ways_back() -> tuple[Button, ...]:
    return (go(words.TO_LIST, Spot.FORMS), go(common.MENU, Spot.MENU))


async def on_how_to_send(_: CallbackQuery, press: Go) -> Effects:
    return Screen(
        words.how_to_send(),
        column(
            act(words.DOWNLOAD, Deed.FORM_FILE, argument=press.argument),
            act(words.XLSFORM, Deed.FORM_XLSFORM, argument=press.argument),
            go(common.BACK, Spot.FORM, argument=press.argument),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_file(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    card = await questionnaires.look(tx, member, press.argument)
    if card is None:
        return _gone(await _list(tx, member))
    work = Work.FORM_FILE if press.deed is Deed.FORM_FILE else Work.FORM_XLSFORM
    await jobs.order(tx, member, actor.external_id, work, now, form=card.form.key)
    how = go(words.SEND, Spot.FORM_SEND, argument=card.form.key)
    return Screen(
        words.file_ordered(), column(how, go(words.TO_CARD, Spot.FORM, argument=card.form.key), *_ways_back())
    )


async def on_new(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    await jobs.order(tx, member, actor.external_id, Work.FORM_NEW, now)
    return Screen(words.new(), column(*_ways_back()))


async def on_versions(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    card = await questionnaires.look(tx, member, press.argument)
    if card is None:
        return _gone(await _list(tx, member))
    before = [each.version for each in card.versions if each.version != card.form.version][: words.MOST_VERSIONS]
    return Screen(
        words.versions(card, member.zone),
        column(
            *(act(words.earlier(each), Deed.FORM_EARLIER, each, card.form.key) for each in (*before, *_shipped(card))),
            go(words.TO_CARD, Spot.FORM, argument=card.form.key),
        ),
    )


def _shipped(card: Card) -> list[int]:
    """What came with the bot, unless the questionnaire is the school's own invention."""
    return [1] if all(each.version != 1 for each in card.versions) else []


async def on_earlier(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    kept = await drafts.take_earlier(tx, member, press.argument, press.id, now)
    draft = await drafts.of_key(tx, member, press.argument)
    if kept is None or draft is None:
        return (
            with_head(await _card(tx, member, press.argument), draft_words.kept(kept)) if kept else draft_screens.gone()
        )
    return draft_screens.draft(draft)

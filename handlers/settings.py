"""«Настройки»: everything of the school that has a default, changed one by one."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.settings_fields import BACK, FIELDS, field_button
from handlers.texts import acts as act_words
from handlers.texts import common
from handlers.texts import menu as labels
from handlers.texts import school_days as calendar_words
from handlers.texts import settings as words
from handlers.texts import timetables as timetable_words
from mentoring import filling, privacy, schools
from mentoring.access import Actor, Member
from mentoring.schools import DETAILS
from storage.tx import Tx
from storage.vocabulary import Privacy


def router() -> Router:
    settings = Router(name="settings")
    settings.message.filter(Coordinates())
    settings.callback_query.filter(Coordinates())
    settings.message.middleware(put_aside)
    settings.callback_query.middleware(put_aside)
    settings.message.register(on_settings, Says("/settings"))
    settings.callback_query.register(on_settings, Opens(Spot.SETTINGS))
    settings.callback_query.register(on_field, Opens(Spot.SETTINGS_FIELD))
    settings.callback_query.register(on_papers, Opens(Spot.SETTINGS_PAPERS))
    settings.callback_query.register(on_zone_ask, Opens(Spot.SETTINGS_ZONE))
    settings.callback_query.register(on_zone, Does(Deed.SET_ZONE))
    settings.callback_query.register(on_year_ask, Opens(Spot.SETTINGS_YEAR))
    settings.callback_query.register(on_year, Does(Deed.SET_YEAR))
    settings.callback_query.register(on_week_ask, Opens(Spot.SETTINGS_WEEK))
    settings.callback_query.register(on_week, Does(Deed.SET_WEEK))
    settings.callback_query.register(on_privacy_ask, Opens(Spot.SETTINGS_PRIVACY))
    settings.callback_query.register(on_strict, Does(Deed.STRICT))
    settings.callback_query.register(on_not_strict, Does(Deed.NOT_STRICT))
    return settings


async def on_settings(_: Message | CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    return await _screen(tx, actor, member, now)


async def on_field(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if press.id not in range(len(FIELDS)) or press.page not in range(len(BACK)):
        return await _screen(tx, actor, member, now)
    field = FIELDS[press.id]
    form_key = schools.FORMS.get(field, "school_field")
    step = await filling.begin(tx, actor, form_key, now=now, about={"field": field.value, "back": BACK[press.page]})
    known = await schools.field(tx, member, field)
    return with_head(await current.draw(tx, actor, step, now), words.field_ask(field, known))


async def on_papers(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    """What only papers say of the school."""
    known = await schools.details(tx, member.school_id)
    details = [field for field in FIELDS if field in DETAILS]
    return Screen(
        words.for_papers({field: known.get(field, "") for field in details}),
        column(
            *(field_button(words.FIELDS[field], field, Spot.SETTINGS_PAPERS) for field in details),
            go(common.BACK, Spot.SETTINGS),
        ),
    )


async def on_zone_ask(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    shown = await schools.view(tx, member, now)
    zones = (
        act(words.zone_line(zone, local), Deed.SET_ZONE, number)
        for number, (zone, local) in enumerate(schools.zones(now))
    )
    return Screen(words.zone_ask(shown), column(*zones, go(common.BACK, Spot.SETTINGS)))


async def on_zone(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    return await _after(tx, actor, member, now, changed=await schools.change_zone(tx, member, press.id, now))


async def on_year_ask(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    shown = await schools.view(tx, member, now)
    years = (act(words.year(each), Deed.SET_YEAR, each) for each in shown.years)
    return Screen(words.year_ask(shown), column(*years, go(common.BACK, Spot.SETTINGS)))


async def on_year(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    return await _after(tx, actor, member, now, changed=await schools.change_year(tx, member, press.id, now))


async def on_week_ask(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    weeks = (act(label, Deed.SET_WEEK, 0, weekdays) for weekdays, label in words.WEEKS.items())
    shown = await schools.view(tx, member, now)
    return Screen(words.week_ask(shown), column(*weeks, go(common.BACK, Spot.SETTINGS)))


async def on_week(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    return await _after(tx, actor, member, now, changed=await schools.change_week(tx, member, press.argument, now))


async def on_privacy_ask(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    shown = await schools.view(tx, member, now)
    strict = shown.school.privacy is Privacy.STRICT
    other = act(words.NOT_STRICT, Deed.NOT_STRICT) if strict else act(words.STRICT, Deed.STRICT)
    return Screen(words.privacy_ask(shown), column(other, go(common.BACK, Spot.SETTINGS)))


async def on_strict(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Accepted only after a test file was opened on the server: its number is typed in the small form."""
    if member.privacy is Privacy.STRICT:
        return with_head(await _screen(tx, actor, member, now), words.strict_on())
    return await current.draw(tx, actor, await privacy.begin_test(tx, actor, member, now), now)


async def on_not_strict(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    await schools.change_privacy(tx, member, Privacy.NORMAL, now)
    return with_head(await _screen(tx, actor, member, now), words.not_strict())


async def _after(tx: Tx, actor: Actor, member: Member, now: datetime, *, changed: bool) -> Effects:
    screen = await _screen(tx, actor, member, now)
    return with_head(screen, words.changed()) if changed else screen


async def _screen(tx: Tx, actor: Actor, member: Member, now: datetime) -> Screen:
    other_school = [go(labels.SCHOOLS, Spot.SCHOOLS)] if len(actor.members) > 1 else []
    return Screen(
        words.settings(await schools.view(tx, member, now)),
        column(
            *(field_button(label, field) for field, label in words.FIELDS.items() if field not in DETAILS),
            go(words.FOR_PAPERS, Spot.SETTINGS_PAPERS),
            go(words.ZONE, Spot.SETTINGS_ZONE),
            go(words.YEAR, Spot.SETTINGS_YEAR),
            go(words.WEEK, Spot.SETTINGS_WEEK),
            go(words.PRIVACY, Spot.SETTINGS_PRIVACY),
            go(calendar_words.TITLE, Spot.CALENDAR),
            go(timetable_words.TITLE, Spot.TIMETABLE),
            go(act_words.TITLE, Spot.JOURNAL),
            go(labels.MY_DATA, Spot.MY_DATA),
            *other_school,
            go(common.MENU, Spot.MENU),
        ),
    )

"""Materials as they are kept: the coordinator's lists, adding and changing, a mentor's proposals and their answer."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import current, second_looks
from handlers import material_screens as screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, go
from handlers.texts import common
from handlers.texts import materials as words
from mentoring import filling, materials
from mentoring.access import Actor, Member
from mentoring.materials import Arrived, Change
from storage.tx import Tx

PHOTO, VIDEO, SOUND = "Фото.jpg", "Видео.mp4", "Запись.mp3"  # what Telegram sends without a name of its own
_CHANGES = {
    Deed.MATERIAL_AUDIENCE: Change.AUDIENCE,
    Deed.MATERIAL_AREA_IN: Change.AREA_IN,
    Deed.MATERIAL_AREA_OUT: Change.AREA_OUT,
}
_TYPED = {Deed.MATERIAL_TITLE: materials.TITLE_FORM, Deed.MATERIAL_PURPOSE: materials.ABOUT_FORM}


def router() -> Router:
    """The coordinator's own; before those who take any file for a staff list or a roadmap."""
    kept = Router(name="materials")
    kept.callback_query.filter(Coordinates())
    kept.callback_query.middleware(put_aside)
    kept.message.register(on_file, HasDocument(), FileAskedFor())
    kept.callback_query.register(on_areas, Opens(Spot.MATERIALS))
    kept.callback_query.register(on_area, Opens(Spot.MATERIALS_AREA))
    kept.callback_query.register(on_proposed, Opens(Spot.MATERIALS_PROPOSED))
    kept.callback_query.register(on_answer, Does(Deed.MATERIAL_TAKE, Deed.MATERIAL_DECLINE))
    return kept


def shared_router() -> Router:
    """A mentor's too, about their own proposal: each use case looks at whose it is."""
    shared = Router(name="materials_shared")
    shared.callback_query.filter(InSchool())
    shared.callback_query.middleware(put_aside)
    shared.callback_query.register(on_card, Opens(Spot.MATERIAL))
    shared.callback_query.register(on_ticks, Opens(Spot.MATERIAL_AREAS))
    shared.callback_query.register(on_drop_ask, Opens(Spot.MATERIAL_DROP))
    shared.callback_query.register(on_propose, Opens(Spot.SHELF_PROPOSE))
    shared.callback_query.register(on_add, Does(Deed.MATERIAL_LINK, Deed.MATERIAL_FILE))
    shared.callback_query.register(on_change, Does(*_CHANGES))
    shared.callback_query.register(on_type, Does(*_TYPED))
    shared.callback_query.register(on_submit, Does(Deed.MATERIAL_SUBMIT))
    shared.callback_query.register(on_remove, Does(Deed.MATERIAL_REMOVE))
    return shared


def media_router() -> Router:
    """Pictures, videos and sounds while a file is asked for; after those who explain that a picture is no roadmap."""
    media = Router(name="materials_media")
    media.message.register(on_file, FileAskedFor())
    return media


class InSchool(Filter):
    """Somebody of a school, who leads or has consented: before that everything leads to the consent."""

    async def __call__(self, _event: CallbackQuery, member: Member | None) -> bool:
        return member is not None and (member.at_work or (member.consented and not member.coordinates))


class HasDocument(Filter):
    """Sent as a file."""

    async def __call__(self, event: Message) -> bool:
        return event.document is not None


class FileAskedFor(Filter):
    """Any file while «Добавить файл» is open; a voice message is none."""

    async def __call__(self, event: Message, tx: Tx, actor: Actor) -> bool | dict[str, object]:
        sent = _sent(event)
        if sent is None or not await materials.is_file_asked_for(tx, actor):
            return False
        return {"sent": sent}


def _sent(of: Message) -> Arrived | None:
    title = of.caption or ""
    if of.document is not None:
        file = of.document
        return Arrived(file.file_id, file.file_name or "", file.file_size or 0, title)
    if of.photo:
        return Arrived(of.photo[-1].file_id, PHOTO, of.photo[-1].file_size or 0, title)  # the largest comes last
    media = of.video or of.audio
    if media is None:
        return None
    return Arrived(media.file_id, media.file_name or (VIDEO if of.video else SOUND), media.file_size or 0, title)


async def on_file(_: Message, sent: Arrived, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The caption is the title, else the file's own name."""
    area = await materials.area_asked(tx, actor)
    await filling.leave(tx, actor)
    refusal = materials.refused(sent)
    if refusal is not None or sent.size > materials.LARGEST:
        return screens.refused(area, refusal, too_large=refusal is None)
    await materials.arrived(tx, actor, member, sent, area, now)
    return Screen(words.reading(), column(go(common.MENU, Spot.MENU)))


async def on_areas(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await screens.areas(tx, member)


async def on_area(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.area(tx, member, press.argument, press.page)


async def on_proposed(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await screens.proposed(tx, member)


async def on_card(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.card(tx, member, press.id)


async def on_ticks(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.ticks(tx, member, press.id)


async def on_drop_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.drop_ask(tx, member, press.id)


async def on_propose(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.propose(tx, member, press.argument)


async def on_add(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    may = member.coordinates or await materials.may_propose(tx, member)
    if press.argument not in materials.areas() or not may:
        return await screens.start(tx, member, "")
    form_key = materials.LINK_FORM if press.deed is Deed.MATERIAL_LINK else materials.FILE_FORM
    about = {"area": press.argument}
    return await current.draw(tx, actor, await filling.begin(tx, actor, form_key, now=now, about=about), now)


async def on_change(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    changed = await materials.change(tx, member, press.id, _CHANGES[press.deed], press.argument)
    if changed is None:
        return await screens.gone(tx, member)
    of_card = press.deed is Deed.MATERIAL_AUDIENCE
    return await (screens.card(tx, member, press.id) if of_card else screens.ticks(tx, member, press.id))


async def on_type(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if await materials.may_change(tx, member, press.id) is None:
        return await screens.gone(tx, member)
    step = await filling.begin(tx, actor, _TYPED[press.deed], now=now, about={"material": press.id})
    return await current.draw(tx, actor, step, now)


async def on_submit(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await materials.submit(tx, member, press.id, now)
    shown = await screens.card(tx, member, press.id)
    return with_head(shown, words.submitted()) if done else shown


async def on_answer(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    take = press.deed is Deed.MATERIAL_TAKE
    if not take and not second_looks.is_sure(press) and await materials.is_proposed(tx, member, press.id):
        back = go(common.BACK, Spot.MATERIAL, press.id)
        return second_looks.ask(words.decline_ask(), words.DECLINE_YES, press, back)
    done = await materials.answer(tx, member, press.id, now, take=take)
    if done is None:
        return with_head(await screens.proposed(tx, member), words.answered_before())
    if take:
        return with_head(await screens.card(tx, member, press.id), words.taken())
    return with_head(await screens.proposed(tx, member), words.declined())


async def on_remove(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    removed = await materials.remove(tx, member, press.id, now)
    if removed is None:
        return await screens.gone(tx, member)
    if not member.coordinates:
        return with_head(await screens.propose(tx, member, ""), words.removed())
    return with_head(await screens.area(tx, member, removed.areas[0]), words.removed())

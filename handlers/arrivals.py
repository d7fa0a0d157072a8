"""Coming in and giving consent: links, codes, the staff room, the first coordinator, and what follows a form."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import CommandStart, Filter
from aiogram.filters.command import CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import current, menus, own_menu, withdrawal
from handlers.access import Does, HasText, Leads, Opens, Stranger
from handlers.effects import Effects, Screen, as_list, column, with_head
from handlers.presses import Act, Deed, Spot, act, go, meant_for
from handlers.texts import arrivals as words
from handlers.texts import common, errors
from mentoring import access, consent, entrance, filling, knocks, people
from mentoring.access import Actor, Member
from mentoring.entrance import Entrance, WhoAreYou
from mentoring.knocks import Knock
from mentoring.rules import tokens
from storage.tx import Tx
from storage.vocabulary import ConsentDecision


def router() -> Router:
    arrivals = Router(name="arrivals")
    # In one's own chat a command is for this bot, whoever it names; to compare names the library would ask Telegram.
    arrivals.message.register(on_start, CommandStart(ignore_mention=True))
    arrivals.message.register(on_pasted_link, HasText(), PastedLink())
    arrivals.message.register(on_code, HasText(), LooksLikeCode())
    arrivals.callback_query.register(on_sure, Does(Deed.THAT_IS_ME))
    arrivals.callback_query.register(on_knock, Does(Deed.KNOCK))
    arrivals.message.register(on_school_named, Stranger(), HasText(), MayKnock())
    arrivals.message.register(on_stranger, Stranger())
    arrivals.callback_query.register(on_stranger, Stranger())
    arrivals.callback_query.register(on_consent, Opens(Spot.CONSENT))
    arrivals.callback_query.register(on_consent_text, Opens(Spot.CONSENT_TEXT))
    arrivals.callback_query.register(on_agree, Does(Deed.AGREE))
    arrivals.callback_query.register(on_decline, Does(Deed.DECLINE))
    arrivals.callback_query.register(on_contact, Does(Deed.ALLOW_CONTACT, Deed.REFUSE_CONTACT))
    arrivals.callback_query.register(on_notice_full, Opens(Spot.NOTICE_FULL), Leads())
    arrivals.callback_query.register(on_notice_seen, Does(Deed.NOTICE_SEEN), Leads())
    return arrivals


class LooksLikeCode(Stranger):
    """An invitation's code: read from strangers, and from people who are let in to a second school."""

    async def __call__(self, event: Message, member: Member | None) -> bool:  # type: ignore[override]  # aiogram gives a filter what it asks for
        return tokens.looks_like_code(event.text or "") and (
            member is None or tokens.read_code(event.text or "") is not None
        )


class PastedLink(Filter):
    """The whole link, copied into the chat instead of being opened."""

    async def __call__(self, event: Message) -> bool | dict[str, object]:
        token = tokens.pasted_token(event.text or "")
        return {"token": token} if token else False


class MayKnock(Filter):
    """A stranger who has typed wrong codes enough: what they type next may be their school's name."""

    async def __call__(self, _event: Message, tx: Tx, actor: Actor, now: datetime) -> bool:
        return await entrance.has_guessed_enough(tx, actor, now)


async def on_start(_: Message, command: CommandObject, tx: Tx, actor: Actor, now: datetime) -> Effects:
    if command.args:
        # A code is a code wherever it stands: its wrong guesses are counted.
        return await _enter(tx, actor, command.args, now, typed=tokens.looks_like_code(command.args))
    if actor.member is None:
        return Screen(errors.stranger())
    return await current.where_am_i(tx, actor, now)


async def on_code(message: Message, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await _enter(tx, actor, message.text or "", now, typed=True)


async def on_stranger(_: Message | CallbackQuery) -> Effects:
    return Screen(errors.stranger())


async def on_pasted_link(_: Message, token: str, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await _enter(tx, actor, token, now, typed=False)


async def on_sure(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """«Вы — …?» is answered; the button carries what was opened, for without it nobody is anybody."""
    typed = tokens.looks_like_code(press.argument)
    return await _enter(tx, actor, press.argument, now, typed=typed, sure=True)


async def on_knock(_: CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """Nobody is just locked out: the coordinator decides."""
    met = await knocks.knock(tx, actor, now)
    if met is Knock.WHICH_SCHOOL and actor.member is not None:
        return await current.draw(tx, actor, await filling.begin(tx, actor, "knock", now=now), now)
    return await current.after_knock(tx, actor, met, now)


async def on_school_named(message: Message, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.after_knock(tx, actor, await knocks.knock_at(tx, actor, message.text or "", now), now)


async def on_consent(_: CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.ask_consent(tx, actor, now)


async def on_consent_text(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    text = await consent.full_text(tx, member.school_id, now)
    return meant_for(member.person_id, Screen(words.consent_full(text), current.consent_buttons(with_text=False)))


async def on_agree(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if not member.consented:
        await consent.give(tx, member, now)
    if member.contact_consent is not None:  # a renewed consent goes on where the question was
        screen = await current.where_am_i(tx, await access.actor(tx, actor.external_id), now)
        return with_head(screen, words.consented())
    buttons = column(act(words.ALLOW, Deed.ALLOW_CONTACT), act(words.REFUSE, Deed.REFUSE_CONTACT))
    return meant_for(member.person_id, Screen(f"{words.consented()}\n\n{words.contact()}", buttons))


async def on_decline(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Whoever has given consent takes it back by this: asked with the consequences, for there is what to lose."""
    if member.may_withdraw:
        return await withdrawal.ask(tx, member)
    await consent.decline(tx, member, now)
    text = words.declined_before() if member.data_consent is ConsentDecision.WITHDRAWN else words.declined()
    return Screen(text, column(go(common.START, Spot.CONSENT), *own_menu.other_school(actor)))


async def on_contact(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    allowed = press.deed is Deed.ALLOW_CONTACT
    if allowed and member.contact_consent is not ConsentDecision.GIVEN:
        await consent.allow_contact(tx, member, now, shown=words.contact())
    elif not allowed:
        # Leave that was given is taken back by a button of «Мои данные»: nothing was asked there.
        asked = "" if member.contact_consent is ConsentDecision.GIVEN else words.contact()
        await consent.refuse_contact(tx, member, now, shown=asked)
    screen = await current.where_am_i(tx, await access.actor(tx, actor.external_id), now)
    return with_head(
        screen, words.contact_allowed() if allowed else words.contact_refused(coordinates=member.coordinates)
    )


async def on_notice_full(_: CallbackQuery) -> Effects:
    return Screen(words.notice_full(), column(act(common.UNDERSTOOD, Deed.NOTICE_SEEN)))


async def on_notice_seen(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    await people.acknowledge_notice(tx, member, now)
    return await current.where_am_i(tx, await access.actor(tx, actor.external_id), now)


async def _enter(tx: Tx, actor: Actor, secret: str, now: datetime, *, typed: bool, sure: bool = False) -> Effects:
    match await entrance.enter(tx, actor, secret, now, typed=typed, sure=sure):
        case WhoAreYou(full_name):
            yes = act(words.THAT_IS_ME, Deed.THAT_IS_ME, argument=secret.strip())
            return Screen(words.is_it_you(full_name), column(yes, go(words.NOT_ME, Spot.MENU)))
        case Entrance.WELCOME | Entrance.WAITING:
            entered = await access.actor(tx, actor.external_id)
            return [menus.commands(entered), *as_list(await current.where_am_i(tx, entered, now))]
        case Entrance.ALREADY_IN:
            entered = await access.actor(tx, actor.external_id)
            screen = await current.where_am_i(tx, entered, now)
            return with_head(screen, words.already_in(entered.member.school_name if entered.member else ""))
        case Entrance.COLLEAGUE:
            return with_head(await current.where_am_i(tx, actor, now), words.colleague())
        case Entrance.TOO_MANY:
            return Screen(words.too_many_codes(), column(act(words.KNOCK, Deed.KNOCK)))
        case Entrance.NOT_VALID:
            return Screen(words.wrong_code() if typed else words.not_valid())

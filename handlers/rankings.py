"""«Кто подходит»: every mentor for one mentee, pins and bans, what a choice would cost."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import pair_screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Rows, Screen, column, with_head
from handlers.pages import turns
from handlers.pair_draft_screens import PAGE, names_of
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import group_exits as exit_words
from handlers.texts import pair_drafts as draft_words
from handlers.texts import pair_swaps as swap_words
from handlers.texts import pairs as pair_words
from handlers.texts import people as people_words
from handlers.texts import rankings as words
from mentoring import matching, pair_drafts, pair_swaps, pair_ties, proposing
from mentoring.access import Actor, Member
from mentoring.rules.matching import Pair, Problem, Verdict
from storage.tx import Tx
from storage.vocabulary.pairs import Tie


def router() -> Router:
    ranked = Router(name="rankings")
    ranked.callback_query.filter(Coordinates())
    ranked.callback_query.middleware(put_aside)
    ranked.callback_query.register(on_ranking, Opens(Spot.RANKING))
    ranked.callback_query.register(on_ranked, Opens(Spot.RANKED))
    ranked.callback_query.register(on_pin, Does(Deed.PAIR_PIN, Deed.PAIR_FORBID))
    ranked.callback_query.register(on_unpin, Does(Deed.PAIR_UNPIN, Deed.PAIR_ALLOW))
    ranked.callback_query.register(on_tie, Does(Deed.PAIR_TIE, Deed.PAIR_UNTIE))
    ranked.callback_query.register(on_why_not, Does(Deed.PAIR_WHY_NOT))
    ranked.callback_query.register(on_offer, Does(Deed.PAIR_OFFER))
    return ranked


async def on_ranking(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await of_mentee(tx, member, press.id, press.page, now)


async def of_mentee(tx: Tx, member: Member, mentee_id: int, page: int, now: datetime) -> Screen:
    """«Кто подходит»: for one mentee, the whole list in their order."""
    found = await pair_drafts.rank(tx, member, mentee_id, now)
    if found is None:
        return Screen(words.not_waiting(), column(go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU)))
    seeking, ranked = found
    named = names_of(seeking)
    pages = max(1, -(-len(ranked) // PAGE))
    number = min(max(page, 0), pages - 1)
    shown = ranked[number * PAGE : (number + 1) * PAGE]
    people = (
        go(people_words.label(named[each.mentor_id]), Spot.RANKED, mentee_id, argument=str(each.mentor_id))
        for each in shown
    )
    text = words.ranking(named[mentee_id], seeking.waiting[mentee_id].days, shown, named, number, pages)
    return Screen(
        text,
        (
            *column(*people),
            *turns(Spot.RANKING, mentee_id, number, pages),
            *column(
                *_again_in_groups(seeking.problem, mentee_id),
                go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT),
                go(pair_words.TO_BOARD, Spot.PAIRS),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_ranked(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _ranked(tx, member, _pair(press.id, press.argument), now)


async def _ranked(tx: Tx, member: Member, of: Pair, now: datetime) -> Screen:
    found = await pair_drafts.rank(tx, member, of.mentee_id, now)
    verdict = next((each.verdict for each in found[1] if each.mentor_id == of.mentor_id), None) if found else None
    if found is None or verdict is None:
        return Screen(words.not_waiting(), column(go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU)))
    named = names_of(found[0])
    return Screen(
        words.verdict(verdict, named[of.mentee_id], named[of.mentor_id]),
        _of_pair(of, verdict, found[0].problem, await pair_swaps.number_of(tx, member, of)),
    )


def _again_in_groups(problem: Problem, mentee_id: int) -> list[Button]:
    if not problem.mentee(mentee_id).alone:
        return []
    return [act(exit_words.ALLOW, Deed.PAIR_GROUP_ALLOW, mentee_id)]


def _of_pair(of: Pair, verdict: Verdict, problem: Problem, draft: int | None) -> Rows:
    """`draft` is the number of the one that has this very line."""
    ties = problem.ties

    def press(label: str, deed: Deed, kind: str = "") -> Button:
        return act(label, deed, of.mentee_id, f"{of.mentor_id}{kind}")

    offered = (
        (of not in ties.pinned, press(draft_words.PIN, Deed.PAIR_PIN)),
        (of in ties.pinned, press(draft_words.UNPIN, Deed.PAIR_UNPIN)),
        (of not in ties.forbidden, press(draft_words.FORBID, Deed.PAIR_FORBID)),
        (of in ties.forbidden, press(draft_words.ALLOW, Deed.PAIR_ALLOW)),
        (
            draft is not None,
            go(swap_words.OTHER_MENTOR, Spot.PAIR_SWAPS, draft or 0, argument=str(of.mentee_id)),
        ),
        (True, press(draft_words.WHY_NOT, Deed.PAIR_WHY_NOT)),
        (verdict.bar is None, press(draft_words.OFFER_NOW, Deed.PAIR_OFFER)),
        (of not in ties.relatives, press(draft_words.RELATIVE, Deed.PAIR_TIE, _RELATIVE)),
        (of in ties.relatives, press(draft_words.NOT_RELATIVE, Deed.PAIR_UNTIE, _RELATIVE)),
        (of not in ties.superiors, press(draft_words.SUPERIOR, Deed.PAIR_TIE, _SUPERIOR)),
        (of in ties.superiors, press(draft_words.NOT_SUPERIOR, Deed.PAIR_UNTIE, _SUPERIOR)),
    )
    return column(
        *(each for holds, each in offered if holds),
        *_again_in_groups(problem, of.mentee_id),
        go(draft_words.OTHERS, Spot.RANKING, of.mentee_id),
        go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT),
        go(common.MENU, Spot.MENU),
    )


_RELATIVE, _SUPERIOR = "r", "s"


_TIES = {_RELATIVE: Tie.RELATIVE, _SUPERIOR: Tie.SUPERIOR}


async def on_pin(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The school is matched anew at once: the next screen tells what it costs and whom."""
    of = _pair(press.id, press.argument)
    kind = Tie.PINNED if press.deed is Deed.PAIR_PIN else Tie.FORBIDDEN
    if not await pair_ties.put(tx, member, of, kind, now):
        return await _ranked(tx, member, of, now)
    await pair_drafts.order(tx, member, actor.external_id, now)
    said = words.pinned() if kind is Tie.PINNED else words.forbidden()
    return with_head(await _ranked(tx, member, of, now), f"{said} {draft_words.computing()}")


async def on_unpin(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    of = _pair(press.id, press.argument)
    kind = Tie.PINNED if press.deed is Deed.PAIR_UNPIN else Tie.FORBIDDEN
    if not await pair_ties.untie(tx, member, of, kind, now):
        return await _ranked(tx, member, of, now)
    await pair_drafts.order(tx, member, actor.external_id, now)
    return with_head(await _ranked(tx, member, of, now), f"{words.tie_dropped()} {draft_words.computing()}")


async def on_tie(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """A warning for whoever decides, no ban: nothing is matched anew."""
    kind = _TIES.get(press.argument[-1:])
    of = _pair(press.id, press.argument[:-1])
    if kind is None:
        return await _ranked(tx, member, of, now)
    if press.deed is Deed.PAIR_TIE:
        await pair_ties.put(tx, member, of, kind, now)
        return with_head(await _ranked(tx, member, of, now), words.tie_kept())
    await pair_ties.untie(tx, member, of, kind, now)
    return with_head(await _ranked(tx, member, of, now), words.tie_dropped())


async def on_why_not(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    of = _pair(press.id, press.argument)
    asked = await pair_drafts.order_why_not(tx, member, actor.external_id, of, now)
    shown = await _ranked(tx, member, of, now)
    return with_head(shown, words.thinking()) if asked else shown


async def on_offer(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """Without the draft: one mentee, one mentor."""
    of = _pair(press.id, press.argument)
    found = await pair_drafts.rank(tx, member, of.mentee_id, now)
    verdict = next((each.verdict for each in found[1] if each.mentor_id == of.mentor_id), None) if found else None
    if found is None or verdict is None or verdict.bar is not None:
        return await _ranked(tx, member, of, now)
    name = found[0].mentors[of.mentor_id].full_name
    pairing_id = await proposing.pair(tx, member, found[0], of, now)
    return with_head(await pair_screens.screen(tx, member, pairing_id, now), words.offered(name))


async def explained(tx: Tx, member: Member, result: Mapping[str, Any], now: datetime) -> Screen:
    of = Pair(int(result["task"]["mentee"]), int(result["task"]["mentor"]))
    seeking = await matching.seek(tx, member.school_id, now)
    if of.mentee_id not in seeking.waiting or of.mentor_id not in seeking.mentors:
        return Screen(words.not_waiting(), column(go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU)))
    found, named = pair_drafts.explained(result["value"]), names_of(seeking)
    text = words.why_not(found, named[of.mentee_id], named[of.mentor_id], named)
    draft = await pair_swaps.number_of(tx, member, of)
    return Screen(text, _of_pair(of, found.verdict, seeking.problem, draft))


def _pair(mentee_id: int, mentor: str) -> Pair:
    return Pair(mentee_id, int(mentor) if mentor.isdecimal() else 0)

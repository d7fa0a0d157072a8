"""The screens of the turn of the year, drawn alike after a press and after what was typed."""

from datetime import datetime

from handlers import year_end_screens
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import destructions as act_words
from handlers.texts import year_end as year_words
from handlers.texts import year_turn as words
from mentoring import destructions
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.year_end import confirming, keeping, turning
from mentoring.year_end.keeping import Held
from storage.tx import Tx

PAGE = 8
_ENTRIES = {"needs": Spot.BANK_ENTRY, "mentor_profile": Spot.MENTOR}


async def preview(tx: Tx, member: Member, now: datetime) -> Screen:
    seen = await turning.preview(tx, member, now)
    acts: list[Button] = []
    if seen.opens_on is None:
        acts = [go(words.PAIRS, Spot.YEAR_PAIRS), act(words.turn_label(seen), Deed.YEAR_TURN, seen.mark)]
    return Screen(words.preview(seen), column(*acts, go(year_words.TO_YEAR, Spot.YEAR_END), go(common.MENU, Spot.MENU)))


async def pairs(tx: Tx, member: Member, page: int, now: datetime) -> Screen:
    every = (await turning.preview(tx, member, now)).choices
    pages = max(1, -(-len(every) // PAGE))
    page = min(max(page, 0), pages - 1)
    lines = (
        act(
            words.choice_label(each),
            Deed.YEAR_STOP if each.goes_on else Deed.YEAR_GO_ON,
            each.pair.pairing.id,
            str(page),
        )
        for each in every[page * PAGE : (page + 1) * PAGE]
    )
    back = column(go(words.TITLE, Spot.YEAR_TURN), go(common.MENU, Spot.MENU))
    text = words.choices(page, pages) if every else words.no_pairs()
    return Screen(text, (*column(*lines), *turns(Spot.YEAR_PAIRS, 0, page, pages), *back))


async def bank(tx: Tx, member: Member, form_key: str, page: int) -> Screen:
    of = await confirming.standing(tx, member, form_key)
    back = column(go(words.BANK, Spot.YEAR_BANK), go(common.MENU, Spot.MENU))
    if not of.lines:
        lists = (go(words.bank_label(each.form_key), Spot.YEAR_BANK, argument=each.form_key) for each in of.counts)
        return Screen(words.bank(of), column(*lists, go(year_words.TO_YEAR, Spot.YEAR_END), go(common.MENU, Spot.MENU)))
    pages = max(1, -(-len(of.lines) // PAGE))
    page = min(max(page, 0), pages - 1)
    lines = (
        go(words.line_label(each.full_name, refused=each.refused), _ENTRIES[form_key], each.run_id)
        for each in of.lines[page * PAGE : (page + 1) * PAGE]
    )
    turned = turns(Spot.YEAR_BANK, 0, page, pages, argument=form_key)
    return Screen(words.bank_list(form_key, len(of.lines), page, pages), (*column(*lines), *turned, *back))


async def kept(tx: Tx, member: Member, school_year: int, now: datetime) -> Screen:
    """One that this school has not closed leads to the year."""
    of = await keeping.look(tx, member, school_year)
    if of is None:
        return await year_end_screens.year(tx, member, now)
    over = await keeping.is_over(tx, of, now)
    acts: list[Button] = []
    if of.archived_at is None:
        acts = [act(words.ARCHIVE, Deed.YEAR_ARCHIVE, school_year)] if over else []
        acts += [act(words.EXTEND, Deed.YEAR_EXTEND, school_year)] if not of.dispute else []
        acts.append(
            act(words.SETTLED, Deed.YEAR_SETTLED, school_year)
            if of.dispute
            else act(words.DISPUTE, Deed.YEAR_DISPUTE, school_year)
        )
    destroyed = await destructions.run(tx, member.school_id, destructions.of_year(school_year))
    acts += [go(act_words.OF_YEAR, Spot.DESTRUCTION, argument=destroyed.about)] if destroyed else []
    back = (go(year_words.TO_YEAR, Spot.YEAR_END), go(common.MENU, Spot.MENU))
    return Screen(words.kept(of, over=over), column(*acts, *back))


async def after_reason(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    screen = await kept(tx, member, int(run.about["year"]), now)
    done = isinstance(result, Held) and result.done
    return with_head(screen, words.held() if done else words.not_held())

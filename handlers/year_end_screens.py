"""The screens of «Итоги года», drawn alike after a press and after what was typed."""

from datetime import datetime

from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import honours as honour_words
from handlers.texts import stages as stage_words
from handlers.texts import year_end as words
from handlers.texts import year_turn as turn_words
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.jobs import Work
from mentoring.year_end import reports
from mentoring.year_end.reports import Overview
from storage.tx import Tx
from storage.vocabulary.year_end import ReportPart

FILES = tuple(words.FILES)
PUBLIC = frozenset({Work.YEAR_PUBLIC, Work.YEAR_PUBLIC_BOOK, Work.YEAR_CHART})
PARTS = tuple(ReportPart)


async def year(tx: Tx, member: Member, now: datetime, school_year: int = 0) -> Screen:
    of = await reports.look(tx, member, now, school_year)
    at = of.school_year if of.closed else 0
    return Screen(
        words.overview(of),
        column(
            *(
                act(label, Deed.YEAR_FILE, number, str(at))
                for number, (work, label) in enumerate(words.FILES.items())
                if not at or work is not Work.CHECK_FOLDER  # of a year that is over some papers are counted no more
            ),
            *(
                act((words.PARTS_AGAIN if part in of.written else words.PARTS)[part], Deed.YEAR_WRITE, number, str(at))
                for number, part in enumerate(PARTS)
            ),
            *(
                go(words.year_label(each.school_year), Spot.YEAR_END, each.school_year)
                if each.archived_at is None
                else go(turn_words.kept_label(each), Spot.YEAR_KEPT, each.school_year)
                for each in of.earlier
            ),
            go(honour_words.TITLE, Spot.HONOURS, argument=str(of.school_year)),
            *_ways(of, at),
            go(stage_words.TITLE, Spot.ROADMAP),
            go(common.MENU, Spot.MENU),
        ),
    )


def _ways(of: Overview, at: int) -> list[Button]:
    """From a year that is over to its data, from the present one into the next."""
    if of.closed is not None:
        return [go(turn_words.kept_label(of.closed), Spot.YEAR_KEPT, at), go(words.TO_YEAR, Spot.YEAR_END)]
    bank = [go(turn_words.BANK, Spot.YEAR_BANK)] if of.earlier else []
    return [*bank, go(turn_words.TITLE, Spot.YEAR_TURN)]


async def public(tx: Tx, member: Member, now: datetime) -> Screen:
    """A director's: files without names only."""
    of = await reports.look(tx, member, now)
    files = (
        act(label, Deed.YEAR_FILE, number, "0")
        for number, (work, label) in enumerate(words.FILES.items())
        if work in PUBLIC
    )
    return Screen(words.public(of), column(*files, go(common.MENU, Spot.MENU)))


async def after_written(tx: Tx, member: Member, _run: Run, result: object, now: datetime) -> Effects:
    shown = await year(tx, member, now, result if isinstance(result, int) else 0)
    return with_head(shown, words.part_kept())

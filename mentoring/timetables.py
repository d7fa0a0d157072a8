"""Free lessons out of a school's timetable: looked at, then written once; whoever has marked theirs knows better."""

from dataclasses import dataclass
from datetime import datetime

from mentoring import sent_sheets
from mentoring.access import Member
from mentoring.papers.values import SheetRead
from mentoring.rules.timetables import TeacherFree, TimetableRead
from mentoring.rules.timetables.storing import parse
from storage import free_lessons, journal, people
from storage.tx import Tx
from storage.vocabulary.pairs import SheetKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A timetable that waits for «Записать»; `own` teachers have marked their free lessons themselves."""

    id: int
    read: TimetableRead
    new: tuple[TeacherFree, ...]
    own: int


@dataclass(frozen=True, slots=True)
class Written:
    """For how many teachers; `repeated`: by an earlier press of the same button."""

    teachers: int
    own: int
    repeated: bool = False


async def keep(tx: Tx, member: Member, sheet: SheetRead, now: datetime) -> Draft:
    sheet_id = await sent_sheets.keep(tx, member, sheet, now)
    return await _draft(tx, member, sheet_id, parse(sheet.content))


async def find(tx: Tx, member: Member, sheet_id: int) -> Draft | None:
    """None when it was written, cancelled, or is older than a day."""
    kept = await sent_sheets.find(tx, member, sheet_id, SheetKind.TIMETABLE)
    if kept is None or kept.taken is not None:
        return None
    return await _draft(tx, member, sheet_id, parse(kept.content))


async def _draft(tx: Tx, member: Member, sheet_id: int, read: TimetableRead) -> Draft:
    listed = {each.id for each in await people.names(tx, member.school_id)}
    here = [each for each in read.free if each.person_id in listed]
    own = set(await free_lessons.marked_by_tap(tx, [each.person_id for each in here]))
    return Draft(sheet_id, read, tuple(each for each in here if each.person_id not in own), len(own))


async def write(tx: Tx, member: Member, sheet_id: int, now: datetime) -> Written | None:
    """Pressed twice, it writes once and says the same again; None when there is no such timetable any more."""
    kept = await sent_sheets.find(tx, member, sheet_id, SheetKind.TIMETABLE)
    if kept is None:
        return None
    if kept.taken is not None:
        return Written(kept.taken["teachers"], kept.taken["own"], repeated=True) if kept.mine else None
    draft = await _draft(tx, member, sheet_id, parse(kept.content))
    for each in draft.new:
        await free_lessons.untick_all(tx, each.person_id)
        for lesson in sorted(each.lessons):
            await free_lessons.tick(tx, each.person_id, lesson.weekday, lesson.number)
        await free_lessons.note_timetable(tx, each.person_id, now)
    await sent_sheets.settle(tx, member, sheet_id, {"teachers": len(draft.new), "own": draft.own})
    await journal.note(
        tx, "lessons.import", school_id=member.school_id, actor_id=member.person_id, count=len(draft.new), now=now
    )
    return Written(len(draft.new), draft.own)

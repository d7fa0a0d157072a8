"""One name or post: what is supposed of it, what a coordinator says to that."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring import schools
from mentoring.access import Member
from mentoring.declensions.guessing import guess_name
from mentoring.declensions.reading import Subject, director, name_of, post_of
from mentoring.rules.declension import Confirmed, Gender, Guess, unchanged
from mentoring.rules.declension.names import gender_of
from mentoring.rules.declension.posts import guess_post
from storage import declensions, journal
from storage.declensions import Forms
from storage.tx import Tx
from storage.vocabulary import WordingKind


@dataclass(frozen=True, slots=True)
class Look:
    """As it stands now. `gender` is what the patronymic tells or the coordinator has said, None for a post."""

    subject: Subject
    person_id: int
    spelling: str
    gender: Gender | None
    guess: Guess | None
    confirmed: Confirmed | None

    @property
    def asks_gender(self) -> bool:
        return self.subject is not Subject.POST and self.gender is None and self.confirmed is None

    @property
    def mark(self) -> str:
        """Of everything that is shown: a button of another screen is no yes to this one."""
        return hashlib.sha256(repr((self.spelling, self.guess, self.confirmed)).encode()).hexdigest()[:8]

    @property
    def shown(self) -> Guess | None:
        """What was confirmed, else what is supposed; to be looked at, not to be printed."""
        of = self.confirmed
        return Guess(genitive=of.genitive, dative=of.dative, accusative=of.accusative) if of else self.guess


class Answer(StrEnum):
    """What came of a press or of what was typed."""

    KEPT = "kept"
    CHANGED = "changed"  # the name, or what is known of it, is not what was on the screen
    DOUBTED = "doubted"  # what was typed is no case of this name


async def look(tx: Tx, member: Member, subject: Subject, person_id: int, said: Gender | None = None) -> Look | None:
    """None when there is no such person of this school, no post, or no director."""
    if subject is Subject.DIRECTOR:
        spelling = (await schools.get(tx, member.school_id)).director
        return _named(subject, 0, spelling, said, await director(tx, member.school_id)) if spelling else None
    found = await declensions.of_people(tx, member.school_id, [person_id])
    if not found:
        return None
    if subject is Subject.NAME:
        return _named(subject, person_id, found[0].full_name, said, name_of(found[0]))
    post = found[0].position
    return Look(subject, person_id, post, None, guess_post(post), post_of(found[0])) if post else None


async def confirm(tx: Tx, member: Member, of: Look, mark: str, now: datetime) -> Answer:
    """«Верно»: what was supposed becomes known, if it is what stood on the screen."""
    if of.mark != mark or of.guess is None:
        return Answer.CHANGED
    return await keep(tx, member, of, of.guess, now)


async def keep_unchanged(tx: Tx, member: Member, of: Look, mark: str, now: datetime) -> Answer:
    """«Не склоняется»."""
    return await keep(tx, member, of, unchanged(of.spelling), now) if of.mark == mark else Answer.CHANGED


def _named(subject: Subject, person_id: int, spelling: str, said: Gender | None, known: Confirmed | None) -> Look:
    gender = gender_of(spelling) or said
    return Look(subject, person_id, spelling, gender, guess_name(spelling, gender) if gender else None, known)


async def keep(tx: Tx, member: Member, of: Look, guess: Guess, now: datetime) -> Answer:
    """Whatever was known before is over; the coordinator has looked at this."""
    forms = Forms(guess.genitive, guess.dative, guess.accusative)
    school_id, by = member.school_id, member.person_id
    match of.subject:
        case Subject.NAME:
            await declensions.put_name(tx, of.person_id, spelling=of.spelling, forms=forms, by=by, now=now)
        case Subject.POST:
            kind = WordingKind.POST
            await declensions.put_wording(tx, school_id, kind, spelling=of.spelling, forms=forms, by=by, now=now)
        case Subject.DIRECTOR:
            kind = WordingKind.DIRECTOR
            await declensions.drop_directors(tx, school_id, kept=of.spelling)
            await declensions.put_wording(tx, school_id, kind, spelling=of.spelling, forms=forms, by=by, now=now)
    person_id = of.person_id if of.subject is Subject.NAME else None
    act = f"declension.{of.subject.name.lower()}"
    await journal.note(tx, act, school_id=school_id, actor_id=by, person_id=person_id, now=now)
    return Answer.KEPT

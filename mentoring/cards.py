"""A person's card: all that a coordinator may see and do about one human."""

from dataclasses import dataclass

from mentoring import entrance, honours, leaving, mentors, paper_entry, people, requests, roles
from mentoring.access import Member
from mentoring.mentors import MentorStanding
from mentoring.paper_entry import Way
from mentoring.rules import names
from mentoring.rules.readiness import FORM
from storage import gatherings
from storage.people import Person, Standing
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, Role


@dataclass(frozen=True, slots=True)
class Card:
    person: Person
    standing: Standing
    request_id: int | None  # the run of a request that was handed in
    mentoring: MentorStanding
    paper: Way
    mentor_paper: Way
    is_own: bool
    may_be_me: bool  # the coordinator came without a name and may be this person
    rights: tuple[Role, ...]  # of somebody who is more than a teacher
    second_try: bool  # another account held the used invitation
    has_namesake: bool  # somebody else of the school is shortened to the same name
    events: int  # that they have been at
    has_worked: bool  # in a pair, in a year of which more than numbers is kept

    @property
    def may_withdraw(self) -> bool:
        """By an application on paper; one's own is taken back in «Мои данные»."""
        given = self.standing.data_decision in (ConsentDecision.GIVEN, ConsentDecision.LAPSED)
        return given and self.person.erase_by is None and not self.is_own

    @property
    def has_left(self) -> bool:
        """Does not work in the school any more; the data are kept until the year is over."""
        return leaving.has_left(self.person, self.standing)

    @property
    def may_remove(self) -> bool:
        """Nobody but the staff list has said anything of this person: a slip of the list can be taken out."""
        return self.person.account_id is None and self.standing.data_decision is None


async def look(tx: Tx, member: Member, person_id: int) -> Card | None:
    """One person of the coordinator's own school, else None: neither existence nor name leaks."""
    found = await people.card(tx, member, person_id)
    if found is None:
        return None
    person, standing = found
    request = await requests.of_person(tx, member, person_id)
    return Card(
        person,
        standing,
        request.run.id if request else None,
        await mentors.standing(tx, person_id),
        await paper_entry.way(tx, member, person_id, requests.FORM),
        await paper_entry.way(tx, member, person_id, FORM),
        is_own=person_id == member.person_id,
        may_be_me=people.may_be_listed_as(member, person),
        rights=await roles.of_person(tx, member, person_id),
        second_try=await entrance.second_try(tx, person_id) is not None,
        has_namesake=await _has_namesake(tx, member, person),
        events=len(await gatherings.attended_by(tx, person_id)),
        has_worked=bool(await honours.years_of(tx, member.school_id, person_id)),
    )


async def _has_namesake(tx: Tx, member: Member, person: Person) -> bool:
    if not person.full_name:
        return False  # came by a role's code that was given without a name
    short = names.short_name(person.full_name)
    alike = await people.find(tx, member, short.split()[0])
    return any(each.id != person.id and names.short_name(each.full_name) == short for each in alike)

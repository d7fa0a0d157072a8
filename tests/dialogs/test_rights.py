"""Who may what with pairs: every role, every action, one's own and somebody else's, by message, command and press."""

from collections.abc import Awaitable, Callable, Iterable

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from mentoring import invitations
from storage import contact_notes, pairs
from storage.vocabulary import Role
from storage.vocabulary.pairs import EndReason, Format, Origin, PairKind, PairState, Side
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.answered import asks, helps, phone
from tests.dialogs.pairing import agreed, published
from tests.dialogs.test_group_exits import group_of_three
from tests.dialogs.test_pair_drafts import ANNA, IGOR, OLGA, two_and_two
from tests.dialogs.test_two_schools import second
from tests.scenes import scene

__all__ = ["second"]  # a fixture

pytestmark = [pytest.mark.slow, pytest.mark.long]

NAMES = ("Рябинин", "Соколова")
OURS = 1  # the pair that others try to look into, or to change
WORDS = ("/pairs", "/today", "/people", "пары", "без пары", "приказы о парах", "моя пара", "предложение о паре", "меню")

# Everything that stands in the database about the pair and its people.
ROWS = """
SELECT 'pairing ' || id || state || format || kind || COALESCE(leaves_on, '-') || why AS line FROM pairing
UNION ALL SELECT 'member ' || pairing_id || '-' || person_id || side || external || COALESCE(left_at, '-')
          FROM pairing_member
UNION ALL SELECT 'offer ' || id || state || reason || seen FROM offer
UNION ALL SELECT 'tie ' || mentee_id || '-' || mentor_id || kind FROM pair_tie
UNION ALL SELECT 'alone ' || person_id FROM group_exit
UNION ALL SELECT 'draft ' || school_id || '-' || number || content FROM pair_draft
UNION ALL SELECT 'order ' || id || kind || number FROM pair_order
UNION ALL SELECT 'line ' || order_id || '-' || pairing_id FROM pair_order_line
UNION ALL SELECT 'paper ' || pairing_id || '-' || person_id || kind || state FROM pair_paper
UNION ALL SELECT 'note ' || id || pairing_id || how || topics || next_step || answer || COALESCE(taken_back_at, '-')
          FROM contact_note
UNION ALL SELECT 'programme ' || pairing_id || state || version || content FROM programme
UNION ALL SELECT 'step ' || id || activity || COALESCE(due_on, '-') || COALESCE(done_on, '-') FROM programme_step
UNION ALL SELECT 'meeting ' || pairing_id || day || state FROM meeting
UNION ALL SELECT 'fit ' || pairing_id || '-' || person_id || fit || seen FROM fit_answer
UNION ALL SELECT 'out ' || person_id || why || COALESCE(returned_at, '-') FROM queue_exit
UNION ALL SELECT 'support ' || person_id || kind || state FROM support_note
UNION ALL SELECT 'material ' || id || title FROM material
ORDER BY line"""
# What only whoever leads the programme may do, also with a pair that somebody is in.
LEADERS = (
    *("PAIR_", "PAIRS_", "BY_HAND_", "ORDER_", "QUEUE_", "OFFERS_", "MATERIAL_", "SUPPORT_OFFER", "SUPPORT_HELD"),
    *("PROGRAMME_APPROVE", "PROGRAMME_RETURN", "PROGRAMME_EXTEND", "REFERRAL_", "TIMETABLE_"),
    *("HONOUR_", "DESTRUCTION_"),
)


@scene
async def at_work(school: School) -> None:
    """Anna and Igor have met once."""
    await agreed(school)
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        members = {each.side: each.person_id for each in await pairs.members(tx, [OURS])}
        await pairs.move(tx, OURS, PairState.AGREED, PairState.ORDERED, now)
        await pairs.move(tx, OURS, PairState.ORDERED, PairState.ACTIVE, now)
        await contact_notes.add(
            tx,
            OURS,
            author_id=members[Side.MENTOR],
            held_on=now.date(),
            topics=("method",),
            now=now,
        )


@scene
async def another_pair(school: School, *, over: bool = False) -> tuple[Person, Person]:
    mentor, mentee = phone(school, 701, "Лугова Мария Павловна"), phone(school, 702, "Гусева Лидия Павловна")
    mentor_id = await helps(school, mentor, "Лугова Мария Павловна")
    mentee_id = await asks(school, mentee, "Гусева Лидия Павловна", areas=("docs",))
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        pairing_id = await pairs.add(
            tx,
            school_id=school.id,
            school_year=2026,
            kind=PairKind.PAIR,
            form=Format.ONE_TO_ONE,
            state=PairState.ACTIVE,
            origin=Origin.BROUGHT,
            why="",
            terms="[]",
            starts_on=None,
            ends_on=None,
            by=mentor_id,
            now=now,
        )
        await pairs.add_member(tx, pairing_id, mentor_id, Side.MENTOR, now)
        await pairs.add_member(tx, pairing_id, mentee_id, Side.MENTEE, now)
        if over:
            await pairs.end(tx, pairing_id, EndReason.MUTUAL, now.date(), now)
    return mentor, mentee


async def stranger(school: School) -> Person:
    await school.cast.outsider.says("/start")
    return school.cast.outsider


async def colleague(school: School) -> Person:
    """A teacher who is in no pair."""
    await asks(school, school.cast.newcomer, "Берёзова Ольга Петровна", areas=("digital",))
    return school.cast.newcomer


async def other_mentor(school: School) -> Person:
    return (await another_pair(school))[0]


async def other_mentee(school: School) -> Person:
    return (await another_pair(school))[1]


async def former_mentor(school: School) -> Person:
    return (await another_pair(school, over=True))[0]


async def with_role(school: School, role: Role) -> Person:
    person = phone(school, 703, "Озёрная Инна Игоревна")
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        secret = await invitations.invite_role(
            tx, role, school_id=school.id, full_name="Озёрная Инна Игоревна", now=bot.clock.now(), at_once=True
        )
    await person.starts(secret.token)
    return person


async def director(school: School) -> Person:
    return await with_role(school, Role.DIRECTOR)


async def psychologist(school: School) -> Person:
    return await with_role(school, Role.PSYCHOLOGIST)


Comes = Callable[[School], Awaitable[Person]]
OUTSIDERS: tuple[Comes, ...] = (
    *(stranger, colleague, other_mentor, other_mentee, former_mentor, director, psychologist),
)


async def rows(school: School) -> list[str]:
    return await school.cast.bot.fetch(str, ROWS)


def presses(deeds: Iterable[Deed], spots: Iterable[Spot], people: Iterable[int]) -> list[str]:
    """Each act and each screen about our pair, its offers, its note, its people."""
    whom = [str(each) for each in people]
    arguments = ("", "!", whom[0], f"{whom[0]}!", f"{whom[0]}c", "good", "method", "2026-09-08")
    made = [pack(Act(deed, id_, argument)) for deed in deeds for id_ in (OURS, *people) for argument in arguments]
    return [
        *made,
        *(pack(Go(spot, id_, 0, argument)) for spot in spots for id_ in (OURS, 2) for argument in ("", *whom)),
    ]


# Of one's own search for a mentor: they change nothing of a pair, and are tested where they belong.
_OF_PAIRS = list(Deed)[list(Deed).index(Deed.PAIR_MATCH) :]
_SCREENS = list(Spot)[list(Spot).index(Spot.PAIRS) :]
_ONES_OWN = frozenset(
    {
        *(Deed.SEARCH_LEAVE, Deed.SEARCH_AGAIN, Deed.SEARCH_GO_ON, Deed.SIGN_UP, Deed.SIGN_OFF),
        *(Deed.SUPPORT_YES, Deed.SUPPORT_NO),
    }
)


@pytest.mark.parametrize(
    "begun",
    [pytest.param(published, marks=pytest.mark.soak, id="proposed"), pytest.param(at_work, id="at work")],
)
@pytest.mark.parametrize("who", OUTSIDERS, ids=lambda who: str(who.__name__))
async def test_nobody_from_outside_sees_or_changes_a_pair(
    school: School, who: Comes, begun: Callable[[School], Awaitable[None]]
) -> None:
    await begun(school)
    person = await who(school)
    people = await school.cast.bot.fetch(int, "SELECT person_id FROM pairing_member WHERE pairing_id = 1 ORDER BY 1")
    before = await rows(school)
    for word in WORDS:
        await person.says(word)
    for data in presses([each for each in _OF_PAIRS if each not in _ONES_OWN], _SCREENS, people):
        await person.presses_data(data)
    assert [line for line in await rows(school) if line in before] == before
    person.was_never_told(*NAMES)


@pytest.mark.parametrize("side", [Side.MENTOR, Side.MENTEE])
async def test_who_is_in_a_pair_does_nothing_that_is_the_coordinators(school: School, side: Side) -> None:
    await at_work(school)
    person = school.cast.colleague if side is Side.MENTOR else school.cast.teacher
    people = await school.cast.bot.fetch(int, "SELECT person_id FROM pairing_member WHERE pairing_id = 1 ORDER BY 1")
    before = await rows(school)
    deeds = [each for each in Deed if each.name.startswith(LEADERS)]
    assert len(deeds) > 40
    for data in presses(deeds, [], people):
        await person.presses_data(data)
    assert await rows(school) == before
    person.was_never_told("балл", "Пары и группы", "Черновик подбора")


async def test_a_coordinator_of_another_school_sees_and_changes_nothing(school: School, second: object) -> None:
    await at_work(school)
    deputy = school.cast.deputy  # coordinates school № 99
    people = await school.cast.bot.fetch(int, "SELECT person_id FROM pairing_member WHERE pairing_id = 1 ORDER BY 1")
    before = await rows(school)
    for word in WORDS:
        await deputy.says(word)
    for data in presses([each for each in _OF_PAIRS if each not in _ONES_OWN], _SCREENS, people):
        await deputy.presses_data(data)
    assert [line for line in await rows(school) if line in before] == before
    deputy.was_never_told(*NAMES)


Drafted = Callable[[School], Awaitable[object]]
# What looks at a draft or changes it, by what the draft is of; each press as its screen has it.
_OF_DRAFTS: tuple[tuple[Drafted, Go | Act], ...] = (
    (two_and_two, Go(Spot.PAIR_SWAPS, 1, 0, "{anna}")),
    (two_and_two, Go(Spot.PAIR_SWAP, 1, 0, "{anna}.{igor}.{olga}")),
    (two_and_two, Act(Deed.PAIR_SWAP, 1, "{anna}.{igor}.{olga}")),
    (group_of_three, Go(Spot.PAIR_GROUP_SPLIT, 1, 0, "{olga}")),
    (group_of_three, Act(Deed.PAIR_GROUP_SPLIT, 1, "0.{olga}")),
    (group_of_three, Act(Deed.PAIR_GROUP_SPLIT, 1, "0.0")),
)


async def of_draft(school: School, draft: Drafted) -> list[str]:
    """Presses that are right for the draft that is there: only who presses them may be wrong."""
    known = {
        word: (await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=name))[0]
        for word, name in (("anna", ANNA), ("igor", IGOR), ("olga", OLGA))
    }
    return [pack(press).format(**known) for made, press in _OF_DRAFTS if made is draft]


async def in_draft(school: School) -> Person:
    return school.cast.teacher


async def mentor_in_draft(school: School) -> Person:
    return school.cast.colleague


@pytest.mark.parametrize("draft", [two_and_two, group_of_three])
@pytest.mark.parametrize(
    "who", [stranger, in_draft, mentor_in_draft, director, psychologist], ids=lambda who: str(who.__name__)
)
async def test_nobody_but_coordinators_sees_or_changes_a_draft(school: School, who: Comes, draft: Drafted) -> None:
    await draft(school)
    person, before = await who(school), await rows(school)
    for data in await of_draft(school, draft):
        await person.presses_data(data)
    assert await rows(school) == before
    person.was_never_told("балл", "Поменять", "Разделить", "Рябинин И. О.")


@pytest.mark.parametrize("draft", [two_and_two, group_of_three])
async def test_another_schools_coordinator_neither(school: School, second: object, draft: Drafted) -> None:
    await draft(school)
    before = await rows(school)
    for data in await of_draft(school, draft):
        await school.cast.deputy.presses_data(data)
    assert await rows(school) == before
    school.cast.deputy.was_never_told("балл", "Рябинин")


@pytest.mark.parametrize("draft", [two_and_two, group_of_three])
async def test_the_coordinator_changes_the_draft_by_the_same_presses(school: School, draft: Drafted) -> None:
    await draft(school)
    decided = ("tie", "alone")
    before = [each for each in await rows(school) if each.startswith(decided)]
    for data in await of_draft(school, draft):
        await school.cast.coordinator.presses_data(data)
    assert [each for each in await rows(school) if each.startswith(decided)] != before


async def test_who_was_taken_out_of_a_group_is_let_back_by_coordinators_alone(school: School) -> None:
    cast = school.cast
    await group_of_three(school)
    await cast.coordinator.presses_data((await of_draft(school, group_of_three))[1])
    (whom,) = await cast.bot.fetch(int, "SELECT person_id FROM group_exit")
    for person in (await stranger(school), cast.newcomer, cast.colleague, cast.coordinator):
        assert await cast.bot.fetch(int, "SELECT person_id FROM group_exit") == [whom]
        await person.presses_data(pack(Act(Deed.PAIR_GROUP_ALLOW, whom)))
    assert await cast.bot.fetch(int, "SELECT person_id FROM group_exit") == []


async def test_the_coordinator_may_what_the_others_may_not(school: School) -> None:
    """The same presses do something: a matrix of refusals alone would hold of a bot that does nothing."""
    await at_work(school)
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    coordinator.sees(*NAMES)
    before = await rows(school)
    await coordinator.presses_data(pack(Act(Deed.PAIR_PAUSE, OURS)))
    await coordinator.presses_data(pack(Act(Deed.PAIR_FORMAT, OURS, Format.REMOTE)))
    assert set(await rows(school)) != set(before)

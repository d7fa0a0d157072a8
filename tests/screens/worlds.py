"""Schools in which something waits on every screen: over whose shoulder to look, and which words they begin with."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from handlers.presses import Go, Spot
from tests.cast import Person
from tests.conftest import School
from tests.dialogs import test_brought_pairs, test_timetables
from tests.dialogs.announcing import announces, drafts
from tests.dialogs.drafting import added, drafted
from tests.dialogs.drafting import published as publishes
from tests.dialogs.gathering import at, decides, held, invited, makes, three_teachers
from tests.dialogs.pairing import matched, published
from tests.dialogs.practising import opens_desk, sends, shared
from tests.dialogs.programming import approved, begun
from tests.dialogs.roadmapping import sends as sends_roadmap
from tests.dialogs.roadmapping import source
from tests.dialogs.rounds import MEETING, answer, asked, asks_without_names, closes, opens_card, people
from tests.dialogs.shelving import adds_link
from tests.dialogs.surveying import asked_teacher
from tests.dialogs.test_approvals import waits
from tests.dialogs.test_brought_pairs import OF_THREE, OF_TWO, PEOPLE
from tests.dialogs.test_destructions import erased
from tests.dialogs.test_erasures import withdraws
from tests.dialogs.test_gathering_rights import an_event
from tests.dialogs.test_group_exits import group_of_three
from tests.dialogs.test_pair_drafts import two_and_two
from tests.dialogs.test_practice_desk import with_nomination
from tests.dialogs.test_psychologist import signs_up
from tests.dialogs.test_rights_everywhere import a_school_at_work
from tests.dialogs.test_signed_orders import signed
from tests.dialogs.test_staff_list import THREE
from tests.dialogs.test_timetables import OF_LUGOVA
from tests.dialogs.test_year_turn import a_year, turns
from tests.dialogs.waiting import alone
from tests.screens import rare, telling

Words = tuple[str, ...]
Who = tuple[str, str]  # of the cast, and in the words of the page


@dataclass(frozen=True, slots=True)
class World:
    """Made by a story of the dialogs' own; `looks` are the words that each of its people begins with."""

    name: str
    story: Callable[[School], Awaitable[object]]
    looks: Mapping[Who, Words]
    opens: Mapping[str, tuple[Go, ...]] = field(default_factory=dict)
    ends: Spot | None = None  # the screen that the story of its first one ended with


COORDINATOR, TEACHER = ("coordinator", "Координатор"), ("teacher", "Педагог")
COLLEAGUE, PSYCHOLOGIST = ("colleague", "Наставник"), ("colleague", "Психолог")
NEWCOMER, DEPUTY = ("newcomer", "Педагог"), ("deputy", "Координатор")
MENU: Words = ("/menu",)
_SAID = "Завтра в 15:00 педсовет в актовом зале.\nПриходите, будет чай."


async def _offered(school: School) -> None:
    await published(school)
    await at(school.cast, 9, 8, 14)


async def _draft_of_a_form(school: School) -> None:
    await drafted(school, "needs", added)


async def _form_published(school: School) -> None:
    await publishes(school, "needs", added)


async def _practices(school: School) -> None:
    await shared(school)
    await sends(school.cast.teacher, "Пять минут после урока")
    await opens_desk(school.cast.coordinator)


async def _events(school: School) -> None:
    await held(school)
    await decides(school)


async def _nameless(school: School) -> None:
    await answer(*await asked(school))
    await closes(school, MEETING)


async def _open_round(school: School) -> None:
    await people(school, 6)
    await asks_without_names(school, MEETING, 6)


async def _roadmap(school: School) -> None:
    await sends_roadmap(school.cast.coordinator, source())


async def _announced(school: School) -> None:
    await people(school, 3)
    await announces(school.cast.coordinator, text=_SAID)
    await at(school.cast, 9, 8, 14)


async def _announcement(school: School) -> None:
    await people(school, 3)
    await drafts(school.cast.coordinator, text=_SAID)


async def _shelf(school: School) -> None:
    await alone(school)
    await adds_link(school.cast.coordinator)


async def _event_made(school: School) -> None:
    await three_teachers(school)
    await makes(school.cast.coordinator)


async def _people_chosen(school: School) -> None:
    await school.lists("Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна")
    coordinator = await opens_card(school, MEETING)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (3)", "Дальше (3)"):
        await coordinator.presses(label)


async def _staff(school: School) -> None:
    await school.cast.coordinator.sends_file("Штат.xlsx", THREE)


async def _pairs_sent(school: School) -> None:
    await school.lists(*PEOPLE)
    await test_brought_pairs.sends(school, OF_TWO, OF_THREE)


async def _timetable_sent(school: School) -> None:
    await school.lists(*PEOPLE)
    await test_timetables.sends(school, OF_LUGOVA)


async def _turned(school: School) -> None:
    await a_year(school)
    await turns(school.cast.coordinator)


async def _comes(school: School) -> None:
    (person_id,) = await school.lists("Соколова Анна Ильинична")
    await school.cast.teacher.starts((await school.invites(person_id)).token)


async def _many_come(school: School) -> None:
    for person, name in (
        (school.cast.teacher, "Соколова Анна Ильинична"),
        (school.cast.newcomer, "Берёзова Ольга Петровна"),
    ):
        await school.lists(name)
        await waits(school, person, name)


_EMPTY_LISTS = tuple(
    Go(spot)
    for spot in (
        *(Spot.MENTORS_REFUSED, Spot.MENTORS_SILENT, Spot.MENTORS_REMIND, Spot.SLIPS, Spot.QUEUE_LEFT, Spot.PROGRAMMES),
        *(Spot.MATERIALS_PROPOSED, Spot.OFFERS_BACK, Spot.NOTICE_FULL, Spot.PAIRS_ENDED, Spot.YEAR_BANK),
    )
)
_OF_ROUND = tuple(
    Go(spot, argument="event_feedback") for spot in (Spot.FORM_SILENT, Spot.FORM_REMIND, Spot.SURVEY_CLOSE)
)
_OF_MENTOR = tuple(
    Go(spot, 1) for spot in (Spot.NOTE, Spot.NOTE_HOW, Spot.NOTE_TOPIC, Spot.MET_OTHER_DAY, Spot.SHELF_PAIR)
)
_NAMELESS = (Go(Spot.SURVEY, 1), Go(Spot.SURVEY_COMMENTS, 1))
WORLDS: tuple[World, ...] = (
    World("comes", _comes, {TEACHER: ()}, ends=Spot.CONSENT),
    World(
        "at work",
        a_school_at_work,
        {COORDINATOR: MENU, TEACHER: MENU, COLLEAGUE: MENU},
        {
            "coordinator": (*_EMPTY_LISTS, Go(Spot.PAIR_OTHER, 1)),
            "colleague": _OF_MENTOR,
        },
    ),
    *(World(f"said: {story.__name__}", story, {}) for story in telling.STORIES),
    World("many come", _many_come, {COORDINATOR: ("/people",)}, {"coordinator": (Go(Spot.APPROVE_ALL),)}),
    World("staff", _staff, {COORDINATOR: ()}, ends=Spot.STAFF_LIST),
    World("pairs sent", _pairs_sent, {COORDINATOR: ()}, ends=Spot.PAIRS_SHEET),
    World("a timetable sent", _timetable_sent, {COORDINATOR: ()}, ends=Spot.TIMETABLE_SHEET),
    World("chosen", _people_chosen, {COORDINATOR: ()}, ends=Spot.FORM_PREVIEW),
    World("an event made", _event_made, {COORDINATOR: ("мероприятия",)}),
    World("nominations", with_nomination, {COORDINATOR: ("карточки практик",)}),
    World("a draft of pairs", two_and_two, {COORDINATOR: ("/pairs",)}),
    World("a group", group_of_three, {COORDINATOR: ()}),
    World("offered", _offered, {COLLEAGUE: (), COORDINATOR: ("/pairs",)}),
    World("alone", _shelf, {COORDINATOR: ("/pairs",), TEACHER: MENU}),
    World("a psychologist", signs_up, {COORDINATOR: ("/pairs",), TEACHER: MENU, PSYCHOLOGIST: MENU}),
    World("a programme", begun, {COLLEAGUE: ("Моя программа",)}),
    World("a programme approved", approved, {COORDINATOR: ("/pairs",), COLLEAGUE: ("Моя программа",)}),
    World("orders signed", signed, {COORDINATOR: ("/pairs",)}),
    World("an event", _events, {COORDINATOR: ("мероприятия",), TEACHER: MENU}),
    World("practices", _practices, {COORDINATOR: ("карточки практик",), TEACHER: ("копилка практик",)}),
    World("a form changed", _draft_of_a_form, {COORDINATOR: ("/forms",)}),
    World("a form published", _form_published, {COORDINATOR: ("/forms",)}),
    World("asked", asked_teacher, {COORDINATOR: ("/forms",), TEACHER: MENU}),
    World("without names", _nameless, {COORDINATOR: ("/forms",)}, {"coordinator": _NAMELESS}),
    World(
        "a round",
        _open_round,
        {COORDINATOR: ("/forms",)},
        {"coordinator": _OF_ROUND},
    ),
    World("a roadmap", _roadmap, {COORDINATOR: ()}, {"coordinator": (Go(Spot.OWN_GIVE_UP),)}),
    World("announced", _announced, {COORDINATOR: ("/write",)}),
    World(
        "an announcement",
        _announcement,
        {COORDINATOR: ()},
        {"coordinator": (Go(Spot.ANNOUNCEMENT_BEYOND, 1),)},
        ends=Spot.ANNOUNCEMENT_DRAFT,
    ),
    World("withdrawn", withdraws, {COORDINATOR: MENU}),
    World("erased", erased, {COORDINATOR: MENU}),
    World("a year", a_year, {COORDINATOR: ("/year",)}),
    World("a year turned", _turned, {COORDINATOR: ("/year",)}, {"coordinator": (Go(Spot.YEAR_KEPT, 2026),)}),
    World("a match", matched, {COORDINATOR: ()}),
    World("two schools", rare.of_two_schools, {TEACHER: MENU}),
    World("a roadmap again", rare.roadmap_sent_again, {COORDINATOR: ()}),
    World("a group without a mentor", rare.group_without_mentor, {COORDINATOR: ()}),
    World("a group at work", rare.group_at_work, {COORDINATOR: ("/pairs",)}, {"coordinator": (Go(Spot.PAIR_OUT, 1),)}),
    World("an event with talks", an_event, {COORDINATOR: ("мероприятия",)}),
    World("an event to come", invited, {COORDINATOR: ("мероприятия",)}),
    World("a step without a day", rare.step_without_a_day, {COLLEAGUE: ()}),
    World("to read before an event", rare.event_to_read_for, {TEACHER: ()}),
    World("an announcement that waits", rare.announcement_that_waits, {COORDINATOR: ("/write",)}),
    World("a year to confirm", rare.year_to_confirm, {NEWCOMER: MENU}),
    World("a meeting proposed", rare.meeting_proposed, {COLLEAGUE: ("Моя пара",)}),
    World("holidays", rare.holidays, {COORDINATOR: ("настройки",)}),
    World("who am I", rare.staff_without_oneself, {DEPUTY: ()}),
    World("a form answered", rare.form_answered, {TEACHER: ()}),
    World("acts of destruction", erased, {COORDINATOR: ()}),
)


def person_of(school: School, who: str) -> Person:
    person = getattr(school.cast, who)
    assert isinstance(person, Person)
    return person

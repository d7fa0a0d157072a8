"""What the bot said in a year, as a page wants it: kinds in plain words, totals, and what must hold as facts."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from datetime import date, timedelta

from mentoring import calendars
from mentoring.digests import Kind, parts_of
from mentoring.notices import ANSWERS, Notice
from mentoring.rules.calendar import WINDOW_END, WINDOW_START, SchoolCalendar
from mentoring.rules.names import short_name
from mentoring.rules.school_breaks import Scheme, proposed
from sandbox.clock import ZONE
from sandbox.world.model import Json
from sandbox.year.people import Temper
from sandbox.year.said import Said

A_WEEK, A_MONTH = 3, 4  # the most that somebody may be reminded
REMINDING = frozenset({Notice.DIGEST, Notice.NUDGE, Notice.FORM_ASK})
BY_DAY = REMINDING | {Notice.ANNOUNCEMENT}  # one of these a day, inside the window
SEVERAL = "several"
WORDS: Mapping[str, str] = {
    Kind.REQUEST: "Напоминание о запросе",
    Kind.FORM: "Напоминание об анкете",
    Kind.ACTIVITY: "Напоминание о сроке",
    Kind.WEEKLY: "Сводка недели",
    Kind.SURVEY: "Пора открыть опрос",
    Kind.OFFER: "Предложение о паре",
    Kind.FIRST_MEETING: "Напоминание о первой встрече",
    Kind.MEET_AGAIN: "Встреч не было месяц",
    Kind.MEETING: "Напоминание о встрече",
    Kind.MEETING_ASKED: "Предложено время встречи",
    Kind.FIT: "Подходит ли пара",
    Kind.QUEUE: "Поиск продолжается",
    Kind.PAIR_OVER: "Пара завершена, поиск продолжается",
    Kind.SUPPORT: "Что есть, пока идёт поиск",
    Kind.UNPAIRED: "Кто долго без пары",
    Kind.PROGRAMME: "Программа пары",
    Kind.PROGRAMME_LATE: "Программы не пришли в срок",
    Kind.GATHERING: "Напоминание о событии",
    Kind.MINUTES: "Протокол не заполнен",
    Kind.TASK: "Срок поручения",
    Kind.CONFIRM: "Подтвердить на новый год",
    Kind.PRACTICE: "Обещанная практика",
    Kind.KEEP: "Срок хранения данных",
    SEVERAL: "Несколько дел сразу",
    Notice.FORM_ASK: "Приглашение к анкете",
    Notice.NUDGE: "Напоминание от координатора",
    Notice.ANNOUNCEMENT: "Объявление",
    Notice.SURVEY_CLOSED: "Опрос закрыт",
    Notice.MATCH: "Появился наставник",
    Notice.REFERRAL: "Запись к психологу",
    Notice.NEWS: "Новости координатору",
    Notice.REPLY_TO_QUESTION: "Ответ координатора",
    Notice.LET_IN: "Доступ открыт",
    Notice.NOT_LET_IN: "Доступ не открыт",
    Notice.WITHDRAWAL: "Отзыв согласия",
    Notice.GOODBYE: "Доступ закрыт",
    Notice.ROLE_TAKEN: "Снята роль",
    Notice.GATHERING: "Событие",
    Notice.TALK: "Ответ о выступлении",
    Notice.MATERIAL_ANSWER: "Ответ о материале",
    Notice.PRACTICE: "Ответ о практике",
    Notice.PRACTICE_REVOKED: "Карточку просят не показывать",
    Notice.WATCHED: "Действия координаторов",
    Notice.AWAY: "Перерыв в работе бота",
}
TEMPERS: Mapping[Temper, str] = {
    Temper.PROMPT: "отвечает сразу",
    Temper.SLOW: "отвечает не с первого раза",
    Temper.SILENT: "молчит",
    Temper.PUTS_OFF: "откладывает",
    Temper.ON_PAPER: "сдаёт на бумаге",
    Temper.PAUSES: "просит не беспокоить",
    Temper.STOPS: "остановил бота",
}


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody whom the bot may speak to; `is_mentor` as they answered the mentor questionnaire."""

    user_id: int
    full_name: str
    who: str
    _: KW_ONLY
    is_coordinator: bool = False
    is_mentor: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A promise and what became of it; `most` is what it may be at most, None when nothing is promised."""

    words: str
    value: int
    most: int | None

    @property
    def holds(self) -> bool:
        return self.most is None or self.value <= self.most


def school_calendar(year: int) -> SchoolCalendar:
    """Moscow's, with Russia's public holidays and the quarters that the coordinator confirms."""
    russia = calendars.calendar(ZONE.key, frozenset(range(5)), year)
    return replace(russia, breaks=proposed(Scheme.QUARTERS, year))


def kind_of(said: Said) -> str:
    """A reminder is called by the thing that it is about."""
    if said.kind != Notice.DIGEST:
        return said.kind
    kinds = {parts_of(thing)[0] for thing in said.things}
    return kinds.pop() if len(kinds) == 1 else SEVERAL


def facts(said: Sequence[Said], people: Sequence[Listener], calendar: SchoolCalendar) -> list[Fact]:
    """What a deputy head asks first. A reminder on the day that somebody chose is no burden of their month.

    Nor is the question whether they would be in a pair: somebody waits for the answer, and it is void in three days.
    """
    by_id = {each.user_id: each for each in people}
    by_day = [each for each in said if each.kind in BY_DAY]
    reminders = [each for each in said if each.kind in REMINDING]
    unasked = [each for each in reminders if not each.asked_for and not each.proposes]
    by_day_unasked = [each for each in by_day if not each.asked_for]
    mentors = {each.user_id for each in people if each.is_mentor}
    teachers = {each.user_id for each in people if not each.is_coordinator}
    outside = sum(not _in_time(each, by_id[each.user_id], calendar) for each in said)
    crowded = sum(count > 1 for count in Counter((each.user_id, each.at.date()) for each in by_day).values())
    return [
        Fact("сообщений вне рабочего времени", outside, 0),
        Fact("раз больше одного сообщения за день", crowded, 0),
        Fact("самое большее напоминаний одному человеку за неделю", _most_in_a_week(reminders), A_WEEK),
        Fact(
            "самое большее напоминаний учителю за месяц, без отложенных им самим и предложений о паре",
            _most_in_a_month(unasked, teachers),
            None,
        ),
        Fact(
            "самое большее напоминаний наставнику за месяц, без отложенных им самим и предложений о паре",
            _most_in_a_month(unasked, mentors),
            A_MONTH,
        ),
        Fact("то же наставнику вместе с объявлениями", _most_in_a_month(by_day_unasked, mentors), None),
    ]


def _in_time(said: Said, to: Listener, calendar: SchoolCalendar) -> bool:
    """What answers somebody, and a withdrawal, may come at any hour; news while people are up."""
    if said.kind in ANSWERS | {Notice.WITHDRAWAL}:
        return True
    day, hour = said.at.date(), said.at.time()
    if said.kind not in BY_DAY:
        return calendar.is_working(day) and calendars.AWAKE_FROM <= hour < calendars.AWAKE_TO
    speaks = calendar.is_working(day) if to.is_coordinator else calendar.speaks_on(day)
    return speaks and WINDOW_START <= hour < WINDOW_END


def _most_in_a_week(said: Iterable[Said]) -> int:
    days: Mapping[int, list[date]] = defaultdict(list)
    for each in said:
        days[each.user_id].append(each.at.date())
    week = timedelta(days=7)
    counts = (sum(timedelta(0) <= day - first < week for day in mine) for mine in days.values() for first in mine)
    return max(counts, default=0)


def _most_in_a_month(said: Iterable[Said], people: Collection[int]) -> int:
    counts = Counter((each.user_id, f"{each.at:%Y-%m}") for each in said if each.user_id in people)
    return max(counts.values(), default=0)


def view(said: Sequence[Said], people: Sequence[Listener], calendar: SchoolCalendar) -> Json:
    """Everything that the page draws."""
    return {
        "months": sorted({f"{each.at:%Y-%m}" for each in said}),
        "people": [_person(each) for each in people],
        "kinds": [{"key": key, "words": WORDS[key]} for key in WORDS if key in {kind_of(each) for each in said}],
        "facts": [
            {"words": each.words, "value": each.value, "most": each.most, "holds": each.holds}
            for each in facts(said, people, calendar)
        ],
        "said": [_message(each) for each in said],
    }


def _person(of: Listener) -> Json:
    who = f"{of.who}, наставник" if of.is_mentor else of.who
    return {"id": of.user_id, "name": short_name(of.full_name), "fullName": of.full_name, "who": who}


def _message(of: Said) -> Json:
    return {
        "person": of.user_id,
        "day": f"{of.at:%Y-%m-%d}",
        "time": f"{of.at:%H:%M}",
        "kind": kind_of(of),
        "text": of.text,
        "buttons": list(of.labels),
    }

"""«Год за минуту»: what the page is told of everything that the bot has said."""

from dataclasses import replace
from datetime import datetime

from mentoring.digests import Kind
from mentoring.notices import Notice
from sandbox.clock import ZONE
from sandbox.year.people import NAMES, Temper, residents
from sandbox.year.said import Said
from sandbox.year.timeline import TEMPERS, WORDS, Listener, facts, kind_of, school_calendar, view

CALENDAR = school_calendar(2026)
VERA = Listener(101, "Орлова Вера Павловна", "координатор", is_coordinator=True)
NINA = Listener(1, "Агапова Нина Ильинична", "молчит", is_mentor=True)
LEV = Listener(2, "Орешкин Лев Павлович", "отвечает сразу")
PEOPLE = (VERA, NINA, LEV)


def said(to: Listener, at: str, kind: str = Notice.DIGEST, things: tuple[str, ...] = ("request:2026",)) -> Said:
    return Said(
        to.user_id, kind, datetime.fromisoformat(f"2026-{at}").replace(tzinfo=ZONE), "Текст", ("Начать",), things
    )


def values(*told: Said) -> list[int]:
    return [each.value for each in facts(told, PEOPLE, CALENDAR)]


def outside(*told: Said) -> int:
    return values(*told)[0]


def test_whatever_is_said_while_nobody_may_be_spoken_to_is_counted() -> None:
    assert outside(said(NINA, "09-10T14:00"), said(NINA, "09-10T17:59")) == 0
    assert outside(said(NINA, "09-10T13:59"), said(NINA, "09-10T18:00")) == 2
    assert outside(said(NINA, "09-12T14:05"), said(VERA, "11-04T14:05")) == 2, "a Saturday, a public holiday"
    assert outside(said(NINA, "11-02T14:05"), said(VERA, "11-02T14:05")) == 1, "the holidays are the pupils'"


def test_news_wait_for_the_morning_and_an_answer_for_nothing() -> None:
    assert outside(said(VERA, "09-10T20:59", Notice.NEWS), said(NINA, "09-13T03:00", Notice.REPLY_TO_QUESTION)) == 0
    assert outside(said(VERA, "09-10T21:00", Notice.NEWS), said(VERA, "09-12T12:00", Notice.NEWS)) == 2


def test_days_weeks_and_the_months_of_mentors_are_counted() -> None:
    days = ("09-07", "09-08", "09-10", "09-14", "09-15")
    assert values(*(said(NINA, f"{day}T14:05") for day in days)) == [0, 0, 3, 5, 5, 5]
    assert values(*(said(LEV, f"{day}T14:05") for day in days)) == [0, 0, 3, 5, 0, 0], "of mentors alone"
    asked, told = said(NINA, "09-07T14:05", Notice.FORM_ASK), said(NINA, "09-07T16:30", Notice.ANNOUNCEMENT)
    assert values(asked, told) == [0, 1, 1, 1, 1, 2]
    chosen = [replace(said(NINA, f"{day}T14:05"), asked_for=True) for day in days]
    assert values(*chosen) == [0, 0, 3, 0, 0, 0], "whoever puts a thing off has chosen the day"
    broken = [each.words for each in facts([asked, told], PEOPLE, CALENDAR) if not each.holds]
    assert broken == ["раз больше одного сообщения за день"]


def test_a_reminder_is_called_by_what_it_reminds_of() -> None:
    weekly, late = "weekly:202637", "activity:a1_regulation:2026"
    assert kind_of(said(VERA, "09-07T14:05", things=(weekly,))) == Kind.WEEKLY
    assert kind_of(said(VERA, "09-07T14:05", things=(late, late))) == Kind.ACTIVITY
    assert WORDS[kind_of(said(VERA, "09-07T14:05", things=(weekly, late)))] == "Несколько дел сразу"
    assert kind_of(said(NINA, "09-07T14:05", Notice.NUDGE, ())) == Notice.NUDGE


def test_every_kind_and_every_temper_has_its_words() -> None:
    assert set(WORDS) >= (set(Notice) - {Notice.DIGEST}) | set(Kind)
    assert set(TEMPERS) == set(Temper)


def test_the_page_gets_each_message_with_its_person_day_and_buttons() -> None:
    shown = view([said(NINA, "09-10T14:05"), said(VERA, "10-05T09:00", Notice.NEWS, ())], PEOPLE, CALENDAR)
    assert shown["months"] == ["2026-09", "2026-10"]
    assert shown["people"][1] == {
        "id": 1,
        "name": "Агапова Н. И.",
        "fullName": "Агапова Нина Ильинична",
        "who": "молчит, наставник",
    }
    assert [each["words"] for each in shown["kinds"]] == ["Напоминание о запросе", "Новости координатору"]
    assert shown["said"][0] == {
        "person": 1,
        "day": "2026-09-10",
        "time": "14:05",
        "kind": "request",
        "text": "Текст",
        "buttons": ["Начать"],
    }


def test_sixty_people_of_all_tempers_come_on_different_days() -> None:
    people = list(residents(60))
    assert len(set(NAMES)) == len(people)
    assert {each.temper for each in people} == set(Temper)
    assert len({each.joins_on for each in people}) > 20
    assert max(each.joins_on for each in people).year == 2027, "somebody is new in the middle of the year"

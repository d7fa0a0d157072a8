"""Every text that can be made, with awkward names in it, is one that Telegram takes and shows as it was meant."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest

import handlers.texts
from handlers.texts import errors, roadmap_questions
from handlers.texts.reading import Page
from mentoring import forms, pair_words
from mentoring.rules.questionnaire import Refusal, RefusalReason
from mentoring.rules.roadmap_choices import questions
from sandbox.world.html import parse_html
from storage.vocabulary.pairs import PairState
from tests.texts.lengths import EXCUSED, SCREEN, whole, without_rows
from tests.texts.samples import AWKWARD, GENEROUS, NAME, PLAIN_NAME, VARIANTS, Taste, arguments

LONGEST = 4096
A_FEW = 10  # variants with many things in them: each takes its time

# What a reader of screens skips or reads as «зелёный круг», and what it does not.
PICTURE = re.compile("[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
WORD = re.compile("[А-Яа-яЁёA-Za-z]{2}")

# Buttons' labels are no HTML: names stand in them as they are.
LABELS = {
    "announced.line",
    "approvals.line",
    "approvals.this_is",
    "asked_forms.label",
    "asked_forms.own_label",
    "bank.entry_label",
    "by_hand.mentee_label",
    "by_hand.mentor_label",
    "common.label_of",
    "declensions.line_label",
    "digests.activity_label",
    "digests.answer_label",
    "digests.go_on_label",
    "documents.asked_label",
    "documents.label",
    "erasures.line",
    "attendance.ask_label",
    "attendance.bot_label",
    "attendance.tick",
    "gatherings.attendance_label",
    "gatherings.invite_label",
    "gatherings.line",
    "gatherings.people_label",
    "gathering_lists.send_label",
    "gathering_lists.talk_label",
    "gatherings.talks_label",
    "gathering_lists.tick",
    "minutes.done_label",
    "minutes.item_label",
    "minutes.remove_label",
    "minutes.who_label",
    "my_gatherings.label",
    "my_gatherings.menu_label",
    "filling.change_line",
    "filling.option",
    "form_ticks.line",
    "honours.line",
    "group_exits.out_label",
    "materials.area_label",
    "materials.label",
    "materials.proposed_one_label",
    "materials.tick_label",
    "shelf.area_label",
    "shelf.own_label",
    "shelf.send_label",
    "meetings.day_label",
    "meetings.how_label",
    "meeting_plans.lesson_label",
    "meeting_plans.slot_label",
    "meetings.met_label",
    "meetings.topic_label",
    "mentors.entry_label",
    "my_pairs.label",
    "offers.reason_label",
    "own_practices.own_line_label",
    "own_roadmap.changes_label",
    "own_roadmap.questions_label",
    "pair_drafts.draft_button",
    "pair_drafts.group_label",
    "pair_drafts.line_label",
    "pair_drafts.publish_label",
    "pair_orders.line_label",
    "pair_orders.next_one",
    "pair_orders.paper_label",
    "pair_orders.refusal_label",
    "pair_orders.signed_label",
    "pairs.again_label",
    "pairs.answer_label",
    "pair_ends.end_label",
    "pair_swaps.choice_label",
    "pair_ends.format_label",
    "pairs.label",
    "papers.line",
    "people.label",
    "practice_desk.list_label",
    "practice_desk.nomination_label",
    "practice_desk.ready_label",
    "practice_desk.tick_label",
    "practices.area_label",
    "practices.line_label",
    "practices.own_label",
    "programme_news.open_label",
    "programme_steps.area_label",
    "programme_steps.done_label",
    "programme_steps.label",
    "programme_steps.offered_label",
    "programmes.lack_label",
    "programmes.lacks_label",
    "programmes.plan_label",
    "questionnaires.from_paper",
    "questionnaires.label",
    "questions.line",
    "queue.back_label",
    "queue.button",
    "queue.fits_label",
    "queue.held_label",
    "referrals.label",
    "roadmap.change_stage",
    "stages.activity_label",
    "stages.stage_label",
    "survey_plans.label",
    "survey_plans.way",
    "survey_plans.invite_label",
    "surveys.open_label",
    "surveys.round_label",
    "surveys.comments_label",
    "tallies.version",
    "year_turn.bank_label",
    "year_turn.choice_label",
    "year_turn.confirm_label",
    "year_turn.line_label",
    "today.overdue",
    "today.second_try",
    "watched.rights_label",
}
# What is no sentence but a piece that others are made of, or takes functions.
PIECES = {
    *(
        "common.cut",
        "meetings.ending",
        "common.stop",
        "common.plural",
        "common.room_of_each",
        "people.told_apart",
        "reading.by_pages",
    ),
    *("own_roadmap.understood", "own_roadmap.changes", "own_roadmap.ask"),  # they want a document
    "own_roadmap.choice",
    "pairs.names",
    *("roadmap_questions.ask", "roadmap_questions.choice"),  # they want a choice of the very question
}
# Arguments that come ready: escaped by the text they were made with, or our own links and paths.
READY: Mapping[str, set[str]] = {
    "answered.in_messages": {"head"},
    "answered.why": {"begun", "not_begun"},
    "arrivals.school_ready": {"zone"},
    "brought_pairs.draft": {"shown"},
    "cards.disconnect_ask": {"who"},
    "digests.several": {"pieces"},
    "cards.remove_ask": {"who"},
    "cards.link_given": {"who"},
    "cards.paper_consent_ask": {"who"},
    "cards.withdraw_ask": {"who"},
    "exports.ask": {"what"},
    "leaving.ask": {"who"},
    "leaving.card": {"who"},
    "invites.invitation": {"url", "code"},
    "invites.personal": {"who", "url", "code"},
    "invites.way_in": {"url", "code"},
    "menu.coordinator": {"behind"},
    "menu.my_data": {"consented", "contact"},
    "menu.teacher": {"wanted"},
    "results.kept": {"path"},
    "results.kept_several": {"paths"},
    "roles.let_in_ask": {"typed", "listed"},
    "roles.of_person": {"who"},
    "roles.take_back_ask": {"who"},
    "staff_list.draft": {"shown"},
    "timetables.draft": {"shown"},
}


def _texts() -> Iterator[tuple[str, Callable[..., Any]]]:
    for found in pkgutil.iter_modules(handlers.texts.__path__):
        module = importlib.import_module(f"handlers.texts.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                yield f"{found.name}.{name}", function


TEXTS = {name: function for name, function in _texts() if name not in PIECES}


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - LABELS))
def test_a_text_is_taken_by_telegram_and_shows_names_as_they_are(name: str) -> None:
    for text in _made(name):
        shown = parse_html(text).text
        assert len(shown.encode("utf-16-le")) // 2 <= LONGEST
        assert "&lt;" not in shown, f"escaped twice: {shown}"
        assert "&amp;" not in shown, f"escaped twice: {shown}"


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_text_has_no_hole_and_no_gap(name: str) -> None:
    """Nothing of Python looks out, and no empty piece leaves its spaces behind."""
    for text in _made(name):
        for hole in ("None", "True", "False", "frozenset", "  ", "..", " . ", " ,", "(, ", "<b></b>"):
            assert hole not in text.replace(NAME, PLAIN_NAME), f"«{hole}» in: {text}"


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - LABELS))
def test_a_text_fits_a_screen_in_large_letters_or_is_excused(name: str) -> None:
    """Whole with few things in it; its own words, rows of a list left out, with many and with long names."""
    longest = max(whole(_made(name)), without_rows(_made(name, GENEROUS, A_FEW)))
    excused = any(name in names for names in EXCUSED.values())
    assert (longest > SCREEN) is excused, f"{longest} characters"


@pytest.mark.parametrize("name", sorted(LABELS))
def test_a_buttons_label_with_a_usual_name_fits_a_phone(name: str) -> None:
    for text in _made(name):
        if NAME not in text and name not in {"filling.option", "filling.change_line"}:
            assert len(text) <= 40


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_no_picture_and_no_colour_says_what_words_do_not(name: str) -> None:
    """Whoever hears the screen read, or sees no colours, learns the same: beside each mark its words stand."""
    for text in _made(name):
        shown = text if name in LABELS else parse_html(text).text
        for line in filter(PICTURE.search, shown.split("\n")):
            assert WORD.search(PICTURE.sub("", line)), f"only a picture: {line}"


@pytest.mark.parametrize("state", PairState)
def test_a_pair_of_each_colour_says_its_state_in_words(state: PairState) -> None:
    assert WORD.search(pair_words.STATES[state])
    assert len(set(pair_words.STATES.values())) == len(PairState)


def test_every_question_of_the_roadmap_has_its_words_and_every_choice_fits_a_button() -> None:
    asked = questions(forms.load().roadmap, 2026)
    for number, question in enumerate(asked, 1):
        for choice in question.choices:
            label = roadmap_questions.choice(question, choice)
            shown = parse_html(roadmap_questions.ask(question, number, len(asked), choice)).text
            assert len(label) <= 40
            assert shown.endswith(f"Сейчас: {label}.")
            assert f"{number} из {len(asked)}" in shown


@pytest.mark.parametrize("reason", RefusalReason)
def test_every_refusal_has_its_sentence(reason: RefusalReason) -> None:
    for form in forms.load().forms.values():
        for question in form.questions:
            said = errors.refusal(question, Refusal(reason))
            assert said.rstrip("»").endswith((".", "?")), said


def test_what_is_excepted_is_there() -> None:
    assert TEXTS.keys() >= LABELS | READY.keys()
    assert TEXTS.keys() >= {name for names in EXCUSED.values() for name in names}
    for name, ready in READY.items():
        assert ready <= inspect.signature(TEXTS[name]).parameters.keys()


@cache
def _made(name: str, taste: Taste = AWKWARD, variants: int = VARIANTS) -> tuple[str, ...]:
    return tuple(_variants(name, taste, variants))


def _variants(name: str, taste: Taste, variants: int) -> Iterator[str]:
    for variant in range(variants):
        given = arguments(TEXTS[name], variant, taste)
        made = TEXTS[name](
            **{key: _ready(value) if key in READY.get(name, ()) else value for key, value in given.items()}
        )
        yield from [made] if isinstance(made, str) else (each.text if isinstance(each, Page) else each for each in made)


def _ready(value: Any) -> Any:
    return PLAIN_NAME if isinstance(value, str) else [PLAIN_NAME for _ in value]

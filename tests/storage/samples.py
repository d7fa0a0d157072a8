"""An argument for every parameter of every query, by its type or its name: people and runs of the filled database."""

import inspect
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime
from types import NoneType
from typing import Any, get_args, get_type_hints

from storage.announcements import Unreached
from storage.bank import Limits
from storage.evidence import Evidence
from storage.inbox import Arrival
from storage.outbox import Ending, OutboxRow, Planned, Postponed
from storage.reminded import Said, Snoozed
from storage.roadmap_choices import Choice
from storage.runs import Run
from storage.screens import Shown
from storage.tallies import Scope
from storage.vocabulary import (
    Audience,
    ConsentDecision,
    ConsentKind,
    Delivery,
    EvidenceKind,
    InviteKind,
    NoticePolicy,
    Open,
    PersonState,
    Privacy,
    RoadmapState,
    Role,
    RunState,
    Source,
)
from tests.storage.seeds import NOW

Query = Callable[..., Awaitable[object]]

TODAY = NOW.date()
# All of school 8; SOMEBODY and ANOTHER have accounts and have handed in their requests.
SCHOOL, SOMEBODY, ANOTHER, COORDINATOR = 8, 47, 67, 7
EXTERNAL = 5_000_000_000 + SOMEBODY
NOBODYS_ACCOUNT = 9_996  # the person of this number has none

_OUTBOX_ROW = OutboxRow("new", EXTERNAL, SOMEBODY, "reply", "{}", NoticePolicy.AT_LEAST_ONCE, 0, NOW, None, 1)
_RUN = Run(
    id=SOMEBODY,
    school_id=SCHOOL,
    person_id=SOMEBODY,
    entered_by=SOMEBODY,
    form_key="needs",
    form_version=1,
    digest=None,
    state=RunState.SUBMITTED,
    part="core",
    place="role",
    step=0,
    ticked=(),
    changing=False,
    failures=0,
    about={},
    parent_id=None,
    source=Source.TAP,
    touched_at=NOW,
    submitted_at=NOW,
    seen_at=None,
    changed_at=None,
)

BY_TYPE: dict[Any, object] = {
    datetime: NOW,
    date: TODAY,
    bool: True,
    ConsentDecision: ConsentDecision.GIVEN,
    ConsentKind: ConsentKind.DATA,
    InviteKind: InviteKind.PERSON,
    PersonState: PersonState.ACTIVE,
    Privacy: Privacy.STRICT,
    RoadmapState: RoadmapState.ACCEPTED,
    Role: Role.DEPUTY,
    Audience: Audience.MENTORS,
    RunState: RunState.SUBMITTED,
    Source: Source.TAP,
    Run: _RUN,
    Evidence: Evidence("a1_regulation", EvidenceKind.DOCUMENT, "47-о", TODAY),
    Choice: Choice("s3_mentor_bank", Open.RESPONSIBLE, "deputy"),
    Snoozed: Snoozed(SOMEBODY, "request:2026", TODAY, on_paper=False),
    Scope: Scope(SCHOOL, "needs", "", "link-47"),
    Limits: Limits(version=1, today=TODAY, day=NOW, week=NOW),
    Planned: Planned(EXTERNAL, SOMEBODY, "nudge", "{}", "new", NoticePolicy.ONCE, 5, NOW),
    Sequence[Planned]: [Planned(EXTERNAL, SOMEBODY, "nudge", "{}", "new", NoticePolicy.ONCE, 5, NOW)],
    Sequence[Said]: [Said(SOMEBODY, "request:2026", 1, "digest:47:20260908")],
    Sequence[OutboxRow]: [_OUTBOX_ROW],
    Sequence[Ending]: [Ending("key-100", Delivery.SENT)],
    Sequence[Postponed]: [Postponed("key-100", NOW, 1)],
    Sequence[Unreached]: [Unreached(1, ANOTHER, "key-67")],
    Sequence[Arrival]: [Arrival(42, 10_001, "update", EXTERNAL, "{}")],
}

BY_NAME: dict[str, object] = {
    "about": "",
    "account_id": NOBODYS_ACCOUNT,
    "act": "person.add",
    "activity": "a1_regulation",
    "actor_id": COORDINATOR,
    "announcement_id": 8,
    "ask_id": 47,
    "address": "Москва, Садовая, 1",
    "after_seq": 0,
    "before": "иванова 5",
    "break_id": 1,
    "base_version": 1,
    "but": SOMEBODY,
    "by": COORDINATOR,
    "chat_id": EXTERNAL,
    "city": "Москва",
    "code_hash": "new",
    "command_set": 7,
    "consent_id": None,
    "content": "[]",
    "count": 1,
    "digest": "link-47",
    "draft_id": 1,
    "entered_by": SOMEBODY,
    "error": "ValueError",
    "experience": "больше 20 лет",
    "external_id": EXTERNAL,
    "failures": 0,
    "first_run": SOMEBODY,
    "form_key": "mentor_profile",
    "form_version": 1,
    "full_name": "Петрова Мария Ивановна",
    "invite_id": 47,
    "job_id": 100,
    "key": "key-1",
    "keys": ["key-100", "key-200"],
    "kind": "bank",
    "lane": EXTERNAL,
    "last_run": ANOTHER,
    "levels": ("основное общее",),
    "limit": 10,
    "link_hash": "new",
    "listed": ANOTHER,
    "message_id": 7,
    "many": 3,
    "run_ids": [SOMEBODY],
    "survey_id": 8,
    "threshold": 5,
    "nameless": SOMEBODY,
    "name": "Школа № 12",
    "newcomer_id": SOMEBODY,
    "notice": "digest:47:20260908",
    "note": "Добавлен вопрос о расписании",
    "offset": 20,
    "parent_id": None,
    "part": "core",
    "patterns": ("ивано% 5%", "5% ивано%"),
    "people": [SOMEBODY, ANOTHER],
    "person_id": SOMEBODY,
    "place": "goal",
    "position": "учитель",
    "question": "question-1",
    "question_id": 100,
    "questions": ("subjects", "levels", "experience"),
    "reason": "unreachable",
    "recorded_by": None,
    "reply": "Пишите как есть.",
    "run_id": SOMEBODY,
    "school_id": SCHOOL,
    "school_year": 2026,
    "search_name": "петрова мария ивановна",
    "seq": 100,
    "seqs": [100, 200],
    "shipped": "link-47",
    "short_name": "Школа № 12",
    "shown": {EXTERNAL: Shown(7)},
    "step": 1,
    "sort_name": "петрова мария ивановна",
    "subjects": ("физика",),
    "task": {"school_id": SCHOOL},
    "text": "Что писать?",
    "text_hash": "hash",
    "text_version": 1,
    "ticked": ("a",),
    "thing": "request:2026",
    "time_zone": "Europe/Moscow",
    "value": '"yes"',
    "version": 1,
    "waiting": "[]",
    "working_weekdays": "123456",
}


def arguments(query: Query) -> dict[str, object]:
    """All arguments of a query but its transaction. Raises LookupError for a parameter that has no sample."""
    hints = get_type_hints(query)
    names = list(inspect.signature(query).parameters)[1:]
    return {name: _sample(query, name, hints[name]) for name in names}


def _sample(query: Query, name: str, hint: Any) -> object:
    kinds = [kind for kind in get_args(hint) if kind is not NoneType] if NoneType in get_args(hint) else [hint]
    if kinds[0] in BY_TYPE:
        return BY_TYPE[kinds[0]]
    if name in BY_NAME:
        return BY_NAME[name]
    raise LookupError(
        f"{query.__module__}.{query.__name__}: no sample for {name}: {hint}; add one to tests/storage/samples.py"
    )

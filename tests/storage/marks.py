"""A school in which every text that may hold something of a person does: their own words, and their name in others'."""

import json

from bot.intake import kept
from mentoring.rules import own_roadmap
from storage.tx import Tx
from tests.rules.roadmap_tables import stage
from tests.rules.test_own_roadmap import own
from tests.storage.seeds import NOW, school

FULL_NAME = "Приметова Зинаида Фаддеевна"
NAMED = "Решили с Приметовой З. Ф. и с Зинаидой Фаддеевной"  # in words of others
OWN = "Зюзюмбель"  # in words of hers
TRACES = ("риметов", "РИМЕТОВ", "зюзюмбел", "Зюзюмбел", "Фаддеевн", "фаддеевн")
TELEGRAM = 700_700_700
DAY = "2026-09-10"


async def leave_marks(tx: Tx) -> tuple[int, int]:
    """The ids of the school and of the person who is to be erased."""
    school_id = await school(tx)
    await put(tx, "account", id=1, channel="telegram", external_id=TELEGRAM, created_at=NOW)
    for person_id, full_name, account_id in ((1, FULL_NAME, 1), (2, "Рябинин Игорь Олегович", None)):
        await put(
            tx,
            "person",
            id=person_id,
            school_id=school_id,
            account_id=account_id,
            full_name=full_name,
            search_name=full_name.casefold(),
            sort_name=full_name.casefold(),
            position=OWN,
            subjects=[OWN],
            levels=[OWN],
            experience=OWN,
            state="active",
            created_at=NOW,
        ) if person_id == 1 else await put(
            tx,
            "person",
            id=person_id,
            school_id=school_id,
            full_name=full_name,
            search_name="рябинин",
            sort_name="рябинин",
            state="active",
            created_at=NOW,
        )
    await _of_their_own(tx, school_id)
    await _of_their_pair(tx, school_id)
    await _of_others(tx, school_id)
    await _of_the_machine(tx, school_id)
    return school_id, 1


async def _of_their_own(tx: Tx, school_id: int) -> None:
    of = {"school_id": school_id, "person_id": 1}
    await put(tx, "role", person_id=1, role="teacher", granted_at=NOW)
    await put(
        tx,
        "invite",
        **of,
        kind="role",
        full_name=FULL_NAME,
        link_hash="l",
        code_hash="c",
        expires_at=NOW,
        created_at=NOW,
    )
    await put(
        tx,
        "invite",
        school_id=school_id,
        kind="role",
        role="deputy",
        full_name=FULL_NAME,
        link_hash="l2",
        code_hash="c2",
        expires_at=NOW,
        created_at=NOW,
    )
    await put(tx, "consent", **_consent())
    await put(tx, "form_run", id=1, **_run(of, "needs"), state="submitted", place=OWN, ticked=[OWN], about={"x": OWN})
    await put(tx, "answer", run_id=1, question="comment", value=[OWN], source="typed", answered_at=NOW)
    await put(tx, "question", **of, about=OWN, text=OWN, reply=OWN, asked_at=NOW)
    await put(tx, "queue_exit", **of, why="own_wish", reason=OWN, left_by=1, left_at=NOW)
    await put(
        tx,
        "person_declension",
        person_id=1,
        spelling=FULL_NAME,
        genitive=OWN,
        dative=OWN,
        accusative=OWN,
        confirmed_by=2,
        confirmed_at=NOW,
    )
    for kind, spelling in (("post", OWN), ("director", FULL_NAME)):
        await put(
            tx,
            "school_declension",
            school_id=school_id,
            kind=kind,
            spelling=spelling,
            genitive=OWN,
            dative=OWN,
            accusative=OWN,
            confirmed_by=2,
            confirmed_at=NOW,
        )
    proposed = {"school_id": school_id, "kind": "file", "address": "", "author_id": 1, "added_at": NOW}
    await put(tx, "material", **proposed, title=OWN, purpose=OWN, file_name=OWN, state="proposed")
    card = dict.fromkeys(
        ("title", "useful_to", "problem", "done", "result", "links", "note", "words", "title_words"), OWN
    )
    await put(tx, "practice_card", id=1, **_card(school_id, 1), **card)
    await put(tx, "practice_edit", card_id=1, field="title", was=OWN, became=OWN, edited_by=2, edited_at=NOW)


async def _of_their_pair(tx: Tx, school_id: int) -> None:
    await put(
        tx,
        "pairing",
        id=1,
        school_id=school_id,
        school_year=2026,
        kind="pair",
        format="one_to_one",
        state="active",
        origin="matched",
        why=OWN,
        terms=[OWN],
        made_by=2,
        made_at=NOW,
        state_at=NOW,
        starts_on=DAY,
    )
    for person_id, side in ((2, "mentor"), (1, "mentee")):
        await put(tx, "pairing_member", pairing_id=1, person_id=person_id, side=side, joined_at=NOW)
        offer = {"pairing_id": 1, "person_id": person_id, "side": side, "state": "declined", "asked_on": DAY}
        await put(tx, "offer", **offer, answer_by=DAY, reason=OWN if person_id == 1 else NAMED)
    await put(tx, "pairing_move", pairing_id=1, state="proposed", reason="notice.back", moved_by=1, moved_at=NOW)
    await put(
        tx,
        "programme",
        pairing_id=1,
        state="approved",
        version=1,
        content={"problem": OWN},
        starts_on=DAY,
        ends_on="2027-05-31",
        note=OWN,
        changed_by=1,
        changed_at=NOW,
    )
    step = dict.fromkeys(("activity", "form", "result", "evidence"), OWN)
    await put(tx, "programme_step", id=1, pairing_id=1, place=0, area="method", **step)
    await put(
        tx, "programme_version", pairing_id=1, version=1, content={"a": OWN}, changes=[OWN], kept_by=1, kept_at=NOW
    )
    note = {"pairing_id": 1, "author_id": 1, "held_on": DAY, "how": "talk", "noted_at": NOW}
    await put(tx, "contact_note", **note, topics=["method"], next_step=OWN)


async def _of_others(tx: Tx, school_id: int) -> None:
    """Words of others, and of the whole school, that name them."""
    of, by = {"school_id": school_id, "school_year": 2026}, {"person_id": 2, "school_id": school_id}
    await tx.run("UPDATE school SET director = :name, psychologist_hours = :words", name="Приметова З. Ф.", words=NAMED)
    await put(tx, "staff_list", **by, content=[FULL_NAME], made_at=NOW)
    await put(tx, "sent_sheet", **by, kind="pairs", content={"row": FULL_NAME}, made_at=NOW)
    await put(tx, "form_run", id=2, **_run(by, "needs"), state="submitted", place="", about={"whom": NAMED})
    await put(
        tx,
        "answer",
        run_id=2,
        question="comment",
        value=json.dumps(f"Первое\n{NAMED}", ensure_ascii=False),
        source="typed",
        answered_at=NOW,
    )
    await put(tx, "question", **by, about=NAMED, text=NAMED, reply=NAMED, asked_at=NOW)
    await put(tx, "form", digest="d", content="{}")
    version = {"school_id": school_id, "form_key": "needs", "version": 2, "digest": "d", "published_by": 2}
    await put(tx, "form_version", **version, note=NAMED, published_at=NOW)
    await put(tx, "evidence", **of, activity="a", kind="words", words=NAMED, recorded_by=2, recorded_at=NOW)
    sent = {
        "audience": "everybody",
        "state": "sent",
        "written_by": 2,
        "written_at": NOW,
        "sent_at": NOW,
        "goes_at": NOW,
    }
    await put(tx, "announcement", school_id=school_id, text=NAMED, **sent)
    survey = {"form_key": "event_feedback", "digest": "d", "threshold": 3, "answer_by": DAY, "opened_by": 2}
    await put(tx, "survey", id=1, **of, **survey, opened_at=NOW, closed_at=NOW)
    for value, many in ((f'"{NAMED}"', 1), ('"Решили с …  и с …"'.replace("  ", " "), 2)):
        await put(tx, "anonymous_answer", survey_id=1, question="more", value=value, many=many)
    await put(tx, "pair_draft", **of, number=1, content={"why": NAMED}, stamp="s", made_by=2, made_at=NOW)
    await put(
        tx, "document_value", **of, kind="order_regulation", field="контроль", value="Приметову Зинаиду Фаддеевну"
    )
    await put(tx, "school_detail", school_id=school_id, field="head", value="З. Ф. Приметова")
    gathering = {"kind": "session", "state": "invited", "day": DAY, "starts": "15:30", "calls": 0, "made_by": 2}
    head = {"chair": "Приметова З. Ф.", "secretary": FULL_NAME}
    await put(
        tx, "gathering", id=1, **of, **gathering, **head, place=NAMED, agenda=[NAMED], made_at=NOW, invited_at=NOW
    )
    for person_id, talk in ((1, OWN), (2, NAMED)):
        await put(tx, "gathering_person", gathering_id=1, person_id=person_id, talk=talk, talk_state="offered")
    await put(tx, "gathering_line", gathering_id=1, item=0, kind="heard", text=NAMED, written_by=2, written_at=NOW)
    kept = {"school_id": school_id, "kind": "file", "address": "", "author_id": 1, "added_at": NOW, "state": "kept"}
    await put(tx, "material", **kept, title=NAMED, purpose=NAMED, file_name="План Приметовой.docx")
    card = dict.fromkeys(("title", "useful_to", "problem", "done", "result", "links", "note"), NAMED)
    await put(tx, "practice_card", id=2, **_card(school_id, 2), **card, words=" с приметовой", title_words=" приметова")
    await put(tx, "practice_edit", card_id=2, field="title", was=NAMED, became=NAMED, edited_by=2, edited_at=NOW)
    await put(tx, "nomination", **of, title=NAMED, made_by=2, made_at=NOW)
    await put(
        tx, "closed_year", **of, closed_by=2, closed_at=NOW, figures="{}", keep_until="2027-08-31", keep_reason=NAMED
    )
    stages = (stage("Мастерская Приметовой", responsible="Приметова З. Ф."), stage("Сбор"))
    plan = own_roadmap.write(own(*stages, responsible="Приметова З. Ф."))
    await put(tx, "own_roadmap", **of, state="accepted", content=plan, kept_by=2, kept_at=NOW)
    await put(tx, "year_words", **of, part="plan", words=NAMED, written_by=2, written_at=NOW)


async def _of_the_machine(tx: Tx, school_id: int) -> None:
    letter = {"kind": "update", "state": "dead", "received_at": NOW, "done_at": NOW, "bot_id": 1}
    for number, lane, text in ((1, TELEGRAM, OWN), (2, 5, NAMED)):
        body = json.dumps(kept({"update_id": number, "message": {"text": text}}))  # as the intake writes it
        await put(tx, "inbox", **letter, update_id=number, lane=lane, body=body)
    row = {"policy": "once", "priority": 0, "state": "failed", "due_at": NOW, "planned_at": NOW, "kind": "reply"}
    await put(tx, "outbox", **row, chat_id=TELEGRAM, person_id=1, key="k1", body=OWN)
    await put(tx, "outbox", **row, chat_id=TELEGRAM, key="k2", body=OWN)
    job = {"school_id": school_id, "person_id": 1, "chat_id": TELEGRAM, "kind": "bank", "created_at": NOW}
    await put(tx, "job", **job, task={"file": OWN}, state="failed")
    await put(tx, "wrong_code", external_id=TELEGRAM, tried_at=NOW)


def _run(of: dict[str, int], form_key: str) -> dict[str, object]:
    moments = {"started_at": NOW, "touched_at": NOW, "submitted_at": NOW}
    return {
        **of,
        **moments,
        "entered_by": of["person_id"],
        "form_key": form_key,
        "form_version": 1,
        "part": "core",
        "source": "tap",
    }


def _card(school_id: int, author_id: int) -> dict[str, object]:
    said = {"areas": [], "publish": "named", "stays": 0, "sent_at": NOW}
    return {**said, "school_id": school_id, "school_year": 2026, "author_id": author_id, "state": "accepted"}


def _consent() -> dict[str, object]:
    kind = {"kind": "data", "decision": "given", "source": "tap"}
    return {**kind, "person_id": 1, "text_version": 1, "text_hash": "h", "decided_at": NOW}


async def put(tx: Tx, table: str, **values: object) -> None:
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    await tx.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", **values)

"""What stands in the database about one person, noun by noun, for that person alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.runs import Run
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Line:
    at: str  # a day or a moment, as it is stored
    what: str  # words, or keys that stand for them, apart by a space
    words: str


_RUN = """id, school_id, person_id, entered_by, form_key, form_version, digest, state, part, place, step, ticked,
          changing, failures, about, parent_id, source, touched_at, submitted_at, seen_at, changed_at, carried"""

# Others are named only where the person works with them; what coordinators have written on choosing is theirs.
SECTIONS: Mapping[str, str] = {
    "consents": """SELECT decided_at AS at, kind || ' ' || decision AS what, source AS words FROM consent
                   WHERE person_id = :person_id ORDER BY id""",
    "papers": """SELECT COALESCE(received_on, changed_at) AS at, state AS what, '' AS words FROM paper
                 WHERE person_id = :person_id
                 UNION ALL SELECT COALESCE(received_on, changed_at) AS at, kind || ' ' || state AS what, '' AS words
                 FROM pair_paper WHERE person_id = :person_id ORDER BY at""",
    "roles": "SELECT granted_at AS at, role AS what, '' AS words FROM role WHERE person_id = :person_id ORDER BY role",
    "questions": """SELECT asked_at AS at, text AS what, COALESCE(reply, '') AS words FROM question
                    WHERE person_id = :person_id ORDER BY id""",
    "asked": """SELECT COALESCE(asked_at, '') AS at,
                       form_key || CASE WHEN taken_part = 1 THEN ' taken_part' ELSE '' END AS what, '' AS words
                FROM form_ask WHERE person_id = :person_id AND asked_at IS NOT NULL ORDER BY id""",
    "pairs": """SELECT m.joined_at AS at, m.side || ' ' || g.state AS what, COALESCE(p.full_name, '') AS words
                FROM pairing_member m JOIN pairing g ON g.id = m.pairing_id
                LEFT JOIN pairing_member o ON o.pairing_id = m.pairing_id AND o.person_id <> m.person_id
                LEFT JOIN person p ON p.id = o.person_id AND p.erase_by IS NULL
                WHERE m.person_id = :person_id ORDER BY m.joined_at, m.pairing_id, o.person_id""",
    "offers": """SELECT asked_on AS at, side || ' ' || state AS what, reason AS words FROM offer
                 WHERE person_id = :person_id ORDER BY id""",
    "fits": """SELECT answered_at AS at, fit AS what, '' AS words FROM fit_answer
               WHERE person_id = :person_id ORDER BY pairing_id, round""",
    "programmes": """SELECT COALESCE(s.due_on, '') AS at, s.activity AS what, s.result AS words
                     FROM pairing_member m JOIN programme_step s ON s.pairing_id = m.pairing_id
                     WHERE m.person_id = :person_id ORDER BY s.pairing_id, s.place""",
    "meetings": """SELECT n.held_on AS at, n.how AS what,
                          CASE WHEN n.author_id = :person_id THEN n.next_step ELSE '' END AS words
                   FROM pairing_member m JOIN contact_note n ON n.pairing_id = m.pairing_id
                   WHERE m.person_id = :person_id AND n.taken_back_at IS NULL ORDER BY n.held_on, n.id""",
    "lessons": """SELECT CAST(weekday AS TEXT) AS at, CAST(lesson AS TEXT) AS what, '' AS words FROM free_lesson
                  WHERE person_id = :person_id ORDER BY weekday, lesson""",
    "gatherings": """SELECT g.day AS at,
                            g.kind || ' ' || e.answer || CASE WHEN e.attended = 1 THEN ' attended' ELSE '' END AS what,
                            e.talk AS words
                     FROM gathering_person e JOIN gathering g ON g.id = e.gathering_id
                     WHERE e.person_id = :person_id ORDER BY g.day, g.id""",
    "tasks": """SELECT COALESCE(due_on, '') AS at, text AS what,
                       CASE WHEN done_at IS NULL THEN '' ELSE 'done' END AS words
                FROM gathering_line WHERE responsible_id = :person_id ORDER BY id""",
    "materials": """SELECT added_at AS at, title AS what, purpose AS words FROM material
                    WHERE author_id = :person_id AND school_id = (SELECT school_id FROM person WHERE id = :person_id)
                    ORDER BY id""",
    "practices": """SELECT sent_at AS at, title AS what,
                           problem || '; ' || done || '; ' || result AS words FROM practice_card
                    WHERE author_id = :person_id ORDER BY id""",
    "waiting": """SELECT left_at AS at, why AS what, reason AS words FROM queue_exit WHERE person_id = :person_id
                  UNION ALL SELECT began_at AS at, 'pause' AS what, '' AS words FROM mentor_pause
                  WHERE person_id = :person_id
                  UNION ALL SELECT offered_on AS at, kind || ' ' || state AS what, '' AS words FROM support_note
                  WHERE person_id = :person_id ORDER BY at""",
    "announcements": """SELECT COALESCE(a.sent_at, '') AS at, a.text AS what,
                               CASE WHEN t.read = 1 THEN 'read' ELSE '' END AS words
                        FROM announcement_to t JOIN announcement a ON a.id = t.announcement_id
                        WHERE t.person_id = :person_id ORDER BY a.id""",
    "messages": """SELECT planned_at AS at, thing AS what, '' AS words FROM reminder WHERE person_id = :person_id
                   ORDER BY planned_at, key""",
    "names": """SELECT confirmed_at AS at, spelling AS what, genitive || '; ' || dative || '; ' || accusative AS words
                FROM person_declension WHERE person_id = :person_id""",
}


async def sections(tx: Tx, person_id: int) -> dict[str, list[Line]]:
    """Each of SECTIONS by its name."""
    return {name: await tx.all(Line, query, person_id=person_id) for name, query in SECTIONS.items()}


async def runs(tx: Tx, person_id: int) -> list[Run]:
    """Every questionnaire that they have begun, of earlier years too; the oldest first."""
    return await tx.all(
        Run,
        f"SELECT {_RUN} FROM form_run WHERE person_id = :person_id AND state IN ('open', 'submitted') ORDER BY id",
        person_id=person_id,
    )

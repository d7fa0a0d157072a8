"""What of pairs a coordinator has to look at, counted."""

from dataclasses import dataclass

from storage.bank import LOOKED_FOR_REQUEST, PEOPLE
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class PairCounts:
    proposed: int  # somebody is still asked
    agreed: int  # everybody has said yes, there is no order yet
    at_work: int  # in an order or at work
    leaving: int  # a notice of leaving was given
    back: int  # offers that were declined or not answered, and nobody has looked at yet
    waiting: int  # mentees without a pair


NONE = PairCounts(0, 0, 0, 0, 0, 0)


async def counts(tx: Tx, school_id: int, school_year: int) -> PairCounts:
    found = await tx.one(
        PairCounts,
        f"""SELECT COUNT(*) FILTER (WHERE g.state = 'proposed') AS proposed,
                   COUNT(*) FILTER (WHERE g.state = 'agreed') AS agreed,
                   COUNT(*) FILTER (WHERE g.state IN ('ordered', 'active', 'paused')) AS at_work,
                   COUNT(*) FILTER (WHERE g.state <> 'ended' AND g.leaves_on IS NOT NULL) AS leaving,
                   (SELECT COUNT(*) FROM pairing b JOIN offer o ON o.pairing_id = b.id
                    WHERE b.school_id = :school_id AND b.school_year = :school_year
                      AND o.state IN ('declined', 'lapsed') AND o.seen = 0) AS back,
                   (SELECT COUNT(*) FROM person p JOIN {LOOKED_FOR_REQUEST}
                    JOIN answer w ON w.run_id = f.id AND w.question = 'want_mentor'
                    WHERE {PEOPLE} AND f.state = 'submitted' AND w.value IN ('"year"', '"short"')
                      AND (SELECT COUNT(*) FROM pairing_member m JOIN pairing x ON x.id = m.pairing_id
                           WHERE m.person_id = p.id AND m.side = 'mentee' AND m.left_at IS NULL
                             AND x.state <> 'ended') = 0
                      AND (SELECT COUNT(*) FROM queue_exit q
                           WHERE q.person_id = p.id AND q.returned_at IS NULL) = 0) AS waiting
            FROM pairing g WHERE g.school_id = :school_id AND g.school_year = :school_year""",
        school_id=school_id,
        school_year=school_year,
    )
    return found or NONE

"""What a coordinator has to look at now, counted in one pass over the school's people."""

from dataclasses import dataclass

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Counts:
    """Of the people of one school; who withdrew is in no number but their own."""

    people: int
    asked: int  # who is to hand in a request: all but those who lead and have not decided to take part
    answered: int
    begun: int
    not_begun: int  # consented, and that is all
    unseen: int
    papers: int  # received
    consented: int
    without_account: int  # and without consent on paper
    undecided: int  # have an account, no answer about consent
    declined: int
    unreachable: int
    waiting: int  # came by the staff room's link, not let in yet
    withdrawn: int


NOBODY = Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


async def counts(tx: Tx, school_id: int) -> Counts:
    found = await tx.one(
        Counts,
        """WITH someone AS (
               SELECT p.account_id, p.erase_by, a.reachable, d.decision, f.state AS request, f.seen_at,
                      w.state AS paper, p.state = 'waiting' AND p.full_name <> '' AND p.erase_by IS NULL AS waits,
                      p.state <> 'waiting' AND p.full_name <> '' AND p.erase_by IS NULL AS listed,
                      EXISTS (SELECT 1 FROM role WHERE person_id = p.id AND role <> 'teacher') AS leads
               FROM person p LEFT JOIN account a ON a.id = p.account_id
               LEFT JOIN consent d ON d.id =
                    (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
               LEFT JOIN form_run f ON f.id = (SELECT MAX(id) FROM form_run
                    WHERE person_id = p.id AND form_key = 'needs' AND state IN ('open', 'submitted')
                      AND carried = '')
               LEFT JOIN paper w ON w.person_id = p.id AND w.kind = 'data'
               WHERE p.school_id = :school_id AND p.state IN ('invited', 'active', 'waiting'))
           SELECT COUNT(*) FILTER (WHERE listed) AS people,
                  COUNT(*) FILTER (WHERE listed AND (decision IS NOT NULL OR NOT leads)) AS asked,
                  COUNT(*) FILTER (WHERE listed AND request = 'submitted') AS answered,
                  COUNT(*) FILTER (WHERE listed AND request = 'open') AS begun,
                  COUNT(*) FILTER (WHERE listed AND request IS NULL AND decision = 'given') AS not_begun,
                  COUNT(*) FILTER (WHERE listed AND request = 'submitted' AND seen_at IS NULL) AS unseen,
                  COUNT(*) FILTER (WHERE listed AND paper = 'received') AS papers,
                  COUNT(*) FILTER (WHERE listed AND decision = 'given') AS consented,
                  COUNT(*) FILTER (WHERE listed AND account_id IS NULL AND decision IS NULL) AS without_account,
                  COUNT(*) FILTER (WHERE listed AND account_id IS NOT NULL AND NOT leads
                    AND (decision IS NULL OR decision = 'lapsed')) AS undecided,
                  COUNT(*) FILTER (WHERE listed AND decision = 'declined') AS declined,
                  COUNT(*) FILTER (WHERE listed AND reachable = 0) AS unreachable,
                  COUNT(*) FILTER (WHERE waits) AS waiting,
                  COUNT(*) FILTER (WHERE erase_by IS NOT NULL AND decision = 'withdrawn') AS withdrawn
           FROM someone""",
        school_id=school_id,
    )
    return found or NOBODY

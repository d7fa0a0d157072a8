"""What a copy of the SQLite database leaves out: rounds without names that are still open.

Two copies of one that is being answered differ by who has answered between them, and by what they have said.
"""

import sqlite3

_OPEN = "SELECT id FROM survey WHERE closed_at IS NULL"
_DRAFTS = f"""SELECT f.id FROM form_run f JOIN form_ask k ON k.person_id = f.person_id AND k.form_key = f.form_key
              WHERE k.survey_id IN ({_OPEN}) AND f.state = 'open'"""
_LEAVING = (
    f"DELETE FROM answer WHERE run_id IN ({_DRAFTS})",
    f"UPDATE question SET run_id = NULL WHERE run_id IN ({_DRAFTS})",
    f"UPDATE form_run SET parent_id = NULL WHERE parent_id IN ({_DRAFTS})",
    f"UPDATE account SET run_id = NULL WHERE run_id IN ({_DRAFTS})",
    f"DELETE FROM form_run WHERE id IN ({_DRAFTS})",
    f"DELETE FROM anonymous_answer WHERE survey_id IN ({_OPEN})",
    f"DELETE FROM form_ask WHERE survey_id IN ({_OPEN})",
    "DELETE FROM survey WHERE closed_at IS NULL",
)


def leave_out_open_surveys(copy: sqlite3.Connection) -> int:
    """How many rounds are not in the copy; what stood there is overwritten. An older schema has none."""
    copy.execute("PRAGMA secure_delete = ON")
    copy.execute("PRAGMA journal_mode = MEMORY")  # else what is left out stands in a file beside it for a moment
    known = copy.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'survey'").fetchone()
    if known is None:
        return 0
    (left_out,) = copy.execute("SELECT COUNT(*) FROM survey WHERE closed_at IS NULL").fetchone()
    if left_out:
        with copy:
            for statement in _LEAVING:
                copy.execute(statement)
    return int(left_out)

"""The plan: T1 to T38, each with the tests that play it. What is quick runs in `make test` too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One fault or load, and the tests (pytest's node ids) that must pass for it."""

    number: int
    told: str
    tests: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"T{self.number}"


PLAN: tuple[Row, ...] = (
    Row(1, "25 kills amid 1,500 updates of 40 people", ("tests/kill/test_kills.py",)),
    Row(
        13,
        "the planner twice at once, a hundred times, and killed in between",
        ("tests/machine/test_planner_twice.py",),
    ),
    Row(
        14,
        "a second process on one database is refused, or stands by and takes over",
        (
            "tests/kill/test_two_processes.py",
            "tests/storage/test_standby.py",
            "tests/storage/test_instance.py",
            "tests/machine/test_intake.py",  # the same token elsewhere: 409
        ),
    ),
T20_TO_T37: tuple[Row, ...] = (
    Row(20, "the last of all handlers, 1,000 updates in process", ("tests/soak/test_handlers.py",)),
    Row(21, "a cold start; memory idle, and a minute after the worker's papers", ("tests/soak/test_memory.py",)),
    Row(22, "matching of 1,000 and 300 while others use the bot", ("tests/soak/test_matching.py",)),
    Row(23, "pictures and papers where the system has no fonts", ("tests/soak/test_pictures.py",)),
    Row(
        24,
        "zones, both days of the year that change clocks, a clock that jumps by two hours",
        ("tests/rules/test_calendar.py", "tests/dialogs/test_time_zones.py", "tests/machine/test_clockwork.py"),
    ),
    Row(
        25,
        "a person erased from the database, its log, files and exports; an older backup restored",
        (
            "tests/storage/test_erased_everywhere.py",
            "tests/storage/test_restore.py",
            "tests/dialogs/test_erasures.py",
            "tests/dialogs/test_practice_erasure.py",
            "tests/dialogs/test_restores.py",
        ),
    ),
    Row(26, "tokens and people in logs at DEBUG, with faults", ("tests/machine/test_privacy_of_logs.py",)),
    Row(
        27,
        "each role, each act, own and foreign things",
        (
            "tests/dialogs/test_rights.py",
            "tests/dialogs/test_rights_everywhere.py",
            "tests/dialogs/test_gathering_rights.py",
        ),
    ),
    Row(28, "10,000 forged presses", ("tests/dialogs/test_forged_presses.py", "tests/dialogs/test_surveys_forged.py")),
    Row(29, "invitations used twice, guessed, expired, revoked", ("tests/dialogs/test_invites_attacked.py",)),
    Row(30, "names and answers of odd letters", ("tests/dialogs/test_odd_names.py",)),
    Row(
        31,
        "what looks like a formula or a link, in workbooks that leave",
        ("tests/papers/test_cells.py", "tests/papers/test_mentee_bank.py", "tests/papers/test_mentor_bank.py"),
    ),
    Row(
        32,
        "templates that never end or look behind, values that look like templates",
        (
            "tests/soak/test_uploads.py::test_a_template_that_never_ends_or_looks_behind_is_refused",
            "tests/papers/templates/test_filling.py",
            "tests/papers/templates/test_opening.py",
        ),
    ),
    Row(
        33,
        "large, packed, nested and wrong files",
        (
            "tests/soak/test_uploads.py::test_a_hostile_file_is_refused_with_a_reason",
            "tests/papers/test_hostile_lists.py",
            "tests/papers/test_hostile_tables.py",
            "tests/papers/test_hostile_roadmaps.py",
            "tests/dialogs/test_refused_files.py",
        ),
    ),
    Row(34, "a webhook forged", ("tests/machine/test_webhook.py",)),
    Row(35, "rights of files", ("tests/machine/test_file_rights.py",)),
    Row(36, "5,000 random updates, long walks, mutated files, the corpus", ("tests/fuzz",)),
    Row(37, "SIGKILL within each migration", ("tests/storage/test_killed_migrations.py",)),
)

PLAN: tuple[Row, ...] = (
    Row(1, "25 kills amid 1,500 updates of 40 people", ("tests/kill/test_kills.py",)),
    *T20_TO_T37,
)

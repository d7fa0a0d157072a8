"""The plan: T1 to T38, each with the tests that play it. What is quick runs in `make test` too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One fault or load, and the tests (pytest's node ids) that must pass for it; what is none of the 38 has a word."""

    number: int | str
    told: str
    tests: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"T{self.number}" if isinstance(self.number, int) else self.number


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
            "tests/dialogs/test_erased_files.py",
            "tests/dialogs/test_practice_erasure.py",
            "tests/dialogs/test_restores.py",
        ),
    ),
    Row(
        26,
        "tokens and people in logs at DEBUG, with faults of every kind and downloads that fail",
        ("tests/machine/test_privacy_of_logs.py", "tests/machine/test_json_log.py"),
    ),
    Row(
        27,
        "each role, each act, own and foreign things",
        (
            "tests/dialogs/test_rights.py",
            "tests/dialogs/test_rights_everywhere.py",
            "tests/rights",
            "tests/dialogs/test_gathering_rights.py",
        ),
    ),
    Row(28, "10,000 forged presses", ("tests/dialogs/test_forged_presses.py", "tests/dialogs/test_surveys_forged.py")),
    Row(
        29,
        "invitations used twice, guessed, expired, revoked; with rights, and stolen",
        (
            "tests/dialogs/test_invites_attacked.py",
            "tests/dialogs/test_role_invites_attacked.py",
            "tests/dialogs/test_coming_with_rights.py",
        ),
    ),
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
    Row(
        1,
        "25 kills amid 1,500 updates of 40 people, by polling and by webhook; 6 machines that die",
        (
            "tests/kill/test_kills.py::test_killed_25_times_nothing_is_lost_doubled_or_out_of_order",
            "tests/kill/test_kills.py::"
            "test_killed_25_times_amid_deliveries_of_a_webhook_nothing_is_lost_doubled_or_out_of_order",
            "tests/kill/test_kills.py::"
            "test_begun_6_times_from_what_a_dead_machine_left_nothing_that_was_confirmed_is_lost",
        ),
    ),
    Row(
        2,
        "10 stops amid the same, while a workbook is being made",
        (
            "tests/kill/test_kills.py::test_stopped_10_times_amid_work_nothing_is_even_said_twice",
            "tests/machine/test_end.py",
            "tests/machine/test_stop.py",
        ),
    ),
    Row(
        3,
        "one button pressed again and again, and by two at once",
        ("tests/soak/test_presses.py", "tests/dialogs/test_two_at_once.py"),
    ),
    Row(
        4,
        "batches and deliveries that come again",
        (
            "tests/soak/test_intake.py::test_batch_that_comes_again_has_one_effect",
            "tests/machine/test_intake.py",
            "tests/machine/test_webhook.py::test_update_that_is_brought_five_times_has_one_effect",
        ),
    ),
    Row(
        5,
        "numbers of updates that begin again lower",
        ("tests/soak/test_intake.py::test_numbers_that_begin_again_lower_are_taken",),
    ),
    Row(
        6,
        "an update that no handler can take, while 20 others talk",
        (
            "tests/soak/test_intake.py::test_update_that_nobody_can_handle_holds_up_nobody_else",
            "tests/machine/test_dead_rows.py",
        ),
    ),
    Row(
        7,
        "getUpdates answers 500, HTML, nothing, a reset, each 30 s; 401 and 409",
        (
            "tests/soak/test_troubles.py::test_trouble_is_waited_out_and_nothing_lost[30]",
            "tests/soak/test_troubles.py::test_revoked_token_ends_the_bot",
            "tests/soak/test_troubles.py::test_token_that_another_polls_with_ends_the_bot",
        ),
    ),
    Row(
        8,
        "429 with 30 s amid an announcement to 300",
        (
            "tests/soak/test_broadcasts.py::test_429_stops_the_announcement_until_its_deadline_and_no_reply",
            "tests/machine/test_notices.py",
        ),
    ),
    Row(
        9,
        "chats that are blocked or not there, one of which returns",
        (
            "tests/soak/test_broadcasts.py::test_chats_that_refuse_are_asked_once_and_who_returns_hears_what_is_new",
            "tests/machine/test_return.py",
            "tests/machine/test_verdicts.py",
        ),
    ),
    Row(
        10,
        "an announcement to 1,000 at its pace, and amid 8 kills",
        (
            "tests/soak/test_broadcasts.py::test_announcement_keeps_the_pace_and_holds_up_no_reply",
            "tests/soak/test_broadcasts.py::test_announcement_amid_8_kills",
            "tests/machine/test_pacing.py",
        ),
    ),
    Row(
        11,
        "a twentieth of the answers lost, a twentieth 500",
        (
            "tests/soak/test_broadcasts.py::test_answers_that_are_lost_double_nothing_or_leave_nobody_out",
            "tests/machine/test_doubts.py",
            "tests/machine/test_waits.py",
        ),
    ),
    Row(
        12,
        "three days off with 200 reminders planned",
        (
            "tests/soak/test_absence.py::test_after_three_days_everybody_hears_one_thing_and_nothing_old",
            "tests/machine/test_watchdog.py",
        ),
    ),
    Row(
        13,
        "two planners at once, 100 times, killed in between",
        ("tests/soak/test_planners.py", "tests/machine/test_planner_twice.py"),
    ),
    Row(
        14,
        "a second bot on the same database, or with the same token elsewhere; one that helps and takes over",
        (
            "tests/soak/test_instances.py",
            "tests/kill/test_two_processes.py",
            "tests/storage/test_standby.py",
            "tests/machine/test_deputy.py",
            "tests/storage/test_instance.py",
        ),
    ),
    Row(
        15,
        "an outsider holds the database for 10 s under 20 updates a second",
        ("tests/soak/test_storage.py::test_database_that_an_outsider_holds_loses_nothing",),
    ),
    Row(
        16,
        "a full disk, files that are read-only all at once, a folder that is so at the start",
        (
            "tests/soak/test_storage.py::test_full_disk_confirms_nothing_and_loses_nothing",
            "tests/soak/test_storage.py::test_files_that_take_nothing_any_more_confirm_nothing_and_lose_nothing",
            "tests/soak/test_storage.py::test_folder_that_is_read_only_stops_the_start_with_one_line",
        ),
    ),
    Row(
        17,
        "a copy of 100 MB under 50 writes a second, restored",
        ("tests/machine/test_large_backup.py", "tests/machine/test_backup_process.py"),
    ),
    Row(
        18,
        "10 updates a second of 10,000 people for an hour",
        (
            "tests/soak/test_load.py::test_hours_work_leaves_nothing_behind_in_memory",
            "tests/machine/test_lanes.py::test_nothing_is_remembered_of_people_who_were_served",
        ),
    ),
    Row(
        19,
        "100 a second for a minute; 1,000 that wait at the start; 200 of one in 2 s",
        (
            "tests/soak/test_load.py::test_hundred_a_second_for_a_minute",
            "tests/soak/test_load.py::test_thousand_that_wait_at_the_start",
            "tests/soak/test_load.py::test_one_who_does_not_stop_holds_up_nobody",
        ),
    ),
    *T20_TO_T37,
    Row(
        38,
        "two hours without Telegram",
        (
            "tests/soak/test_absence.py::test_replies_of_two_hours_ago_come_in_their_order",
            "tests/soak/test_absence.py::"
            "test_announcement_of_two_hours_ago_is_not_said_in_the_evening_but_the_next_day",
            "tests/machine/test_sender.py::test_two_hours_without_a_network_lose_no_reply_and_no_order",
        ),
    ),
    Row("postgres", "every journey on PostgreSQL, plain and with crashes", ("tests/journeys",)),
    Row(
        "nameless",
        "who wrote what in questionnaires without names, guessed with everything that is left (SOAK_ROUNDS)",
        ("tests/anonymity",),
    ),
)

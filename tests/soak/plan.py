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
)

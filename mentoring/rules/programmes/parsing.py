"""Reading the templates of programmes out of their file."""

from collections.abc import Mapping, Sequence

from mentoring.rules.forms import Option
from mentoring.rules.programmes.model import DATE, AreaTemplate, Evidence, Since, StepTemplate, Templates

FEWEST_STEPS = 2
FEWEST_TASKS, MOST_TASKS = 2, 4

Table = Mapping[str, object]


def parse_templates(raw: Table, areas: Sequence[Option]) -> Templates:
    """Every area of the dictionary has one; a ValueError, TypeError or KeyError names what is wrong."""
    tables, labels = _table(raw["areas"], "areas"), {each.key: each.label for each in areas}
    if tables.keys() != labels.keys():
        raise ValueError(f"areas without a template or unknown: {sorted(tables.keys() ^ labels.keys())}")
    if {*raw} != {"hint", "common", "areas"}:
        raise ValueError(f"the file says hint, common and areas, not {sorted(raw)}")
    return Templates(
        _words(raw, "hint"),
        tuple(_step(row, Since(_words(row, "from"))) for row in _rows(raw, "common")),
        {key: _area(_table(tables[key], key), key, label) for key, label in labels.items()},
    )


def _area(table: Table, key: str, label: str) -> AreaTemplate:
    goal, tasks = _words(table, "goal"), _texts(table, "tasks")
    steps = tuple(_step(row, Since.START) for row in _rows(table, "activities"))
    if goal.count(DATE) != 1 or "{" in goal.replace(DATE, ""):
        raise ValueError(f"{key}: a goal names {DATE} once and no other brace")
    if not FEWEST_TASKS <= len(tasks) <= MOST_TASKS:
        raise ValueError(f"{key}: {FEWEST_TASKS} to {MOST_TASKS} tasks")
    weeks = [each.weeks for each in steps]
    if len(steps) < FEWEST_STEPS or min(weeks) < 0 or weeks != sorted(weeks):
        raise ValueError(f"{key}: at least {FEWEST_STEPS} activities, in the order of their weeks")
    return AreaTemplate(key=key, label=label, goal=goal, tasks=tasks, expected=_texts(table, "expected"), steps=steps)


def _step(row: Table, since: Since) -> StepTemplate:
    weeks = row["weeks"]
    if not isinstance(weeks, int) or isinstance(weeks, bool):
        raise TypeError("weeks is a whole number")
    return StepTemplate(
        activity=_words(row, "activity"),
        form=_words(row, "form"),
        result=_words(row, "result"),
        evidence=Evidence(_words(row, "evidence")),
        weeks=weeks,
        since=since,
    )


def _words(table: Table, name: str) -> str:
    said = table[name]
    if isinstance(said, str) and said.strip():
        return said
    raise ValueError(f"{name} is words")


def _texts(table: Table, name: str) -> tuple[str, ...]:
    listed = table[name]
    if isinstance(listed, list) and listed and all(isinstance(each, str) and each.strip() for each in listed):
        return tuple(listed)
    raise ValueError(f"{name} is a list of words")


def _rows(table: Table, name: str) -> list[Table]:
    rows = table[name]
    if not isinstance(rows, list):
        raise TypeError(f"{name} is a list of tables")
    return [_table(row, name) for row in rows]


def _table(value: object, name: str) -> Table:
    if isinstance(value, Mapping):
        return value
    raise TypeError(f"{name} is a table")

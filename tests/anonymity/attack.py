"""What somebody who has everything can do: the database's files, the logs, two exports, and who sent when.

Each guess is an order: the one in which people sent is laid beside the one in which what they said is found somewhere.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Loot:
    """What the attacker holds after a round: `texts` are what a closed round's export has by question."""

    files: Mapping[str, bytes]
    texts: Mapping[str, Sequence[str]]
    senders: Sequence[int]  # in the order in which they sent: the inbox keeps the hours of every account for a week


@dataclass
class Score:
    """How often a guess was right, and how often one could be."""

    right: dict[str, int] = field(default_factory=dict)
    tries: int = 0


def files_of(*paths: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in paths if path.exists()}


def residue(loot: Loot, truth: Mapping[int, Mapping[str, str]]) -> list[str]:
    """Places where what was said stands more than once, or outside of the database."""
    found = []
    for said in truth.values():
        for text in said.values():
            many = {name: content.count(text.encode()) for name, content in loot.files.items()}
            found += [name for name, times in many.items() if times > (1 if name.endswith(".db") else 0)]
    return found


def attack(loot: Loot, truth: Mapping[int, Mapping[str, str]], score: Score) -> None:
    """Count the people whose answer each guess has found, and pairs of answers that it has joined rightly."""
    score.tries += 1
    for name, order in ORDERS.items():
        placed = {question: order(loot, texts) for question, texts in loot.texts.items()}
        for question, texts in placed.items():
            hits = sum(truth[who][question] == text for who, text in zip(loot.senders, texts, strict=True))
            score.right[f"{name}: {question}"] = score.right.get(f"{name}: {question}", 0) + hits
        if len(placed) == 2:
            one, two = placed.values()
            key_one, key_two = placed
            owner = {said[key_one]: said[key_two] for said in truth.values()}
            joined = sum(owner[left] == right for left, right in zip(one, two, strict=True))
            score.right[f"{name}: joined"] = score.right.get(f"{name}: joined", 0) + joined


def _as_exported(_: Loot, texts: Sequence[str]) -> list[str]:
    return list(texts)


def _by_place(loot: Loot, texts: Sequence[str]) -> list[str]:
    """Where it stands in the database's file, from the first byte: pages and cells are filled as rows come."""
    content = loot.files["nastavnik.db"]
    return sorted(texts, key=lambda text: content.find(text.encode()))


def _by_page_and_cell(loot: Loot, texts: Sequence[str]) -> list[str]:
    """Inside a page SQLite writes cells from the end to the beginning: the first that came is the last."""
    content, page = loot.files["nastavnik.db"], 4096
    return sorted(texts, key=lambda text: (content.find(text.encode()) // page, -(content.find(text.encode()) % page)))


def _backwards(order: Callable[[Loot, Sequence[str]], list[str]]) -> Callable[[Loot, Sequence[str]], list[str]]:
    return lambda loot, texts: list(reversed(order(loot, texts)))


ORDERS: Mapping[str, Callable[[Loot, Sequence[str]], list[str]]] = {
    "as exported": _as_exported,
    "as exported, backwards": _backwards(_as_exported),
    "by place in the file": _by_place,
    "by place, backwards": _backwards(_by_place),
    "by page and cell": _by_page_and_cell,
}

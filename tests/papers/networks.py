"""Networks of pairs to draw, of invented people."""

from dataclasses import replace

from mentoring.papers.pairs_values import NetworkPerson, PairLink, PairMark, PairsNetwork

SURNAMES = (
    "Соколова", "Рябинин", "Лугов", "Орлова", "Берёзова", "Заречная", "Полевой", "Озёрная", "Ключевская", "Тополев",
)  # fmt: skip
MARKS = (PairMark.ACTIVE, PairMark.ACTIVE, PairMark.AGREED, PairMark.ACTIVE, PairMark.OFFERED, PairMark.PAUSED)
EMPTY = PairsNetwork(school="Школа № 12", school_year="2026/2027", made_on="26.11.2026", links=())


def person(number: int) -> NetworkPerson:
    return NetworkPerson(number, f"{SURNAMES[number % 10]} {'АБВГДЕИКЛМ'[number // 10 % 10]}. П.")


def people(first: int, many: int) -> tuple[NetworkPerson, ...]:
    return tuple(person(number) for number in range(first, first + many))


def of_pairs(many: int, *, marks: tuple[PairMark, ...] = MARKS, group: int = 1) -> PairsNetwork:
    links = tuple(
        PairLink(people(at, 1), people(1000 + group * at, group), marks[at % len(marks)]) for at in range(many)
    )
    return replace(EMPTY, links=links)


LONG = NetworkPerson(501, "Константинопольская-Заречная Е.-В. А.")
NASTY = replace(
    EMPTY,
    school="МБОУ «Школа с углублённым изучением отдельных предметов № 12 имени очень известного человека»",
    links=(
        PairLink((LONG, person(1)), (NetworkPerson(502, "Щ" * 60), NetworkPerson(503, "$x$ <b> 🙂")), PairMark.AGREED),
        PairLink((person(2),), (LONG, NetworkPerson(504, "🙂")), PairMark.ENDED),
        PairLink((NetworkPerson(505, "Абдурахмангаджиева Э. М."),), (NetworkPerson(506, ""),), PairMark.PAUSED),
    ),
    waiting=("Щ" * 60, "Константинопольская-Заречная Е.-В. А.", "🙂"),
    free=("Ли Ю.",),
)

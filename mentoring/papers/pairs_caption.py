"""What the picture of pairs says in words: the chat needs it without the library of pictures."""

from mentoring.papers.pairs_values import PairMark, PairsNetwork


def caption(network: PairsNetwork) -> str:
    """For those who do not see the pictures; without names."""
    head = f"Наставнические пары на {network.made_on}."
    states = "; ".join(f"{mark} {many}" for mark, many in _by_mark(network).items())
    return " ".join(filter(None, (head, counts(network), f"По состоянию: {states}." if states else "")))


def counts(network: PairsNetwork) -> str:
    groups = sum(max(len(link.mentors), len(link.mentees)) > 1 for link in network.links)
    said = [f"Пар: {len(network.links) - groups}.", f"Групп: {groups}." if groups else ""]
    if network.waiting:
        said.append(f"Без пары: {len(network.waiting)}.")
    return " ".join(filter(None, said))


def _by_mark(network: PairsNetwork) -> dict[PairMark, int]:
    marks = [link.mark for link in network.links]
    return {mark: marks.count(mark) for mark in PairMark if mark in marks}

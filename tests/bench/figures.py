"""A figure of the bench, and its line."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, as it is read, beside its bar."""

    name: str
    shown: str
    bar: str
    met: bool

    @property
    def line(self) -> str:
        return f"{self.name} | {self.shown} | {self.bar} | {'met' if self.met else 'missed'}"


def at_most(name: str, value: float, limit: float, unit: str, *, note: str = "") -> Figure:
    return Figure(name, f"{value:.3g} {unit}{note and f' ({note})'}", f"<= {limit:g} {unit}", value <= limit)


def p99(seconds: Sequence[float]) -> float:
    """With fewer than a hundred samples it lies between the two longest."""
    return quantiles(seconds, n=100, method="inclusive")[98]


def spread(values: Sequence[float], unit: str = "") -> str:
    """«0.98-1.12»: the rounds of one run."""
    return f"{min(values):.3g}-{max(values):.3g}{unit and f' {unit}'}"

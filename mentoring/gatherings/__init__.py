"""Events of the programme: made, invited to, held, and what follows from them."""

from storage.gatherings import Attended, Gathering, Line, OnList, Task

__all__ = ["Attended", "Gathering", "Line", "OnList", "Task"]

"""The roadmap's papers as the worker process is asked for them: a plain value in, bytes out. Imported there only.

The picture is asked for where it is drawn, `roadmap_chart:roadmap_chart`: Word and Excel need none of its library.
"""

from mentoring.papers.roadmap_book import roadmap_book
from mentoring.papers.roadmap_document import roadmap_document

__all__ = ["roadmap_book", "roadmap_document"]

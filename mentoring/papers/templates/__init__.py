"""Word templates that a school may edit: fields as data, a check of every tag, one way of filling ours and theirs.

`fields` and `kinds` are plain data, light enough for any process; all the rest is the worker's.
"""

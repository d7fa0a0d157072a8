"""The best assignment of a whole school. numpy and SciPy live here, and only the worker process loads them."""

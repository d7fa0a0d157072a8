"""Word and Excel, in and out: values in, bytes out. Heavy: imported in the worker process only."""

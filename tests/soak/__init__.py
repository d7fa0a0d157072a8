"""The plan of faults and loads: what each row asks, the tests that answer it, a table of figures against bars."""

"""Word templates: the check of a school's own, the way values go into it, what our own of each kind look like."""

"""Time: APScheduler as an alarm clock; each job is one call of one use case."""

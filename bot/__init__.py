"""The running machine: settings, wiring, intake, lanes, sender, command line."""

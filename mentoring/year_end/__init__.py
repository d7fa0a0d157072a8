"""The end of a school year: its report, the folder for an inspection, the next year out of this one."""

"""What the programme is: use cases per noun. Knows no messenger."""

"""The practice library: cards that teachers write, a coordinator accepts, everybody in the programme reads."""

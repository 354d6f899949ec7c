"""How often we are right: a sample of a report to be coded by hand, and what the coders found."""

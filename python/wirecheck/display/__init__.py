"""How claims and reports look: in a notebook, on a page, in a terminal. `evidence.py` builds the cards that all three show."""

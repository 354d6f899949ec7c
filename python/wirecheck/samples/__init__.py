"""Eight short articles of our own invention: two stories, four outlets each.

People, towns, outlets, events and words are invented, and so are the mistakes: each article gets something wrong, or says
something that another one denies, so that `wirecheck.samples()` shows every verdict and many of the checks. What was put in:

========  ==============  =====================================================================================================
article   published       what it brings
========  ==============  =====================================================================================================
market-1  6 May, 14:05    at least 18 dead with seven children, 60 wounded; an older bomb; the total of a war
market-2  6 May, 14:05    11 dead at the same minute, 12 children among them; a quotation with a word more, another given away
market-3  6 May, 17:40    a copy of market-1: 16 wounded for 60, and 81 dead in the headline
market-4  7 May, 09:30    23 dead says the ministry, 41 say the rebels; the wounded are revised down
talks-1   12 May, 10:20   a meeting planned for Friday in Geneva
talks-2   14 May, 19:45   the meeting, held on Thursday in Geneva
talks-3   15 May, 08:15   the meeting, held in Vienna; quotations without their "not", with another number, of another speaker
talks-4   none            no publication time, only "Updated"; the meeting is denied, the next one cancelled
========  ==============  =====================================================================================================
"""

from __future__ import annotations

import json
from typing import Any


def rows() -> list[dict[str, Any]]:
    """The sample articles as dicts with `id`, `outlet`, `published`, `title`, `url` and `text`, in reading order."""
    from importlib.resources import files  # loaded late: every start of the command would pay for it

    lines = files(__name__).joinpath("articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]

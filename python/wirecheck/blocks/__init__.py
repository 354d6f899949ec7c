"""Checking a collection block by block, so that no more than a block is in memory, with the result of checking it as a whole.

Claims meet by keys (`_core.keys`), and by keys that too many share nothing meets: those are crowded. So the relations of an article are
told by it, the articles that share an uncrowded key with it, and what the whole collection knows besides: which keys are crowded, which
entities are one, which days were inherited. The steps, each a query over the keys or a check of blocks:

1. The keys of all articles, and the crowded ones among them.
2. What is learnt: articles that name somebody by a bare surname or acronym, or that have no day, are checked among those that may tell.
3. The articles are parted by their days. A block is a part with all that share a key with it; each relation is told by one block.
4. Articles that are related, copies, or versions of one URL hang together. Each such component is checked by itself, small ones packed
   together, and tells findings. A component that is larger than memory allows gives its relations, and is named in `skipped`.
"""

from __future__ import annotations

"""The queries over the keys of a collection, in the SQL that DuckDB and Spark have in common.

Views: `keys (article, kind, key, open, member, cap)`, `articles (article, day, number, sketch, url, source, undated)`, where `number` counts the
days to that of the article and `sketch` the hashes of its sketch, `crowded (key)`, `live`, which are the keys without the crowded,
`parts (article, part)`, and `cover (block, article)`.
"""

from __future__ import annotations

_NAMES = "('surname', 'office', 'acronym')"

_SKETCHED = 8
"""Of sketches as large as this a copy shares two hashes at least: `ENOUGH` and `DOUBTFUL` of `src/link/copies.rs`."""

_FAR = 14
"""Quotations reported further apart than these days share two n-grams at least: `FAR` of `src/link/statements.rs`."""

CROWDED = "select key from keys group by key having count(distinct member) > max(cap)"
"""Keys that too many share."""

LIVE = "select k.* from keys k left join crowded c on k.key = c.key where c.key is null"
"""Keys by which something may meet."""

LEARNERS = f"""
select article from live where open and kind in {_NAMES}
union
select article from articles where undated
"""
"""Articles that learn from others who somebody is, or which day it is."""


def parts(size: int) -> str:
    """The articles in parts of so many, by their days, so that those that speak of one thing stand near each other."""
    return (
        f"select article, cast(floor((row_number() over (order by day, article) - 1) / {size}) as bigint) as part from articles"
    )


def cover(kinds: str = "") -> str:
    """Blocks: the articles of each part, and all that share enough keys with one of them.

    Two meet by a key under which one of them is open; copies, statements in other words, and quotations that are reported some weeks apart
    share two at least, as the comparison asks for. A press release or transcript stands in every block, for quotations are looked up
    in all of it.

    Args:
        kinds: A condition on the kinds of facts by whose keys articles meet; all of them if empty.
    """
    met = f"""
        select p.part as block, k.article as mine, o.article, k.kind, min(k.key) < max(k.key) as twice
        from live k join parts p on k.article = p.article join live o on k.key = o.key
        where (k.open or o.open) and k.article <> o.article and (k.kind in {_NAMES} or (true {kinds}))
        group by p.part, k.article, o.article, k.kind
    """
    return f"""
    select part as block, article from parts
    union
    select m.block, m.article from ({met}) m join articles a on m.mine = a.article join articles o on m.article = o.article
    where m.twice or case m.kind
        when 'copy' then least(a.sketch, o.sketch) < {_SKETCHED}
        when 'quotation' then a.number is null or o.number is null or abs(a.number - o.number) <= {_FAR}
        when 'saying' then false
        else true end
    union
    select b.block, a.article from (select distinct part as block from parts) b cross join articles a where a.source
    """


def halved(largest: int) -> str:
    """The parts, those in two whose block has more than so many articles and that can be divided."""
    return f"""
    select article, dense_rank() over (order by part, half) - 1 as part from (
        select p.article, p.part, case when o.block is null then 1 else ntile(2) over (partition by p.part order by p.article) end as half
        from parts p left join ({oversized(largest)}) o on p.part = o.block
    ) h
    """


def oversized(largest: int) -> str:
    """Blocks of more than so many articles whose part has more than one."""
    return f"""
    select c.block from (select block, count(*) as size from cover group by block) c
    join (select part, count(*) as size from parts group by part) p on c.block = p.part
    where c.size > {largest} and p.size > 1
    """


LEARNING = "and k.kind = 'quotation'"
"""Days are inherited along quotations."""

FORWARD = "delete from cover using parts p where cover.article = p.article and p.part < cover.block"
"""Of two articles that may belong together each stands in the other's block: the earlier of the two blocks is enough to tell."""

VERSIONS = """
select f.first as left_article, a.article as right_article
from articles a join (select url, min(article) as first from articles where url is not null group by url having count(*) > 1) f
on a.url = f.url
"""
"""Articles of one URL, each with the first of them."""

HANGING = (
    "select a.article, coalesce(l.root, a.article) as root, a.day from articles a left join links l on a.article = l.article"
)
"""Each article with the one that stands for its component."""


def packs(size: int, largest: int) -> str:
    """Components of at most `largest` articles, by their days, in packs of about `size` articles."""
    return f"""
    select root, cast(floor((sum(size) over (order by day, root rows unbounded preceding) - size) / {size}) as bigint) as pack
    from sizes where size <= {largest}
    """


RELATED_IN_PACK = """
select r.left_article, r.right_article from related r
join hanging h on r.left_article = h.article join packs p on h.root = p.root where p.pack = ?
"""
"""The pairs of related articles in one pack."""


def hanging_over(largest: int) -> str:
    """The articles of components of more than so many."""
    return f"select h.article from hanging h join sizes s on h.root = s.root where s.size > {largest}"


PACKED = """
select p.pack as block, h.article from hanging h join packs p on h.root = p.root
union
select p.block, a.article from (select distinct pack as block from packs) p cross join articles a where a.source
"""
"""The packs as blocks."""

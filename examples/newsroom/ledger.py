"""The same articles as a desk gets them, day by day, kept in one file."""

import datetime

import wirecheck as wc


def day_of(article):
    """When it came in; the names of the desk's own files begin with their day."""
    return article.published or article.id.partition("/")[2]


def take_in(articles, day):
    """Adds what came in on a day, and prints what that day brought."""
    evening = datetime.datetime.fromisoformat(f"{day}T20:00")
    added = ledger.add(articles, at=evening)
    print(f"{day}: {len(added.new)} new;", ", ".join(ledger.since(evening).findings["rule"]) or "nothing found")
    for moved in added.moved:
        print(f"  {moved['left_value']} and {moved['right_value']}: {moved['before']} before, {moved['now']} now")


ledger = wc.Ledger("desk.duckdb")
articles = wc.read_articles("articles/")
for day in ("2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05", "2026-06-06"):
    take_in([article for article in articles if day_of(article).startswith(day)], day)
take_in(wc.read_articles("tomorrow/"), "2026-06-07")

for finding in ledger.findings:
    if finding["rule"] == "quote-truncated":
        ledger.decide(finding, "dismissed", by="M. Oduya", why="the Harbour Post prints the sentence whole tomorrow")
print(f"{len(ledger)} articles, {len(ledger.findings)} open findings, {len(ledger.decisions)} decisions")

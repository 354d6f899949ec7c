"""The same facts in Python: the fixture `wirecheck` is there where wirecheck and pytest are."""


def test_the_ferry(wirecheck):
    """What is known of the ferry holds."""
    articles = wirecheck("articles/")
    assert articles.tolls(place="Port Ellery", on="2026-06-03").within(13, 16)
    assert articles.quote("asked for that bank to be marked").by("Addae")


def test_nothing_contradicts(wirecheck):
    """No finding is an error, waived and known ones aside."""
    wirecheck("articles/").consistent()

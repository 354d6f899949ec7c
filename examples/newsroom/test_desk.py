"""The same facts in Python: the fixture `wirecheck` is there where wirecheck and pytest are."""


def test_the_ferry(wirecheck):
    articles = wirecheck("articles/")
    assert articles.tolls(place="Port Ellery", on="2026-06-03").within(13, 16)
    assert articles.quote("asked for that bank to be marked").by("Addae")


def test_nothing_contradicts(wirecheck):
    wirecheck("articles/").consistent()

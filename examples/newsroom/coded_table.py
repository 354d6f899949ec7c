"""Holds the rows of a coder, coded.csv, against the articles."""

import wirecheck as wc

coded = wc.Claims.from_table("coded.csv")
report = wc.check(coded, against=wc.read_articles("articles/"))

for row in report.checklist:
    print(f"{row['text']}: supported by {len(row['supported_by'])}")
for finding in report.findings:
    print(finding["rule"], finding["message"], sep=": ")

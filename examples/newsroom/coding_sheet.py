"""Draws what people are to judge, and reads what they found: how often is each rule right?"""

import wirecheck as wc

report = wc.check(wc.read_articles("articles/"))
sheet = report.sample(8, by="rule", seed=1)
sheet.to_csv("sheet.csv")  # the column `right` is to be filled in: yes, no, unsure
print(f"{len(sheet)} rows in sheet.csv")

judged = sheet.to_pylist()  # here somebody says yes to all of them
for row in judged:
    row["coder"], row["right"] = "Anna", "yes"
for row in wc.agreement(judged).by_rule:
    print(f"{row['rule']}: {row['right']} of {row['items']} right, 95 % interval from {row['low']:.2f}")

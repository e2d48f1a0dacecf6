#!/usr/bin/env python3
"""Writes example.csv: 900 made-up people moving between labour statuses over four years at the rates
and ratios of scenarios/parameters.csv. Nobody in it is real; each name begins with "simulated"."""
import csv
import datetime
import pathlib
import random

here = pathlib.Path(__file__).parent
with open(here / "../../scenarios/parameters.csv", newline="") as file:
    value = {row["name"]: float(row["value"]) for row in csv.DictReader(file)}

states = ["ordinary_job", "unemployment", "sickness", "cash_benefit", "education", "disability_pension"]
traits = {"mental_disorder": 0.3, "abuse": 0.15, "age_under_30": 0.3}
work = {"ordinary_job"}
chance = random.Random(18)


def hazard_of(state, to):
    if to == "disability_pension":
        return "pension_entry"
    if to == "sickness":
        return "sickness_entry"
    if to == "education":
        return "education_entry"
    if to in work:
        return "job_entry"
    return "job_loss" if state in work else ""


def rate(state, to, person):
    product = value.get(f"labour_{state}_to_{to}", 0)
    for trait, is_so in person.items():
        if is_so:
            product *= value.get(f"{hazard_of(state, to)}_{trait}", 1)
    return product


with open(here / "example.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["person", "start", "end", "from", "to", *traits])
    for number in range(1, 901):
        person = {trait: int(chance.random() < share) for trait, share in traits.items()}
        day, state = 0, chance.choice(states[:5])
        while day < 1461:
            rates = {to: rate(state, to, person) for to in states if to != state}
            wait = chance.expovariate(sum(rates.values()) or 1e-9) * 365.25
            end = min(day + max(1, round(wait)), 1461)
            to = chance.choices(list(rates), list(rates.values()))[0] if end < 1461 else ""
            dates = [datetime.date(2019, 1, 1) + datetime.timedelta(d) for d in (day, end)]
            out.writerow([f"simulated_{number}", *dates, state, to, *person.values()])
            day, state = end, to

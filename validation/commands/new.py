"""`new`: a collection without a row but its units, with a page that says what to do next."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from validation.commands.program import VALID, Parser, Unable, say
from validation.files import edits, package
from validation.files.schemas import TABLES

# Many languages share a word: "procent" is Danish, Dutch, Polish and Swedish.
_PERCENT = (
    *("%", "per cent", "percent", "pct", "pc", "Prozent", "pour cent", "por ciento", "per cento", "por cento"),
    *("procent", "procenta", "prosent", "prosenttia", "процент", "процента", "процентов"),
)
_POINTS = (
    *("percentage points", "percentage point", "percentage-points", "percentage-point", "points", "pp", "ppt", "ppts"),
    *("percent points", "percent point", "percent-point", "per cent points", "per cent point", "% points", "%-points"),
    *("p.p.", "Prozentpunkte", "Prozentpunkten", "Prozentpunkt", "points de pourcentage", "point de pourcentage"),
    *("puntos porcentuales", "punto porcentual", "punti percentuali", "punto percentuale", "pontos percentuais"),
    *("procentenheter", "процентных пункта", "процентных пунктов", "п.п.", "п. п."),
)
# What documents of any kind count and measure in; the words are how they print it.
UNITS = """\
chf,Swiss francs,CHF,CHF|Swiss francs|Swiss franc|francs|franc,
cny,yuan,CN¥,CN¥|CNY|RMB|yuan|renminbi,
days,days,days,days|day,day
eur,euros,€,€|EUR|euros|euro,
gbp,pounds sterling,£,£|GBP|pounds|pound|pounds sterling,
hectares,hectares,ha,hectares|hectare|ha,hectare
hours,hours,hours,hours|hour,hour
inr,Indian rupees,₹,₹|INR|Rs|Rs.|rupees|rupee,
jpy,yen,¥,¥|JPY|yen,
kg,kilograms,kg,kilograms|kilogram|kilos|kg,kilogram
km,kilometers,km,km|kilometers|kilometer|kilometres|kilometre,kilometer
km2,square kilometers,km²,square kilometers|square kilometer|square kilometres|square km|sq km|km²|km2,kilometer ** 2
m,meters,m,meters|meter|metres|metre|m,meter
mi,miles,mi,miles|mile|mi,mile
mi2,square miles,sq mi,square miles|square mile|sq mi,mile ** 2
minutes,minutes,minutes,minutes|minute|min,minute
months,months,months,months|month,month
mwh,megawatt hours,MWh,MWh|megawatt hours|megawatt-hours,megawatt_hour
number,things,,,
percent,percent,%,{percent},dimensionless
percentage-points,percentage points,points,{points},
persons,persons,people,people|persons|person|men|women|children|workers|employees|residents,
tonnes,tonnes,t,tonnes|tonne|metric tons|metric tonnes|tons|t,tonne
usd,US dollars,$,$|US$|USD|US dollars|US dollar|U.S. dollars|U.S. dollar|US-Dollar|dollars|dollar,
weeks,weeks,weeks,weeks|week,week
years,years,years,years|year,year
""".format(percent="|".join(_PERCENT), points="|".join(_POINTS))

README = """\
# {title}

A register of the numbers that documents state: each is a row of a table in `datasets`, traced to the characters of a
document in `seeds`.

```
cd {folder}
stated-numbers add FILE ...      # text, HTML, PDF, DOCX or Markdown: its text goes to seeds, its row to sources.csv
stated-numbers serve --edit      # beside the text a draft for every number: Enter accepts, X leaves out
stated-numbers                   # holds all of it against every rule
```

`stated-numbers draft` prints the drafts as text. What a column holds says `datasets/README.md`; whatever the rules find
says where, what must be, and what to do. In a checkout of the program `python -m validation` does what
`stated-numbers` does, and `python -m dashboard` what `stated-numbers serve` does.
"""


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0, or raises `Unable` where the folder holds something already."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where it begins: new, or an empty folder")
    parser.add_argument("--title", help="what the collection is called (default: the name of the folder)")
    options = parser.parse_args(words)
    title = " ".join((options.title or _title(options.folder)).split())
    if not title:
        parser.error("--title must say something")
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        raise Unable(f"{options.folder} must be a new or an empty folder, and it holds something")
    new(options.folder, title)
    program = parser.prog.rpartition(" ")[0]
    say(f"{options.folder}: {len(TABLES)} tables in datasets, the documents' place in seeds, a README\n")
    say(f"next: cd {options.folder}, then {program} add FILE\n")
    return VALID


def new(folder: Path, title: str) -> None:
    """Writes an empty collection, which is valid. Raises OSError where that can't be."""
    datasets, seeds = folder / "datasets", folder / "seeds"
    for one in (datasets, seeds):
        one.mkdir(parents=True, exist_ok=True)
    written: Mapping[Path, str] = {
        **{datasets / f"{name}.csv": _header(name) + (UNITS if name == "units" else "") for name in TABLES},
        datasets / package.DESCRIPTOR: json.dumps({"title": title}),
        folder / "README.md": README.format(title=title, folder=folder.name),
        folder / ".gitignore": "# The documents are other people's.\nseeds/*\n",
    }
    for path, text in written.items():
        edits.write(path, text.encode("utf-8"))
    package.describe(datasets)


def _header(name: str) -> str:
    return ",".join(TABLES[name].columns) + "\n"


def _title(folder: Path) -> str:
    """The name of a folder as words: "bee-reports" is "Bee reports"."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]

"""The catalogue of rules: each one's id, level, sentence and an example of breaking it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from validation.findings import Fault
from validation.model import accounts, coverage
from validation.model.register import Register
from validation.rules import arithmetic, datings, evidence, relations, surroundings
from validation.rules import check as checks
from validation.rules import conflict as conflicts
from validation.rules import key as keys
from validation.rules import printed as statements
from validation.rules import schema as shapes


@dataclass(frozen=True)
class Rule:
    """One rule: `sentence` says what holds when it is kept, `example` what breaking it looks like."""

    id: str
    sentence: str
    example: str
    level: str = "error"


# What yields faults, in the order they are looked for. Each may speak for several rules of the catalogue.
CHECKS: tuple[Callable[[Register], Iterator[Fault]], ...] = (
    shapes.cells_fit_their_columns,
    keys.keys_are_unique,
    keys.ids_are_shared_by_none,
    keys.rows_are_sorted,
    keys.links_resolve,
    relations.sources_fit_their_kind,
    relations.inferred_names_columns,
    relations.files_are_used_once,
    relations.periods_have_a_basis,
    relations.changes_have_a_level,
    relations.units_are_known,
    relations.units_fit_their_indicator,
    relations.areas_are_no_part_of_themselves,
    evidence.rows_name_their_place,
    evidence.quotes_are_phrases,
    evidence.passages_lie_in_the_body,
    evidence.passages_stand,
    statements.numbers_stand_in_quotes,
    surroundings.numbers_are_whole,
    statements.values_are_what_is_printed,
    surroundings.no_other_unit_follows,
    statements.qualifiers_agree,
    statements.unverified_reports_have_their_status,
    datings.dates_agree,
    datings.stated_years_are_printed,
    datings.events_fit_their_mentions,
    coverage.numerals_are_accounted_for,
    coverage.exclusions_are_needed,
    relations.errata_still_hold,
    arithmetic.derivations_compute,
    arithmetic.growths_fit,
    accounts.clashes_are_registered,
    conflicts.pairs_can_be_held_together,
    conflicts.pairs_are_listed_once,
    accounts.conflicts_are_still_conflicts,
    accounts.datings_that_clash_are_registered,
    checks.numbers_are_checked,
    checks.checks_name_their_sides,
    checks.verdicts_hold,
)

_RULES = (
    Rule("file/missing", "Every table's file is there.", "events.csv is deleted"),
    Rule(
        "file/outside",
        "A table is a file of the folder, not a link out of it.",
        "areas.csv links to ../areas.csv",
    ),
    Rule("file/kind", "A table is a readable file.", "units.csv is a folder"),
    Rule("file/empty", "A table's file has a header.", "charts.csv has no byte"),
    Rule("file/encoding", "Files are UTF-8 without byte-order mark.", "a table saved as UTF-16"),
    Rule("file/newlines", "Lines end with LF, the last one too.", "a table saved with CRLF"),
    Rule("cell/characters", "Cells hold visible characters only.", "a NUL byte, a right-to-left override"),
    Rule("cell/length", "No cell is longer than 10,000 characters.", "a cell of 10 MB"),
    Rule("table/columns", "A table has exactly its columns, in order.", "value is renamed to amount"),
    Rule("table/quotes", "Quotation marks come in pairs; a cell is one line.", "a lone quotation mark"),
    Rule("table/width", "Every line has as many cells as the header.", "a row cut off"),
    Rule("table/empty", "Tables without which nothing is said have rows.", "observations.csv has a header only"),
    Rule("package/metadata", "datapackage.json names the collection.", "a collection without title"),
    Rule("package/current", "datapackage.json says what the schemas say.", "a column described by hand"),
    Rule("schema/required", "Cells that must be there are.", "an observation without value"),
    Rule("schema/text", "Text has no space at its ends and is bearably long.", 'name " Trade"'),
    Rule("schema/slug", "Ids are lower-case words joined by hyphens.", "observation_id Trade_2023"),
    Rule("schema/number", "Numbers are plain decimals.", "value 1,000 or NaN or 1e400"),
    Rule("schema/integer", "Offsets are whole numbers from 0.", "start 12.5"),
    Rule("schema/code", "A code is one of its closed list.", "qualifier roughly"),
    Rule("schema/period", "Periods are dates that exist, in EDTF.", "period 2023-02-30"),
    Rule("schema/day", "The day an address was read is a day.", "accessed May 2024"),
    Rule("schema/url", "Addresses are http or https.", "url www.example"),
    Rule("schema/language", "Languages are BCP 47 tags.", "language English"),
    Rule("schema/sha256", "A checksum is 64 hexadecimal digits.", "sha256 abc"),
    Rule("schema/country", "A country code is two capital letters.", "iso_3166 usa"),
    Rule("key/unique", "No two rows have the same key.", "a row pasted twice"),
    Rule(
        "key/shared",
        "Ids of observations, mentions and derivations differ.",
        "a mention with an observation's id",
    ),
    Rule("key/sorted", "Rows are sorted by their key.", "a row added at the end"),
    Rule("key/link", "Every id that is named exists.", "unit_id percents"),
    Rule(
        "source/kind",
        "A document has file and checksum, a reference an address.",
        "a document without sha256",
    ),
    Rule("source/inferred", "What is named as inferred is a column.", "inferred publishd"),
    Rule("source/file", "A file is one source's only.", "two sources with the same file"),
    Rule("document/present", "With --require-seeds every document is there, unchanged.", "seeds/ is empty"),
    Rule("document/name", "A document's file is a bare name in the seeds folder.", "file ../secret.txt"),
    Rule("document/encoding", "A document is UTF-8.", "a document saved as UTF-16"),
    Rule("document/checksum", "A document's bytes are those of its SHA-256.", "one letter of the text changed"),
    Rule("document/length", "A document is as long as sources.csv says.", "characters 4525"),
    Rule("document/body", "The article ends within the document.", "body_end beyond the text"),
    Rule("period/basis", "Period and basis agree; what is inferred says from what.", "unstated with a period"),
    Rule("indicator/change", "A change names the level it changes.", "change_of on a count"),
    Rule("area/part", "No area is part of itself, not by way of others.", "part_of the area itself"),
    Rule("unit/pint", "Pint reads the unit's expression.", "pint kilometre ** two"),
    Rule("unit/dimension", "A number's unit converts to its indicator's.", "persons for an area of land"),
    Rule(
        "evidence/place",
        "Documents have offsets and quotes, references locators.",
        "an observation without quote",
    ),
    Rule("evidence/length", "A quote has at most 120 characters.", "a quoted paragraph"),
    Rule("evidence/offsets", "A quote is as long as its offsets say.", "end one too high"),
    Rule(
        "evidence/sentence",
        "A quote is a phrase, never a whole sentence.",
        "a quote from capital to full stop",
    ),
    Rule("evidence/body", "Quotes lie within the article.", "a quote from the comments"),
    Rule("evidence/moved", "The quote stands at its offsets.", "a sentence added before it"),
    Rule(
        "evidence/number",
        "The document still says this number at that place.",
        "41.3% in the quote, 14.3% in the text",
    ),
    Rule("evidence/gone", "The quote, or the words around its number, are there.", "the sentence was taken out"),
    Rule("evidence/unique", "A quote stands once in its document.", "a quote of one common word"),
    Rule("evidence/printed", "printed stands once in its quote.", "printed 41.3 % where the quote has 41.3%"),
    Rule("evidence/qualifier", "The qualifier is what the words beside the number say.", 'exact beside "over"'),
    Rule(
        "status/attribution",
        "What is attributed to rumors or is alleged has status U.",
        'status A with attribution "rumors"',
    ),
    Rule("printed/number", "printed is a number.", 'printed "many"'),
    Rule("printed/value", "value is what printed says.", "value 14.3 for 41.3%"),
    Rule("printed/unit", "The printed unit belongs to the row's unit.", "unit_id km2 for square miles"),
    Rule("printed/date", "The year, month and day that are printed are the mention's.", "period 1968 for 1869"),
    Rule("period/stated", "A year that a document states stands in it.", "a stated 2016 where it has 2017 only"),
    Rule("event/period", "An event shares a day with one of its mentions.", "1685 where they have 1858"),
    Rule("coverage/unaccounted", "Every numeral of a document is accounted for.", "a number nobody recorded"),
    Rule("coverage/twice", "No numeral is both recorded and excluded.", "an exclusion over an observation"),
    Rule("coverage/stale", "An exclusion covers a numeral.", "an exclusion whose number is gone"),
    Rule("derivation/formula", "Every formula can be read and computed.", "[trade] / 0"),
    Rule("derivation/unit", "A formula's result is of its unit's kind.", "kilometres plus persons"),
    Rule("growth/fit", "Growth, earlier level and level fit one another.", "up 10%, from 100 to 150"),
    Rule("conflict/unlisted", "Accounts that cannot both be true are registered.", "over 600 here, 282 there"),
    Rule("conflict/none", "A listed conflict still is one.", "a conflict after a correction"),
    Rule(
        "conflict/pair",
        "A conflict names two numbers of one kind, or two datings of one event, once.",
        "left_id equals right_id",
    ),
    Rule(
        "errata/stale",
        "What an erratum calls wrong still stands there.",
        "an erratum after a corrected edition",
    ),
    Rule("errata/same", "What is right differs from what is stated.", "correct equals stated"),
    Rule("check/missing", "Where there are checks, every document's number has one.", "a number added without a check"),
    Rule("check/sides", "A check holds a document's number against a reference's.", "two documents' numbers"),
    Rule("check/reference", "Only not-found goes without a reference, and it stands alone.", "corroborated by nothing"),
    Rule("check/verdict", "No verdict says what the intervals refute.", "corroborated, where no number is within both"),
)
RULES: Mapping[str, Rule] = {rule.id: rule for rule in _RULES}

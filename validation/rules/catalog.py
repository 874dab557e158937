"""The catalog of rules: those of every family, and the functions that look for what breaks them.

The rules of a family stand in the module of its name, above their functions: `key/link` in `validation/rules/key.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from validation.rules import (
    area,
    cell,
    chart,
    check,
    conflict,
    coverage,
    derivation,
    document,
    errata,
    event,
    evidence,
    file,
    growth,
    indicator,
    key,
    observation,
    package,
    period,
    printed,
    quotation,
    retired,
    schema,
    source,
    status,
    table,
    unit,
)
from validation.rules.rule import Check, Rule

__all__ = ["CHECKS", "MISTAKES", "MISTAKE_CHECKS", "RULES", "SOURCE_CHECKS", "TABLE_CHECKS", "Rule"]

# In the order in which they are listed.
_FAMILIES = (
    *(file, cell, table, package, schema, key),
    *(source, document, period, indicator, area, unit),
    *(evidence, status, printed, observation, event, coverage),
    *(derivation, growth, conflict, errata, check, quotation, chart, retired),
)

RULES: Mapping[str, Rule] = {rule.id: rule for family in _FAMILIES for rule in family.RULES}

# A cell that breaks one of these rules is of the wrong kind or names nothing: what else it breaks is the same mistake.
MISTAKES = ("schema/", "key/link")

MISTAKE_CHECKS: tuple[Check, ...] = (schema.cells_fit_their_columns, key.links_resolve)
"""What finds these mistakes, and looks before all others."""

TABLE_CHECKS: tuple[Check, ...] = (
    table.tables_have_rows,
    key.keys_are_unique,
    key.ids_are_shared_by_none,
    key.rows_are_sorted,
    source.sources_fit_their_kind,
    source.inferred_names_columns,
    source.files_are_used_once,
    source.names_are_told_apart,
    source.people_are_separated,
    document.languages_are_read,
    indicator.changes_have_a_level,
    area.areas_are_no_part_of_themselves,
    unit.units_are_known,
    unit.units_fit_their_indicator,
    event.events_fit_what_is_said,
    event.references_are_sources,
    derivation.derivations_compute,
    growth.growths_fit,
    conflict.clashes_are_registered,
    conflict.datings_that_clash_are_registered,
    conflict.conflicts_are_still_conflicts,
    conflict.pairs_can_be_held_together,
    conflict.pairs_are_listed_once,
    conflict.conflicts_agree_with_checks,
    errata.errata_still_hold,
    check.numbers_are_checked,
    check.checks_name_their_sides,
    check.verdicts_hold,
    chart.headlines_state_what_is_drawn,
    retired.released_ids_are_kept,
    retired.retired_ids_stand_no_more,
    retired.versions_follow_the_last_release,
    retired.releases_are_what_they_are_called,
)
"""What holds rows against one another, and looks at no document."""

SOURCE_CHECKS: tuple[Check, ...] = (
    period.periods_have_a_basis,
    period.stated_years_are_printed,
    evidence.rows_name_their_place,
    evidence.passages_lie_in_the_body,
    evidence.passages_are_on_their_pages,
    evidence.quotes_are_phrases,
    evidence.passages_stand,
    evidence.numbers_are_as_quoted,
    printed.values_are_what_is_printed,
    printed.no_other_unit_follows,
    printed.dates_agree,
    quotation.quotes_have_their_number,
    quotation.qualifiers_are_quoted,
    status.unverified_reports_have_their_status,
    observation.values_are_stated,
    coverage.numerals_are_accounted_for,
    coverage.exclusions_are_needed,
)
"""What looks at documents, and at rows of one source: at no others, so that a source may be looked at by itself."""

# `quotations_are_printed` looks for words of the tables in all documents.
CHECKS = (*MISTAKE_CHECKS, *TABLE_CHECKS, *SOURCE_CHECKS, quotation.quotations_are_printed)
"""All of them."""

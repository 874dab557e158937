"""Rules on accounts (old code, to be split by family)."""


@needs("conflicts")
def clashes_are_registered(register: Register) -> Iterator[Fault]:
    """Accounts that cannot both be true have a row in conflicts.csv."""
    known = listed(register)
    for group in groups(register):
        misread = {member.id for member in group.members if member.misread}
        for left, right in group.clashes:
            if frozenset((left, right)) not in known and not misread & {left, right}:
                yield _unlisted(register, group, left, right)


def listed(register: Register) -> dict[frozenset[str], int]:
    rows = register["conflicts"]
    return {frozenset(pair): row for row, pair in enumerate(zip(rows["left_id"], rows["right_id"], strict=True))}


def _unlisted(register: Register, group: Group, left: str, right: str) -> Fault:
    said = {member.id: member.said for member in group.members}
    place = _place(register, right) or _place(register, left)
    table, row, field = place or ("conflicts", None, "")
    pair = " and ".join(f"{quoted(said[name])} ({name})" for name in (left, right))
    message = f"a conflict must be registered: {pair} cannot both be true"
    return Fault(
        "conflict/unlisted",
        table,
        row,
        field,
        right,
        message,
        "add a row to conflicts.csv that says so, or correct a row",
    )


@cache
def _id_columns() -> tuple[tuple[str, str], ...]:
    return (("observations", "observation_id"), ("derivations", "derivation_id"), ("mentions", "mention_id"))


def _place(register: Register, name: str) -> tuple[str, int, str] | None:
    for table, field in _id_columns():
        found = register[table][field].eq(name).to_numpy().nonzero()[0]
        if len(found):
            return table, int(found[0]), field
    return None


@needs("observations", "mentions", "derivations", "indicators", "units")
def conflicts_are_still_conflicts(register: Register) -> Iterator[Fault]:
    """A row with verdict conflict names accounts of one quantity, or datings of one event, that cannot both be true."""
    rows = register["conflicts"]
    numbers = {frozenset(pair) for group in groups(register) for pair in group.clashes} if len(rows) else set()
    datings = _clashing_datings(register)
    sound = _sound(register, {*rows["left_id"], *rows["right_id"]})
    for row, entry in enumerate(rows.to_dict("records")):
        pair = frozenset((entry["left_id"], entry["right_id"]))
        if len(pair) == 2 and entry["verdict"] == "conflict" and pair <= sound and pair not in numbers | datings:
            message = "verdict must not be conflict: the two can both be true, or are not of one quantity and time"
            yield Fault(
                "conflict/none",
                "conflicts",
                row,
                "verdict",
                "conflict",
                message,
                "write doubt or scope, or take the row out",
            )


def _sound(register: Register, ids: set[str]) -> set[str]:
    """Which of these accounts can be judged; that another is missing or can't be read is a finding already."""
    observations, mentions = register["observations"], register["mentions"]
    known = quantities.stated(register, observations[observations["observation_id"].isin(ids)])
    units_known = set(register["units"]["unit_id"])
    numbers = [*known.values(), *quantities.derived_quantities(register).values()]
    dated = mentions[mentions["mention_id"].isin(ids)]
    return {
        *(one.id for one in numbers if not one.misread and one.unit_id in units_known and _is_readable(one.period)),
        *dated.loc[dated["period"].fillna("").map(_is_readable), "mention_id"],
    }


def _is_readable(period: str) -> bool:
    try:
        return not period or bool(periods.span(period))
    except periods.Unreadable:
        return False


def _clashing_datings(register: Register) -> set[frozenset[str]]:
    """Pairs of mentions of one event whose periods don't share a day."""
    rows = register["mentions"]
    several = rows[rows["period"].notna() & rows["event_id"].duplicated(keep=False)]
    clashing = set()
    for _, mentions in several.groupby("event_id"):
        for one, other in combinations(mentions[["mention_id", "period"]].itertuples(index=False, name=None), 2):
            if one[0] != other[0] and not _share_a_day(one[1], other[1]):
                clashing.add(frozenset((one[0], other[0])))
    return clashing


def _share_a_day(one: str, other: str) -> bool:
    try:
        return periods.overlap(one, other)
    except periods.Unreadable:
        return True


@needs("conflicts", "errata")
def datings_that_clash_are_registered(register: Register) -> Iterator[Fault]:
    """Datings of one event that share no day have a row in conflicts.csv, or an erratum for one of them."""
    known = listed(register)
    wrong = set(register["errata"]["target_id"])
    for pair in sorted(map(sorted, _clashing_datings(register))):
        if frozenset(pair) in known or wrong & set(pair):
            continue
        table, row, field = _place(register, pair[1]) or ("mentions", None, "")
        message = f"a conflict must be registered: {pair[0]} and {pair[1]} date one event to times that share no day"
        yield Fault(
            "conflict/unlisted",
            table,
            row,
            field,
            pair[1],
            message,
            "add a row to conflicts.csv, or an erratum",
        )

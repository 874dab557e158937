"""Numbers written out, for what is read back."""

from __future__ import annotations

from validation.language.reading.words import DIGITS, LARGE, TEENS, TENS

ONES = ["zero", "one", *DIGITS.split(), *TEENS.split()]
TENS_OF = TENS.split()


def spelled(number: int, conjunction: str = " and ", hyphen: str = "-") -> str:
    """A whole number below a quadrillion in words."""
    if number < len(ONES):
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS_OF[tens - 2] + (f"{hyphen}{ONES[ones]}" if ones else "")
    scales = [*reversed(LARGE.items()), ("thousand", 1000), ("hundred", 100)]
    scale, value = next((word, value) for word, value in scales if number >= value)
    count, rest = divmod(number, value)
    joint = conjunction if rest < 100 else " "
    behind = joint + spelled(rest, conjunction, hyphen) if rest else ""
    return f"{spelled(count, conjunction, hyphen)} {scale}{behind}"


def indian(number: int) -> str:
    """A whole number in Indian groups: 12,34,567."""
    head, last = str(number)[:-3], str(number)[-3:]
    parts: list[str] = []
    while head:
        head, part = head[:-2], head[-2:]
        parts.insert(0, part)
    return ",".join([*parts, last])

"""Characters that nobody sees, which no cell of a table and no document made by a conversion holds."""

from __future__ import annotations

UNSEEN = {
    chr(code)
    for code in (
        *(*range(32), *range(0x7F, 0xA0), 0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F)),
        *(*range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFE), *range(0xE0000, 0xE0080)),
    )
}
"""Controls, soft hyphens, zero-width and bidirectional marks, line separators, byte-order marks, the mark that stands
for what could not be decoded, tags.
"""

from __future__ import annotations

from dashboard.charts.drawing.canvas import At, Canvas
from dashboard.charts.drawing.labels import label, write


def test_small_words_follow_on_the_line_where_they_fit_and_go_below_where_not() -> None:
    inline = label("over 60%", "Meadow Weekly", 300, bold=True)
    assert (inline.lines, inline.after, inline.below) == (["over 60%"], "Meadow Weekly", [])
    below = label("over 60%", "Meadow Weekly", 100, bold=True)
    assert (below.after, below.below) == ("", ["Meadow Weekly"])
    assert below.height > inline.height
    assert inline.width > below.width


def test_a_label_is_written_downward_from_its_top() -> None:
    canvas = Canvas("light", 880)
    made = label("over 60%", "Meadow Weekly", 100)
    write(canvas, made, 10, At())
    second, first = canvas.notes
    assert 10 < first["y"] < second["y"] < 10 + made.height

from __future__ import annotations

from dashboard.charts.drawing.canvas import At, Canvas
from dashboard.charts.drawing.key import write_key
from dashboard.charts.drawing.labels import label, write


def test_small_words_follow_on_the_line_where_they_fit_and_go_below_where_not():
    inline = label("over 60%", "Meadow Weekly", 300, bold=True)
    assert (inline.lines, inline.after, inline.below) == (["over 60%"], "Meadow Weekly", [])
    below = label("over 60%", "Meadow Weekly", 100, bold=True)
    assert (below.after, below.below) == ("", ["Meadow Weekly"])
    assert below.height > inline.height
    assert inline.width > below.width


def test_a_label_is_written_downward_from_its_top():
    canvas = Canvas("light", 880)
    made = label("over 60%", "Meadow Weekly", 100)
    write(canvas, made, 10, At())
    second, first = canvas.notes
    assert 10 < first["y"] < second["y"] < 10 + made.height


def test_a_key_begins_new_rows_where_it_would_leave_the_drawing():
    entries = [("●", "#000000", f"kind of event {i}") for i in range(5)]
    wide, narrow = Canvas("light", 880), Canvas("light", 200)
    assert write_key(narrow, entries) > write_key(wide, entries)
    assert all(note["xshift"] < 200 for note in narrow.notes)
    assert write_key(wide, []) == 0

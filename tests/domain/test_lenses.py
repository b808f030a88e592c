"""A lens groups items and never loses one."""

from kiassess.domain.lenses import Lens, LensPart


def test_a_lens_knows_all_its_items_and_what_it_does_not_cover():
    parts = (
        LensPart("R1", "One", "", ("q.a", "q.b"), ("q.c",)),
        LensPart("R2", "Two", "", ("q.c",)),
        LensPart("R3", "Nothing", ""),
    )
    lens = Lens("l", "Lens", "L", "", "", "", parts)
    assert parts[0].items == ("q.a", "q.b", "q.c")
    assert parts[2].items == ()
    assert lens.items == {"q.a", "q.b", "q.c"}

"""What a chart shows, found by the names of its parts."""

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text


def parts(chart, gid):
    """Everything with this name, in the order it was drawn."""
    return chart.findobj(lambda artist: artist.get_gid() == gid)


def only(chart, gid):
    """The one thing with this name."""
    found = parts(chart, gid)
    assert len(found) == 1, f"{gid}: {len(found)}"
    return found[0]


def words(chart, gid):
    """The words with this name, their lines joined."""
    return " ".join(text.get_text() for text in parts(chart, gid))


def texts_of(chart):
    """All texts that say something."""
    return [text for text in chart.findobj(Text) if text.get_text()]


def boxes(chart):
    """Where each text lies, in pixels."""
    renderer = FigureCanvasAgg(chart).get_renderer()
    return {
        f"{text.get_gid()}: {text.get_text()}": text.get_window_extent(renderer)
        for text in texts_of(chart)
    }


def collisions(chart):
    """Pairs of texts that lie on each other, and texts that leave the chart."""
    found = boxes(chart)
    width, height = chart.bbox.size
    outside = [
        name
        for name, box in found.items()
        if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1
    ]
    names = list(found)
    crossing = [
        f"{one} / {other}"
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        if _overlap(found[one], found[other])
    ]
    return outside + crossing


def _overlap(one, other):
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > 1 and down > 3  # a box is a little higher than the letters in it

"""How long charts take: the first one in the window, and drawing against bare matplotlib."""

import time

KINDS = ("dots", "radar", "heatmap", "distribution")
ROUNDS = 9
WIDTH_IN, DPI = 10.0, 96


def first_chart(window):
    """Milliseconds from going to the profile until its chart is there, matplotlib's import too."""
    from kiassess.ui.page_stack import PROFILE

    began = time.perf_counter()
    window.window.pages.show_page(PROFILE)
    window.settle()
    return (time.perf_counter() - began) * 1000


def answers_beside_the_profile(window, count):
    """How long the window is busy when an answer is saved while the profile is on the screen."""
    from kiassess.domain.assessment import Answer, AnswerState

    session, times = window.session, []
    items = [item.id for item in session.current.items()]
    for number in range(count):
        answer = Answer(items[number % len(items)], AnswerState.ANSWERED, number % 5)
        began = time.perf_counter()
        session.save(answer)
        window.application.processEvents()
        times.append((time.perf_counter() - began) * 1000)
        window.settle()
    return times


def redraws(opened, texts, look):
    """Drawing each kind of chart, and the same figure made of plain calls to matplotlib.

    Yields:
        Kind, our times and the bare times in milliseconds, taken in turn.
    """
    from kiassess.charts.choice import ChartKind, chart_of, height_of
    from kiassess.charts.rendering import to_rgba
    from kiassess.domain.profile import make_profile
    from kiassess.domain.shown import Shown

    shown = Shown(make_profile(opened), opened)
    for name in KINDS:
        kind, ours, bare = ChartKind(name), [], []
        height_in = height_of(kind, shown, texts, width_in=WIDTH_IN)
        size = {"width_in": WIDTH_IN, "height_in": height_in}
        for number in range(ROUNDS + 1):
            began = time.perf_counter()
            height_of(kind, shown, texts, width_in=WIDTH_IN)
            figure = chart_of(kind, shown, texts, look, **size)
            to_rgba(figure, DPI)
            took = (time.perf_counter() - began) * 1000
            plain = plain_figure(figure)
            if number:  # the first round fills the caches of fonts
                ours.append(took)
                bare.append(plain)
        yield name, ours, bare


def plain_figure(like):
    """Milliseconds to make a figure with the same texts, lines and areas, and to draw it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    parts = [like, *like.axes]
    texts = [t for part in parts for t in part.texts if t.get_text()]
    lines = [line for axes in like.axes for line in axes.lines]
    patches = [patch for axes in like.axes for patch in axes.patches]
    words = [(t.get_position(), t.get_text(), t.get_size(), t.get_weight()) for t in texts]
    strokes = [(line.get_xdata(), line.get_ydata(), line.get_marker()) for line in lines]
    areas = [patch.get_extents().bounds for patch in patches]
    began = time.perf_counter()
    figure = Figure(figsize=like.get_size_inches(), dpi=DPI)
    axes = figure.add_axes((0.2, 0.1, 0.7, 0.8), projection=like.axes[0].name)
    axes.set_axis_off()
    for position, text, size, weight in words:
        figure.text(*position, text, size=size, weight=weight)
    for x, y, marker in strokes:
        axes.plot(x, y, marker=marker)
    for x, y, width, height in areas:
        axes.bar(x, height, width, y)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    canvas.buffer_rgba()
    return (time.perf_counter() - began) * 1000

"""One rounding rule for screen, paper and workbook."""

SIGNIFICANT_DIGITS = 15  # what a spreadsheet keeps of a number


def rounded(value: float, digits: int = 1) -> float:
    """Round half away from zero, as spreadsheets do.

    ``round`` rounds half to even and sees binary noise: ``round(2.25, 1)`` is 2.2. Reducing to
    15 significant digits first gives what Excel and LibreOffice show.
    """
    from decimal import ROUND_HALF_UP, Decimal  # no number is rounded before the first window

    shown = Decimal(f"{value:.{SIGNIFICANT_DIGITS}g}")
    exact = shown.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return float(exact) + 0.0  # never “-0.0”


def rounded_to_half(value: float) -> float:
    """Round to the nearest half, halves away from zero: 1.25 becomes 1.5."""
    return rounded(value * 2, 0) / 2

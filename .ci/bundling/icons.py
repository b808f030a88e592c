"""The program's icon in the forms that desktops want, drawn from its SVG."""

import os
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = tuple(size for size in SIZES if size <= 256)


def write_icons(drawing: Path, folder: Path) -> dict[str, Path]:
    """Write ``kiassess-<size>.png``, ``kiassess.ico`` and ``kiassess.icns`` into a folder.

    Returns:
        The files by their suffix, the PNG of 512 pixels among them.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image  # noqa: PLC0415 - slow, and only for building
    from PySide6.QtCore import QRectF  # noqa: PLC0415
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    renderer = QSvgRenderer(str(drawing))
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        file = folder / f"kiassess-{size}.png"
        if not renderer.isValid() or not image.save(str(file)):
            raise SystemExit(f"{file} could not be drawn")
        pictures.append(Image.open(file))
    largest, ico, icns = pictures[-1], folder / "kiassess.ico", folder / "kiassess.icns"
    smaller = [picture for picture in pictures if picture.width in ICO_SIZES]
    smaller[-1].save(ico, sizes=[(size, size) for size in ICO_SIZES], append_images=smaller[:-1])
    largest.save(icns, append_images=pictures[:-1])
    return {"png": folder / "kiassess-512.png", "ico": ico, "icns": icns}

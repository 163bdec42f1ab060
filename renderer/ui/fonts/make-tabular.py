"""Makes the figures of one width: ten digits of Be Vietnam Pro (SIL OFL 1.1), which has no `tnum` feature of its own.

python3 make-tabular.py <folder of @fontsource/be-vietnam-pro/files> <folder for the results>   needs fonttools, brotli
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Be Vietnam Pro Tabular"
# The widest digit keeps a little air when every digit gets 94 % of its width.
SHARE_OF_WIDEST = 0.94


def tabular(source: Path, target: Path) -> None:
    font = TTFont(source)
    options = Options(layout_features=[], name_IDs=[0, 1, 2, 4, 13, 14], hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=range(ord("0"), ord("9") + 1))
    subsetter.subset(font)
    digits = [font.getBestCmap()[code] for code in range(ord("0"), ord("9") + 1)]
    metrics, outlines = font["hmtx"], font["glyf"]
    width = round(max(metrics[digit][0] for digit in digits) * SHARE_OF_WIDEST)
    for digit in digits:
        advance, _ = metrics[digit]
        outline = outlines[digit]
        outline.coordinates.translate(((width - advance) // 2, 0))
        outline.recalcBounds(outlines)
        metrics[digit] = (width, outline.xMin)
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = FAMILY
    font.flavor = "woff2"
    font.save(target)


if __name__ == "__main__":
    files, results = map(Path, sys.argv[1:3])
    for weight in (400, 500, 600, 700):
        tabular(
            files / f"be-vietnam-pro-latin-{weight}-normal.woff2",
            results / f"be-vietnam-pro-tabular-{weight}.woff2",
        )

"""Draw the two curves of docs/questions.md: `python -m bot.teaching.curves` (needs matplotlib)."""

from pathlib import Path

import matplotlib as mpl
from matplotlib import pyplot

from bot.teaching import examples, figures
from bot.understanding import questions
from bot.understanding.model import QUESTIONS

PICTURES = Path(__file__).parent.parent.parent / "docs" / "images"
"""Where the pictures go."""
_THRESHOLDS = [step / 50 for step in range(46)]
_SIZE = (6.4, 3.2)
_DOTS = 80


def draw(folder: Path = PICTURES) -> None:
    """Draw them from the blind sentences and the weights as they are."""
    mpl.use("agg")
    points = list(figures.curve(examples.load_blind(), QUESTIONS.model, _THRESHOLDS))
    folder.mkdir(exist_ok=True)
    inside = {
        "juste": ([point.right for point in points], "tab:green"),
        "juste ou proposé": ([point.right + point.suggested for point in points], "tab:blue"),
        "faux": ([point.wrong for point in points], "tab:red"),
    }
    _picture(folder / "questions-journee.png", "Questions sur la journée", inside)
    outside = {
        "répondu à tort": ([point.off_answered for point in points], "tab:red"),
        "pas répondu": ([1 - point.off_answered for point in points], "tab:green"),
    }
    _picture(folder / "questions-hors-sujet.png", "Phrases hors sujet", outside)


def _picture(path: Path, title: str, lines: dict[str, tuple[list[float], str]]) -> None:
    figure, axes = pyplot.subplots(figsize=_SIZE, layout="constrained")
    for label, (values, colour) in lines.items():
        axes.plot(_THRESHOLDS, values, label=label, color=colour)
    axes.axvline(questions.SURE, color="grey", linestyle=":", label="seuil choisi")
    axes.set(title=title, xlabel="seuil (SURE)", ylabel="part des phrases", ylim=(0, 1))
    axes.grid(alpha=0.3)
    axes.legend(fontsize="small")
    # No date or version in the file: the same figures give the same picture.
    figure.savefig(path, dpi=_DOTS, metadata={"Software": None})
    pyplot.close(figure)


if __name__ == "__main__":
    draw()

"""Half an address that is put right, and what only looks like it."""

import pytest

from bot.understanding import half_addresses

KNOWN = ["g.monteil@exemple.fr", "odile.vernay@orange.fr"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("gerard.monteil et pas g.monteil, la suite est bonne", "gerard.monteil@exemple.fr"),
        ("c'est gerard.monteil, pas g.monteil.", "gerard.monteil@exemple.fr"),
        ("pas g.monteil mais gerard.monteil", "gerard.monteil@exemple.fr"),
        ("l'adresse : c'est g.monteil63, le reste ne change pas", "g.monteil63@exemple.fr"),
        ("euh non le mien c'est odile.vernet, la fin change pas", "odile.vernet@orange.fr"),
        ("odile-vernay pardon, avec un tiret", "odile-vernay@orange.fr"),
        ("dans mon mail remplacez vernay par vernet", "odile.vernet@orange.fr"),
        ("l'adresse c'est gmail pas orange", "odile.vernay@gmail.com"),
        ("@gmail.com et pas @orange.fr", "odile.vernay@gmail.com"),
        ("c'est wanadoo.fr et non orange.fr, le début est bon", "odile.vernay@wanadoo.fr"),
    ],
)
def test_the_whole_address_is_told(text: str, address: str) -> None:
    found = half_addresses.put_right(text, KNOWN)
    assert found is not None
    assert found[1] == address


@pytest.mark.parametrize(
    "text",
    [
        "c'est Vernet et pas Vernay",
        "c'est Jean-Paul pas Jean",
        "je viens seul, pas Paul",
        "mon adresse : odile@exemple.fr et pas odile.vernay@orange.fr",
        "c'est Maclas et pas Pélussin",
        "l'adresse est bonne, le reste aussi",
        "c'est .com à la fin, pas .fr",  # of which of the two?
    ],
)
def test_a_name_or_a_whole_address_is_none(text: str) -> None:
    assert half_addresses.put_right(text, KNOWN) is None

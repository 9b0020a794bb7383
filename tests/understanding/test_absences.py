"""Who is said in so many words to come, or not to."""

import pytest

from bot.understanding import absences
from bot.understanding.known_people import Known

PEOPLE = (
    Known("Anne", "Roy", "conseillère", is_writing=True),
    Known("Luc", "Bru", "maire"),
    Known("Zora", "Ayad", "trésorière"),
)
PAIR = PEOPLE[:2]


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("Luc n'est pas dispo finalement", {1}),
        ("please remove Luc", {1}),
        ("rayez le maire, il délègue", {1}),
        ("Luc sort de la liste, il change de région", {1}),
        ("Luc et moi on ne peut plus venir", {0, 1}),
        ("luc et zora annulent, snif", {1, 2}),
        ("Luc et Zora sont malades, je viendrai seule", {1, 2}),
        ("le maire peut pas et la trésorière non plus", {1, 2}),
        ("Luc y va tout seul finalement", {0, 2}),
        ("ce sera que moi", {1, 2}),
        ("il ne reste plus que votre serviteur", {1, 2}),
        ("luc bosse. je serai seule", {1, 2}),
        ("On revient à deux, Luc et moi", {2}),
        ("nous serons donc deux : Zora et moi", {1}),
        ("bref on vient que luc et moi", {2}),
        ("pas luc, sinon oui", {1}),
        ("Ce n'est pas Luc qui vient mais son frère", {1}),
        ("c'est pas moi qui viens finalement, mais Luc oui", {0}),
        ("je cède ma place à Tom Bonnet", {0}),
        ("Ma place revient à mon cousin Arnoud Roy", {0}),
        ("finalement Solène Tissot au lieu de Luc", {1}),
        ("à la place de Luc, ce sera Mehdi Garnier", {1}),
        ("Luc est remplacé par Mehdi Garnier", {1}),
        ("Mme Zora Ayad a fait valoir ses droits à la retraite", {2}),
        ("Luc ? Non, il est absent", {1}),
        ("Yes for me, Luc is out I'm afraid", {1}),
        ("Luc ne vient pas avec nous", {1}),
        ("Luc ne vient pas avec moi", {1}),
        ("Je vous préviens que Luc ne sera pas de la partie", {1}),
        ("je serai remplacé par mon collègue Gaston Garnier", {0}),
        ("j'ai un empêchement mais Luc sera présent", {0}),
        ("I can't come, Amina Faure will take my place", {0}),
    ],
)
def test_who_does_not_come_is_read(text: str, away: set[int]) -> None:
    assert {at for at, comes in absences.settled(text, PEOPLE).items() if not comes} == away


@pytest.mark.parametrize(
    "text",
    [
        "Luc ne vient pas en voiture mais en train",
        "Luc ne vient pas comme élu mais comme habitant",
        "Luc ne pourra rester que jusqu'à midi",
        "Luc ne peut pas se garer là où vous dites",
        "Luc ne sera plus maire le jour J",
        "Luc voulait se désister, puis il s'est ravisé : il vient",
        "Luc avait dit qu'il était absent",
        "si Luc est malade je vous préviens",
        "je ne viens pas seule",
        "Luc s'est blessé mais il vient avec ses béquilles",
        "le train est annulé ce jour-là",
        "nous serons trois, Luc, Zora et moi",
        "Zora Ayad, trésorière, et Luc Bru, maire",
        "Luc ne vient pas. Ah, il me fait signe que si, il vient !",
        "Luc est remplacé par personne, il vient",
        "Ce n'est pas Luc le cantonnier, il est directeur",
        "mon épouse a hésité à laisser sa place, Mme Koenig restera à la maison",
        "Luc bosse à l'UDAF pas à la MSA",
        "son prénom c'est Lucas, pas Luc",
        "la trésorière, c'est ma sœur qui ne viendra pas",
        "Paul Bru ne vient pas",
        "Luc a un empêchement seulement jusqu'à dix heures, ne le supprimez pas",
        "la salle n'est plus disponible",
        "je serai seule à parler du projet",
    ],
)
def test_who_comes_is_not_said_to_be_away(text: str) -> None:
    assert False not in absences.settled(text, PEOPLE).values()


def test_of_two_a_relation_is_the_other_one() -> None:
    assert absences.settled("Mon mari reste à la maison, lui", PAIR) == {1: False}

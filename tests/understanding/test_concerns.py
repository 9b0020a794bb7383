"""What is asked of the people of a party, and whom it is asked of."""

import pytest

from bot.understanding import concerned, concerns
from bot.understanding.concerned import Whom
from bot.understanding.concerns import Concern, Thing
from bot.understanding.known_people import Known


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("au fait sarah est au courant ou pas", Concern.TOLD),
        ("elle a cliqué sur le lien ?", Concern.OPENED),
        ("et kevin il recevra plus rien alors ?", Concern.RECEIVES),
        ("et sonia elle a recu le rappel aussi ou faut que je lui dise", Concern.RECEIVED),
        ("elle a ouvert l invitation ou pas ?", Concern.OPENED),
        ("MA DIRECTRICE EST PREVENUE OU PAS", Concern.TOLD),
        ("ELLE RECOIT QUELQUE CHOSE CELINE BONNARD OUI OU NON", Concern.RECEIVES),
        ("Leurs adresses mail servent à quoi alors ?", Concern.FOR_WHAT),
        ("pour le mail de Sylvie que je vous ai donné, il sert à quoi ?", Concern.FOR_WHAT),
        ("vous voulez leurs mails ?", Concern.NEEDED),
        ("vous voulez leurs mails ? Sinon comment ils vont savoir ?", Concern.NEEDED),
        (
            "Et pour Martine, elle doit faire quelque chose ou c'est bon avec mon inscription ?",
            Concern.MUST_DO,
        ),
        ("On a un seul code pour nous deux ?", Concern.CODE),
        ("Et les autres participants, ils vont voir mon nom ou mon mail ?", Concern.SEEN),
        ("Et les informations sur mon mari, vous les avez effacées du coup ?", Concern.ERASED),
        ("C'est bien noté que Nadia vient ?", Concern.CONFIRMED),
        ("Vous pouvez me redonner la liste des personnes que j'ai inscrites ?", Concern.LISTING),
        ("Et est-ce que mon mari va recevoir quelque chose, lui ?", Concern.RECEIVES),
        ("Vous avez bien mon téléphone ?", None),
        ("kevin ne recevra plus rien ?", Concern.RECEIVES),
        ("bernadette va recevoir un truc ou c moi qui lui dis", Concern.RECEIVES),
        ("elle doit confirmer de son coté ?", Concern.MUST_DO),
        ("vous allez lui écrire a cette adresse du coup ?", Concern.RECEIVES),
        ("ca sert a quoi de vous l'avoir donné alors", Concern.FOR_WHAT),
        (
            "Les deux autres ont-ils un code à eux ou bien c'est le même pour tout le monde ?",
            Concern.CODE,
        ),
        ("qui peut voir nos adresses électroniques ?", Concern.SEEN),
        (
            "JE VEUX PAS QUE MON NOM APPARAISSE PARTOUT, LES AUTRES INSCRITS LE VERRONT ?",
            Concern.SEEN,
        ),
        ("vous avez mon numéro de portable ?", None),
        ("sarah elle va pas recevoir de rappel hein ?", Concern.RECEIVES),
        ("et inès elle aura le rappel elle ?", Concern.RECEIVES),
        ("vous gardez encore des trucs sur sarah ?", Concern.ERASED),
        ("Alain a eu votre rappel aussi ?", Concern.RECEIVED),
        ("sa venue à lui est confirmée ?", Concern.CONFIRMED),
        ("il faut que je le prévienne alors ?", Concern.TOLD),
        ("rappelez-moi qui j'ai inscrit en tout svp", Concern.LISTING),
        ("Claire va recevoir le rappel ?", Concern.RECEIVES),
        ("Est-ce qu'ils sont prévenus tous les quatre ?", Concern.TOLD),
        ("c'est quoi le code de Yves ?", Concern.CODE),
        ("Qui est-ce qui verra son adresse ?", Concern.SEEN),
        ("elle a quelque chose à faire Coralie ou c'est bon", Concern.MUST_DO),
        ("Coralie va être prévenue par vous ?", Concern.RECEIVES),
        ("on aura un seul code à l'entrée elle et moi ?", Concern.CODE),
        ("la venue de Coralie est bien enregistrée ?", Concern.CONFIRMED),
        ("vous lui enverrez plus rien a mon mari ?", Concern.RECEIVES),
        ("ses coordonnées sont supprimées de chez vous ?", Concern.ERASED),
        ("Est-ce que Mme Collomb va recevoir un courriel de confirmation ?", Concern.RECEIVES),
        ("MME COLLOMB A RECU SON INVITATION ?", Concern.RECEIVED),
        ("le repas de ma directrice est réservé ?", Concern.MEAL),
        ("faut-il qu'elle fasse quoi que ce soit de son côté ?", Concern.MUST_DO),
        ("quel code doit-elle donner à l'accueil ?", Concern.CODE),
        ("c'est moi ou elle qui aura le rappel ?", Concern.RECEIVES),
        ("mon repas est réservé ou pas", Concern.MEAL),
        ("mon numéro vous le donnez à personne on est d'accord", Concern.SEEN),
        ("j'ai rien d'autre à faire ?", Concern.MUST_DO),
        ("vous allez me renvoyer quelque chose avant ?", Concern.RECEIVES),
        ("ma femme recevra quelque chose ?", Concern.RECEIVES),
        ("redites moi qui est inscrit de chez nous", Concern.LISTING),
        ("Est-ce que mes collègues reçoivent quelque chose ?", Concern.RECEIVES),
        ("Nadège va recevoir quelque chose, ou c’est moi qui lui transmets", Concern.RECEIVES),
        ("Luc recevra la confirmation ?", Concern.RECEIVES),
        ("Luc sera prévenu ?", Concern.TOLD),
        ("vous écrivez aussi à Luc ?", Concern.RECEIVES),
        ("je dois prévenir Luc ou il reçoit un message ?", Concern.RECEIVES),
        ("faut-il que nos élus confirment de leur côté ?", Concern.MUST_DO),
        ("mes collègues doivent s'inscrire aussi ou ça suffit ?", Concern.MUST_DO),
        ("mes deux collègues recevront une confirmation ou c'est à moi ?", Concern.RECEIVES),
        ("Jessica elle sait qu'elle est inscrite ou faut que je lui annonce ?", Concern.TOLD),
        ("paul il a recu le message aussi ?", Concern.RECEIVED),
        ("faut prévenir Paul ou vous lui écrivez ?", Concern.RECEIVES),
        ("on a reçu le programme ?", None),
        ("je dois prévenir si je suis en retard ?", None),
        ("vous avez reçu mon mail ?", None),
        ("est-ce que je dois m'inscrire pour manger ?", None),
        ("qui a ouvert la salle ?", None),
        ("Est-ce que Paul peut venir aussi ?", None),
        ("faut-il apporter quelque chose ?", None),
        ("on recevra une attestation ?", None),
        ("je voudrais envoyer l'invitation à ma collègue", None),
        ("Paul vient à ma place", None),
        ("elle vient avec moi", None),
        ("mon maire va venir, il peut ?", None),
        ("quelqu'un va nous prévenir si c'est annulé ?", None),
        ("à quoi sert cette journée ?", None),
        ("vous pouvez m'envoyer le programme ?", None),
        ("est-ce que le repas est compris ?", None),
        ("qui est-ce que je préviens en cas de retard ?", None),
        ("comment on sera prévenus si ça change ?", None),
        ("Est-ce que je peux donner son adresse à lui ?", None),
        ("elle sait à quelle heure c'est ?", None),
        ("Il faut que je confirme quelque chose ?", None),
        ("Est-ce que Madame Sabot a été informée de son inscription ?", Concern.TOLD),
        ("pas besoin que je lui redise l'heure alors ?", Concern.TOLD),
        ("elle rentre comment, avec mon code ?", Concern.CODE),
        ("on présente un seul code ou chacun le sien", Concern.CODE),
        ("comment aura-t-elle son code ?", None),
        ("et son adresse e-mail vous en avez besoin ?", Concern.NEEDED),
        ("comment je vous donne son mail ?", None),
        ("Je vous ai donné le portable de Guy ?", None),
        ("qui d'autre que vous a nos coordonnées ?", Concern.SEEN),
        ("Vous n'avez plus rien sur Inès, c'est sûr ?", Concern.ERASED),
        ("elle a fait ce qu'il fallait ?", Concern.OPENED),
        ("BON ALORS JOSIANE C CONFIRMÉ OU PAS", Concern.CONFIRMED),
        ("ont-ils tous les deux une démarche à effectuer ?", Concern.MUST_DO),
        ("elle n'a plus qu'à venir ?", Concern.MUST_DO),
        ("Mme Barral ne sera plus sollicitée ?", Concern.TOLD),
        ("et si je trouve quelqu'un, je vous préviens ici ?", None),
        ("comment vous prévenir si Cédric a trop mal ?", None),
        ("has she opened the invitation?", Concern.OPENED),
        ("do I have to tell her myself?", Concern.TOLD),
    ],
)
def test_what_is_asked(text: str, wanted: Concern | None) -> None:
    assert concerns.read(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("elle a eu le rappel ?", Thing.REMINDER),
        ("elle a reçu le lien ?", Thing.INVITATION),
        ("elle reçoit un truc ?", Thing.ANYTHING),
    ],
)
def test_what_is_received(text: str, wanted: Thing) -> None:
    assert concerns.thing(text) is wanted


_PEOPLE = [
    Known("Marie", "Roux", "maire", is_writing=True),
    Known("Denis", "Roux", "conseiller municipal"),
    Known("Sylvie", "Chorel", "directrice"),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("denis il reçoit ?", Whom((1,), is_other=True)),
        ("M. Roux a reçu ?", Whom((1,), is_other=True)),
        ("le conseiller et la directrice ?", Whom((1, 2), is_other=True)),
        ("MME CHOREL A RECU ?", Whom((2,), is_other=True)),
        ("mon mari recevra ?", Whom((1,), is_other=True, is_kin=True)),
        ("elle a reçu ?", Whom((2,), is_other=True, is_kin=True)),
        ("les deux autres ont un code ?", Whom((1, 2), is_other=True, is_kin=True)),
        ("moi ou elle ?", Whom((2,), is_other=True, with_writer=True, is_kin=True)),
        ("elle reçoit ou c’est moi qui lui dis ?", Whom((2,), is_other=True, is_kin=True)),
        ("nous deux ?", Whom((0, 1, 2), is_other=True)),
        ("kevin ne recevra plus rien ?", Whom((), ("Kevin",), is_other=True)),
        ("Mme Bonnard a reçu ?", Whom((), ("Mme Bonnard",), is_other=True)),
        ("Dominique a reçu ma question ?", Whom((0,))),
        ("mon repas est réservé ?", Whom((0,))),
        ("c’est quoi le code ?", Whom()),
    ],
)
def test_whom(text: str, wanted: Whom) -> None:
    assert concerned.read(text, _PEOPLE, strangers=["Dominique Bernier"]) == wanted

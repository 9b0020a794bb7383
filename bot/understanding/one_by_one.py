"""What is said of those who still wait to be registered, where each person registers alone."""

import re

from bot.understanding import sentences
from bot.understanding.normal import normal, plain

_NOBODY_ELSE = re.compile(
    r"\b(?:personne|aucune?|rien|nobody|no ?one|noone|anybody|anyone) (?:d )?(?:autre|else)\b"
    r"|\b(?:pas|plus|aucune?|sans|ni) (?:d )?(?:autres?|deuxieme|seconde?|2e|2eme)"
    r"(?: (?:personnes?|inscriptions?|noms?|participante?s?|gens)|$)"
    r"|\b(?:il )?(?:n )?y a (?:plus )?(?:personne|que moi)\b|\bil n y (?:en )?a pas d autres?\b"
    r"|(?<!meme )(?<!comme )\b(?:juste|seulement|uniquement|rien que|(?<!parc )(?<!mairie )"
    r"(?<!structure )(?<!organisme )(?<!association )(?<!chose )que|que pour) moi(?: meme)?\b"
    r"|\bmoi (?:toute? )?seule?(?:ment)?\b|\b(?:je (?:suis|serai|viens|viendrai)|m inscri\w+)"
    r" (?:bien |tout |toute )*seule?\b"
    r"|\b(?:une|1) (?:seule |unique )(?:personne|inscription|place)\b"
    r"|\b(?:on|nous|je) (?:n )?(?:est|sommes|suis) pas (?:deux|trois|2|3|plusieurs)\b"
    r"|^(?:non |no )?pas deux\b|\b(?:just|only) (?:for )?me\b|\bonly one\b"
    r"|\b(?:there is|there s|it s|its) (?:only|just) (?:me|one)\b|\bi (?:am|m) (?:coming )?alone\b"
    r"|\b(?:no|not) (?:other|second|another|two)(?: (?:person|people|one|registration)s?)?\b"
)
_FOR_SEVERAL = re.compile(
    r"\b(?:nous|les|pour|both) (?:tous |toutes )?(?:les )?(?:deux|trois|2|3)\b"
)
_ASKS_WHO = re.compile(
    r"\b(?:qui (?:est|c|ca|donc)|c est (?:qui|quoi)|qu est ce|(?:de )?qui (?:s agit|parle\w*)"
    r"|quel\w* (?:autre )?(?:personne|inscription)|l autre personne|cette (?:autre )?personne"
    r"|^(?:les|the) (?:deux|trois|two|three)$"
    r"|que (?:veut|signifie)|who (?:is|s)|what (?:is|s)|which (?:other )?(?:person|one))\b"
)
_SELF = re.compile(
    r"\b(?:et|maintenant?|ensuite|puis|reste|manque|aussi|a present|now|and|then|also|plus que)"
    r" (?:pour )?(?:moi|me|myself)\b"
    r"|\b(?<!ez )(?:moi|me|myself) (?:maintenant?|aussi|ensuite|a present|egalement|now|too|next"
    r"|as well)\b"
    r"|\b(?:a|c est) mon tour\b|\bmy turn\b|(?:^|\b(?:c est|et|maintenant|puis|alors) )a moi\b"
    r"|\binscri(?:s|t|vez|re|vons)(?: \w+)? moi\b|\b(?:m|me) inscri\w+\b"
    r"|\b(?:inscription|place|une) pour moi\b|\b(?:register|sign up|add|book|put) me\b"
    r"|\b(?:je|j|i) (?:viendrai|viens|venais|serai la|participe\w*|vais venir|pourrai venir"
    r"|peux venir|(?:can|will) come)"
    r"(?: \w+){0,2} (?:aussi|egalement|quand meme|finalement|too|after all)\b"
    r"|\b(?:finalement|en fait) je (?:viendrai|viens|pourrai venir)\b(?! (?:pas|plus|seule?|sans"
    r"|avec))"
    r"|\bma propre inscription\b|\bmy own (?:registration|place|seat)\b"
)
_REFERS = re.compile(
    r"\b(?:l|la|le|les) inscri\w+\b|\binscri(?:s|t|vez|re) (?:la|le|les)\b"
    r"|\bl autre(?: personne| inscription)?\b"
    r"|\bl[ae] (?:suivante?|deuxieme|seconde?|prochaine?|personne suivante)\b"
    r"|\b(?:register|sign up|add|book) (?:her|him|them)\b|\bthe (?:other|next|second)(?: one"
    r"| person)?\b|^(?:et|and) (?:elle|lui|eux|her|him)\b"
    r"|\b(?:elle|lui|il|she|he) (?:aussi|maintenant|too|also|now|next)\b"
    r"|^(?:ok |oui |bon |alors |yes )*(?:vas y|allez y|allons y|go(?: on| ahead)?|continue[rz]?"
    r"|continuons|on continue|la suite|suivante?|next)$"
)
_REGISTERS = re.compile(
    r"\b(?:inscri\w*|enregistr\w*|r?ajout\w*|maintenant|ensuite|aussi|egalement|a present|passons"
    r"|reste|tour|manqu\w*|oubli\w*|register\w*|sign up|book|add|now|next|also|too|then|en plus"
    r"|vien\w*|come|comes|coming)\b"
)
_SOMEBODY = (
    r"(?:femme|mari|epou\w+|compagn\w+|conjointe?|fils|filles?|freres?|soeurs?|pere|mere|parents?"
    r"|cousine?s?|amie?s?|copine?s?|collegues?|voisine?s?|associee?s?|adjointe?|direct\w+"
    r"|president\w*"
    r"|chef\w*|stagiaires?|wife|husband|partner|sons?|daughters?|brothers?|sisters?|father|mother"
    r"|friends?|colleagues?|neighbou?rs?|boss|assistante?)"
)
_OWN_PLACE = re.compile(
    rf"\b(?:elle|il|lui|she|he|they|chacun\w*|chaque personne|each|everyone|{_SOMEBODY})\b"
    r"(?: \w+){0,6} (?:(?:sa|son|her|his|own|propre)(?: \w+)?"
    r" (?:place|inscription|registration|seat)|herself|himself|themselves|elle meme|lui meme"
    r"|a part)\b"
)
_COMES = (
    r"(?:vien\w*|venir|viendr\w+|particip\w+|inscri\w+|come|comes|coming|join\w*|attend\w*"
    r"|register\w*|interess\w+|interested)"
)
_TOO = (
    r"(?:aussi|egalement|avec (?:moi|nous)|en plus|nous rejoin\w*|too|also|as well"
    r"|(?:with )?(?:me|us))"
)
_COMES_TOO = re.compile(
    rf"\b{_COMES}\b(?: \w+){{0,3}} {_TOO}\b|\b{_TOO}(?: \w+){{0,3}} {_COMES}\b|\bm accompagn\w+"
)
_A_RELATION = re.compile(rf"\b(?:ma|mon|my|notre|our) {_SOMEBODY}\b")
_OF_SOMEBODY = re.compile(rf"\b(?:{_SOMEBODY}|elle|il|she|he|they|ils|elles)\b")
_SHORT_QUESTION = 4
"""Words of a question that only says whose turn it is: « et moi alors ? »."""
_LONGEST = 12


def says_nobody_else(text: str) -> bool:
    """Whether words say that nobody else is to be registered: « il n’y a que moi »."""
    sentence = normal(text)
    if "?" in text or _FOR_SEVERAL.search(sentence):
        return False
    return _NOBODY_ELSE.search(sentence) is not None


_BY_THEMSELVES = re.compile(
    r"\b(?:il|elle|ils|elles|lui|eux|he|she|they|[a-z]+)(?: \w+){0,2}?"
    r" (?:fai[st]|fera|font|feront|inscri\w+|prefer\w+|register\w*|do|does|will do)(?: \w+){0,3}?"
    r" (?:lui memes?|elles? memes?|eux memes?|toute? seule?s?|de (?:son|leur) cote"
    r"|directement|sans moi|himself|herself|themselves|on (?:his|her|their) own)\b"
    r"|\b(?:il|elle|ils|elles) s en (?:occup\w+|charg\w+)\b"
)


def registers_themselves(text: str) -> bool:
    """« Non, il le fait lui-même »: whether those who were spoken of register by themselves."""
    if "?" in text:
        return False
    each = map(normal, re.split(r"[,.;:!]", text))
    return any(_BY_THEMSELVES.search(one) and not _MYSELF.search(one) for one in each)


_MYSELF = re.compile(r"\b(?:je|j|moi meme|m inscri\w+|i)\b")


def asks_who(text: str) -> bool:
    """Whether words ask who it is that waits: « c’est qui, cette personne ? »."""
    sentence = normal(text).replace("?", " ").strip()
    return len(sentence.split()) <= _LONGEST and _ASKS_WHO.search(sentence) is not None


def is_their_turn(text: str) -> bool:
    """Whether words that name somebody want them registered: « Jeanne ? »."""
    sentence = normal(text).replace("?", " ")
    return is_only_a_turn(text) or _REGISTERS.search(sentence) is not None


def is_only_a_turn(text: str) -> bool:
    """Whether a message is so short that it says no more than whose turn it is."""
    return len(normal(text).replace("?", " ").split()) <= _SHORT_QUESTION


def is_of_a_relation(text: str) -> bool:
    """Whether words are about « ma femme », « mon collègue »."""
    return _A_RELATION.search(normal(text)) is not None


def says_self(text: str) -> bool:
    """Whether who writes wants their own registration now: « et moi ? »."""
    sentence = normal(text).replace("?", " ")
    if "?" in text and not is_only_a_turn(text) and "inscri" not in sentence:
        return False
    return _SELF.search(sentence) is not None


_THEY_ARE = re.compile(
    r"\b(?:elle|il|she|he) (?:est|travaille|s occupe|dirige|tient|vient|is|works)\b(?! (?:pas"
    r"|plus)\b)"
)


def tells_of_them(text: str) -> bool:
    """Whether words say what somebody is: « elle dit oui ! Elle est propriétaire de… »."""
    return "?" not in text and _THEY_ARE.search(normal(text)) is not None


def refers(text: str) -> bool:
    """Whether words mean who waits without a name: « inscrivez-la », « et l’autre ? »."""
    sentence = normal(text).replace("?", " ")
    if is_only_a_turn(text) and _A_RELATION.search(sentence):
        return True
    return len(sentence.split()) <= _LONGEST and _REFERS.search(sentence) is not None


def comes_too(text: str) -> bool:
    """Whether somebody is said to come as well: « ma femme voudrait venir aussi »."""
    sentence = normal(text).replace("?", " ")
    is_of_somebody = _OF_SOMEBODY.search(sentence) is not None
    return is_of_somebody and _COMES_TOO.search(sentence) is not None


def is_instead(text: str) -> bool:
    """Whether somebody comes in another's place, and not besides."""
    return _INSTEAD.search(normal(text)) is not None


_INSTEAD = re.compile(
    r"\b(?:rempla\w+|suppl(?:ee?|eer|eera|eant|eante)\b|represent\w+|(?:ma|sa|son|leur) place"
    r"|(?:a|en) (?:la )?place d\w*|au lieu d\w*|plutot que|instead"
    r"|in (?:my|his|her) (?:place|stead))"
)


def wants_own_place(text: str) -> bool:
    """Whether somebody else is said to want a registration of their own."""
    return _OWN_PLACE.search(normal(text).replace("?", " ")) is not None


def registers(text: str) -> bool:
    """Whether words ask to register: « pouvez-vous inscrire Jeanne ? », « can she come too? »."""
    return _REGISTERS.search(normal(text).replace("?", " ")) is not None


def may_come(text: str) -> bool:
    """Whether it is asked if somebody may come: « et Paul Roux, il peut venir ? »."""
    return _MAY_COME.search(normal(text)) is not None


_MAY_COME = re.compile(
    r"\b(?:peut|peux|pourrait|puisse|possible|can|could|may)\b(?: \w+){0,4}"
    r" (?:venir|vienne|participer|assister|come|join|attend)\b"
)


def asks_for_turn(text: str) -> bool:
    """Whether it is asked when somebody is registered, or that they be: « inscrivez Mme Roux »."""
    return _FOR_TURN.search(normal(text)) is not None


_FOR_TURN = re.compile(
    r"\b(?:inscri\w+|not\w+|enregistr\w+|ajout\w+|prene[zs]\w*|c est|vient"
    r"|register\w*)(?: \w+){0,4} (?:quand|when|apres)\b"
    r"|\bquand (?:est ce que |vous |on |je )?(?:\w+ ){0,3}(?:inscri|not|enregistr|ajout)\w*"
    r"|\b(?:inscri(?:s|vez|re)|ajoute[rz]?|note[rz]?|register|add) (?:aussi |donc "
    r"|maintenant )?(?:mme|m|mr|monsieur"
    r"|madame|mon|ma|notre|[a-z]{3,})\b"
)


def keeps_only(text: str) -> bool:
    """Whether those who are named are the only ones to come: « n’inscrivez que Paul »."""
    return _KEEPS_ONLY.search(normal(text)) is not None


_KEEPS_ONLY = re.compile(
    r"\bn inscri\w+ (?:donc )?que?\b|\b(?:inscri\w+|garde\w*|laisse\w*|register|keep)"
    r" (?:donc |just )?(?:seulement|uniquement|juste|only)\b|\bonly register\b"
)


def lets_go(text: str) -> bool:
    """Whether words take somebody off: « retirez Philippe »."""
    return _LETS_GO.search(normal(text)) is not None


_LETS_GO = re.compile(
    r"\b(?:enlev|retir|supprim|ote[rz]?\b|raye|efface|oublie[rz]?\b|laisse[rz]? tomber|annul|remov"
    r"|delet|drop|forget|cancel|leave out|ne (?:participe|s inscri\w+|vient|viendra) p)\w*"
)


def without_registered(text: str) -> str:
    """What a message says but that somebody is registered already: « pas deux fois »."""
    kept = [one for one in sentences.sentences(text) if not _ALREADY.search(normal(one))]
    return " ".join(kept)


_ALREADY = re.compile(
    r"\b(?:est|sont|a|ont|etait) (?:bien )?deja (?:ete )?(?:inscrit|enregistre|not|registered)\w*"
    r"|\bis already registered\b"
    r"|\b(?:ne |n )?(?:la |le |l |les )?(?:re ?)?inscri(?:vez|s|re) (?:surtout |donc )?pas"
    r"(?: (?:une )?(?:deuxieme|seconde|autre) fois| deux fois| encore| a nouveau|$)"
)


def is_of_all(text: str) -> bool:
    """Whether a yes is for everybody: « je confirme pour nous deux », « oui, les trois »."""
    return any(_OF_ALL.search(plain(one)) for one in re.split(r"[.,;:!\n]+", text))


_OF_ALL = re.compile(
    r"\b(?:nous|les|pour|tous|toutes|both|all) (?:nous |les |eux |tous |toutes |of us )*"
    r"(?:deux|trois|quatre|cinq|six|two|three|four|[2-9])"
    r"(?=$| (?:inscriptions?|personnes?|places?|noms?|participante?s?|d entre|ensemble|et|svp|s il"
    r"|merci|donc|viennent|venons|registrations?|please)\b)"
    r"|\bpour (?:nous |eux |elles |vous )?(?:tous|toutes)\b|\bl ensemble\b|\bchacun\w*"
    r"|\btou(?:s|tes) (?:nos|les|ces) (?:inscriptions|personnes|participante?s|noms)\b"
    r"|\b(?:nos|ces) (?:\w+ )?inscriptions\b|\btout le monde\b|\bpour (?:le )?groupe\b"
    r"|\bfor (?:both|all|everyone|everybody|the (?:two|three|group))\b|\b(?:both"
    r"|all) of (?:us|them)\b"
)


def whom_for(text: str) -> str:
    """« je confirme pour moi et pour Julien »: what says for whom; empty where nothing does."""
    found = _WHOM_FOR.search(text)
    return found.group() if found else ""


_WHOM_FOR = re.compile(
    r"\b(?:confirm|valid|enregistr)\w*\s(?:\w+\s){0,2}?(?:pour|for|[àa] la fois)\s[^.;:!?\n]+",
    re.IGNORECASE,
)


def besides(text: str) -> str:
    """What a message says in other sentences than those that say that nobody else comes."""
    return " ".join(
        one
        for one in sentences.sentences(text)
        if not says_nobody_else(one)
        and not _SAYS_NO_MORE.match(normal(one).replace("?", " ").strip())
        and (not lets_go(one) or "@" in one)
    )


_SAYS_NO_MORE = re.compile(
    r"^(?:(?:non|no|oui|yes|mais|but|the|les|two|deux|trois|three|vous faites erreur|pardon|sorry"
    r"|il y a erreur|c est une erreur|erreur|wait|attendez)\b ?)*\W*$"
)

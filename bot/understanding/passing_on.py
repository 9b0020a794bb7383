"""What is to be passed on to the organisers, as it would leave: « demandez-leur si… »."""

import re
from dataclasses import dataclass

from bot.understanding import sentences
from bot.understanding.normal import normal, plain

_INSTRUCTION = re.compile(
    r"^.{0,60}?\b(?:transmett\w*|transmets|fai(?:s|tes|re)[- ](?:leur[- ])?(?:suivre|passer)"
    r"|relay\w+|pose[rz]?(?:[- ](?:leur|lui|la|cette|ma|votre))*(?: question)?"
    r"|(?:envoye[rz]|adresse[rz]|soumettre|send)(?:[- ](?:leur|lui|them))?"
    r" (?:cette|ma|une|la|this|my|a) question"
    r"|demande[rz]?[- ](?:leur|lui|à l['’]équipe|aux organisa\w+)|dites[- ](?:leur|lui)"
    r"|(?:dire|signaler|indiquer|demander|transmettre|dites|signalez|demandez) (?:à|aux) "
    r"(?:mme|m\.|mr|madame|monsieur|l['’]équipe|l['’]organis\w+|organis\w+)(?: [A-ZÉ][\w-]+)?"
    r"|(?:dites|dis|demande[rz]?|signale[rz]?|transmett(?:re|ez))[- ](?:le |la )?(?:à"
    r"|au) (?:la dame"
    r"|[A-ZÉ][\w-]+ [A-ZÉ][\w-]+)"
    r"|signale[rz]?[- ](?:leur|lui)|leur (?:demander|poser|transmettre|dire|faire suivre|signaler)"
    r"|(?:pr[ée]ven(?:ez|ir)|pr[ée]viens|averti(?:r|s|ssez)|informe[rz]?)[- ](?:(?:donc|bien"
    r"|svp) )*"
    r"(?:les|l['’]équipe|l['’]organis\w+|les organis\w+|(?:mme|m\.|mr|madame|monsieur)"
    r" (?-i:[A-ZÉ][\w-]+)|(?-i:[A-ZÉ][\w-]+ [A-ZÉ][\w-]+))(?: (?:svp|stp|s['’]il (?:vous"
    r"|te) pla[iî]t))?"
    r"|(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu)(?: leur| lui)? (?:demander|dire)"
    r"|(?:could|can|would|will) you (?:please )?(?:ask|tell (?-i:[A-Z][a-z]+)(?= (?:that|i|we|my"
    r"|our)\b))"
    r"|ask (?:them|the team|the organi[sz]ers|(?-i:[A-Z][a-z]+))|pass on|forward|tell (?:them"
    r"|the team))\b"
    r"(?:[^:.!?\n]{0,60}?[:–—\n]\s*|\s+(?=(?:si|s['’](?!il (?:vous|te) pla)|if|whether|que|qu['’]"
    r"|that|i|i['’]m|we|my|our)\b)|\s+(?:[àa]|aux?)\s[^:.!?\n]{3,30}?\s+(?=(?:que\s|qu['’]))"
    r"|[^:.!?\n]{0,40}?\s+(?=est[- ]ce\b))(?P<question>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_SENT = re.compile(r"\bne (?:leur )?(?:transmett|demand|pos|dites)\w*", re.IGNORECASE)
_COULD_YOU = re.compile(
    r"\b(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu)\b|\b(?:could|can|would|will) you\b", re.I
)
_THAT = re.compile(r"^(?:que |qu['’]|that )", re.IGNORECASE)
PASSED_ON_AT_LEAST = 3
"""Words of something that is worth to be passed on."""


_NAMED = re.compile(
    r"\b(?:transmett\w*|envoy\w*|pose[rz]?|soumett\w*|adresse[rz]?|relay\w*|faire suivre|forward"
    r"|pass on|send)\b.{0,40}?\b(?P<question>questions? (?:(?:relatives?|sur|concernant|portant"
    r"|à propos|au sujet|quant|about|on|du|des|de la)\b|de l['’]).{5,})$",
    re.IGNORECASE | re.DOTALL,
)
"""« transmettre à l’équipe ma question relative à l’attestation »."""


def names_question(question: str) -> bool:
    """Whether what is to be passed on is but named by its subject."""
    return re.match(r"questions? \w", question, re.IGNORECASE) is not None


def begun(words: str) -> str:
    """Words as a sentence begins."""
    return words[:1].upper() + words[1:]


_RATHER = re.compile(
    r"^\W*(?:(?:non|attendez|attends|euh|oh|ah)\W+)*(?:(?:dites|dis|[ée]crivez|[ée]cris|mettez"
    r"|mets|formulez|demandez|demande"
    r"|envoyez|envoie)(?: leur)?"
    r" ?(?:plut[ôo]t)?|plut[ôo]t|en fait|rather|better)\b\s*[:,]?\s*(?P<question>\w.*)$",
    re.IGNORECASE | re.DOTALL,
)


_MY_QUESTION = re.compile(
    r"\b(?:(?:ma|la|my|the)(?: vraie| real)? question(?: exacte)?,? ?(?:c['’]?\s?est|est|is|serait"
    r"|[ée]tait|was)|je voulais (?:demander|dire|savoir)|i (?:meant|wanted to ask))\b"
    r"\s*[:,]?\s*(?P<question>\w.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""« Non ! Ma question c’est : une journaliste peut-elle venir ? »."""


def rather(text: str) -> str | None:
    """The other words for what was to be passed on: « plutôt : y a-t-il un car ? »."""
    found = _MY_QUESTION.search(text) or _RATHER.match(text)
    question = "" if found is None else found["question"].strip(' «»"“”')
    if len(question.split()) < PASSED_ON_AT_LEAST:
        return None
    return begun(_asked(question)) if _IF.match(question) else question


_TO_THEM = re.compile(r"\s+(?:à (?:l['’]équipe|vos collègues)|aux organisat\w+)$", re.IGNORECASE)


def to_pass_on(text: str) -> str | None:
    """What is to be passed on, where it is in the message: « demandez-leur : … »; None: nothing."""
    named = _NAMED.search(text.strip())
    if named is not None and not _NOT_SENT.search(text):
        return begun(_TO_THEM.sub("", named["question"].rstrip(" ?.!")))
    found = _INSTRUCTION.match(text.strip())
    if found is None or _NOT_SENT.search(text):
        return None
    question = _THAT.sub("", found["question"].strip(' «»"“”'))
    is_but_wished = _COULD_YOU.search(text[: found.start("question")]) is not None
    if is_but_wished and not sentences.is_asking(normal(question)):
        question = question.rstrip(" ?")  # the mark is that of « pouvez-vous leur dire… ? »
    return question if len(question.split()) >= PASSED_ON_AT_LEAST else None


# ---- as it leaves

_LEADS = re.compile(
    r"^\W*(?:(?:et|mais|alors|sinon|and)\s+)?(?P<lead>(?:pour|concernant|au sujet (?:de|d['’])"
    r"|[àa] propos (?:de|d['’])|quant [àa]|about)\s?[^,.:;!?]{3,40}),\s",
    re.IGNORECASE,
)
"""« Pour le casse-croûte, demandez si on peut apporter le sien »."""
_IF = re.compile(r"^(?:si |s(?=['’]ils?\b))", re.IGNORECASE)
_VOWEL = re.compile(r"^['’]?[aeiouyhéèê]", re.IGNORECASE)
_THANKS = re.compile(
    r"[\s,;.!]*(?:\b(?:merci(?: (?:beaucoup|d['’]avance|bien|[àa] vous))?|svp|stp"
    r"|s['’]il (?:vous|te) pla[iî]t|please|thanks?(?: you)?)\b[\s.!,]*)+$",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:(?:ouf|ah|oh|ok|okay|bon|bien|super|parfait|tres bien|d accord|dac|genial|nickel|merci"
    r"|bonjour|bonsoir|salut|hello|hi|thanks|thank you|great|never mind|tant pis|oui|non|yes|no"
    r"|beaucoup|bien|je veux|alors|encore|pour tout|votre reponse|la reponse|entendu|compris|much"
    r"|volontiers|euh|all right|fine|de|infiniment)\b ?)+"
)
"""A sentence that asks and tells nothing."""
_REFERS = re.compile(
    r"\b(?:les? (?:sien|mien|notre|leur|votre)s?|la (?:sienne|mienne|notre|leur)|les (?:siens"
    r"|siennes|miens|miennes|notres)|en (?:apporter|amener|prendre|avoir)|y aller|mine|our own"
    r"|one of them|celui|celle|ceux|celles|c est (?:possible|permis|grave|inclus|compris))\b"
)


def refers(question: str) -> bool:
    """Whether a question cannot be understood without what was said before: « le sien »."""
    return _REFERS.search(normal(question)) is not None


def without_courtesy(text: str) -> str:
    """A message as it is sent on, without « Ouf merci » and the like."""
    every = sentences.sentences(text)
    kept = [one for one in every if not _COURTESY.fullmatch(normal(one).replace("?", "").strip())]
    said = " ".join(kept) or text.strip()
    if said.endswith("?"):
        return said
    return _THANKS.sub("", said).strip() or said


def led(text: str, *, question: str) -> str:
    """The question as it is sent on, with the subject that stands before the request."""
    asked = _asked(without_courtesy(question))
    lead = _LEADS.match(text)
    if lead is None or plain(lead["lead"]) in plain(question):
        return asked
    return f"{begun(lead['lead'].strip())} : {asked[:1].lower()}{asked[1:]}"


def _asked(question: str) -> str:
    """« si on peut… » as a question: « Est-ce qu’on peut… ? »."""
    if not _IF.match(question):
        return question
    rest = _IF.sub("", question).rstrip(" .!?").lstrip("'’")
    said = f"Est-ce qu’{rest}" if _VOWEL.match(rest) else f"Est-ce que {rest}"
    return f"{said} ?"


# ---- what is to be put right in it


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be added to words that are to be sent on, and what is to be left out."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


_ENDS = r"(?=\s*(?:[,.;!?]|$|\bet\b|\band\b|\bmais\b|\bsvp\b|\bs['’]il\b|\bplease\b|\bmerci\b))"
_ADDS = re.compile(
    r"\b(?:r?ajoute[rz]?|compl[ée]te[rz]?|mette[zr]? aussi|demande[rz]?(?:[- ]leur)? aussi|add)\b"
    r"(?:[- ]y)?\s+(?:(?:aussi|donc|bien|also|la|une|ma|the|a|my)\s+)*(?:questions?\s+)?"
    r"(?P<what>(?:(?:de|du|des|d['’]|sur|pour|concernant|about)\s*)?[^,.;!?]{3,60}?)" + _ENDS,
    re.IGNORECASE,
)
_REMOVES = re.compile(
    r"\b(?:enl[eè]ve[rz]?|retire[rz]?|supprime[rz]?|[oô]te[rz]?|vire[rz]?|remove|drop"
    r"|leave out)\s+(?:(?:le|la|les|mon|ma|the|my|mot|word)\s+|l['’])*(?P<what>[^,.;!?]{2,40}?)"
    + _ENDS,
    re.IGNORECASE,
)


def edit(text: str) -> Edit | None:
    """What is to be put right: « rajoutez l’adresse et enlevez le Ouf »; None: nothing."""
    added = tuple(_subject(found["what"]) for found in _ADDS.finditer(text))
    removed = tuple(found["what"].strip(' «»"') for found in _REMOVES.finditer(text))
    return Edit(added, removed) if added or removed else None


def _subject(what: str) -> str:
    """« de l’adresse » is about « l’adresse »; « du repas », about « le repas »."""
    said = re.sub(
        r"^(?:de|d['’]|sur|pour|concernant|about)\s*(?=l['’]|la |les |le |the |\w)", "", what
    )
    said = re.sub(r"^du\s", "le ", said, flags=re.IGNORECASE)
    return re.sub(r"^des\s", "les ", said, flags=re.IGNORECASE).strip()


def is_tidied(change: Edit) -> bool:
    """Whether nothing is to be changed but what was left out already: « enlevez le merci »."""
    return not change.added and all(_COURTESY.fullmatch(normal(one)) for one in change.removed)


def edited(question: str, change: Edit) -> str:
    """The words with what is added, each as a question, and without what is left out."""
    for what in change.removed:
        question = re.sub(rf"\b{re.escape(what)}\b[\s,.!…]*", "", question, flags=re.IGNORECASE)
    question = begun(question.strip())
    for what in change.added:
        if _TELLING.findall(plain(what)) and not _is_in(what, question=question):
            asked = _asked(what) if _IF.match(what) else f"Et {what} ?"
            question = f"{question} {asked}"
    return question


_TELLING = re.compile(r"\w{4,}")


def _is_in(what: str, *, question: str) -> bool:
    return {*_TELLING.findall(plain(what))} <= {*_TELLING.findall(plain(question))}

"""What one does said by a verb, and titles that are none: put as functions are mostly written."""

import re

from bot.understanding.firstnames import gender_of
from bot.understanding.functions import is_function
from bot.understanding.normal import plain

_TEACHES = re.compile(
    r"\b(?P<who>je|qui|il|elle) enseigne (?:les |la |le "
    r"|l['’])?(?P<what>[^\W\d_]+(?: [^\W\d_]+){0,3}?)"
    r"(?: (?:avec|comme) moi)? (?P<at>au |à l['’]|à la |dans (?:un |une |le |la |l['’]))",
    re.IGNORECASE,
)
_HONORARY = re.compile(
    r"(?P<lead>\bje suis |\bmoi, |^)(?P<title>[^,.;:!?\n]{3,60}?) (?:honoraires?"
    r"|émérites?)(?: (?:de|du|à) [A-ZÀ-Ý][\w-]+)?\s*,?\s*"
    r"(?:(?:et|mais|puis)\s+)?(?:à ce titre |aujourd['’]hui |désormais |aussi |actuellement )?"
    r"(?=(?P<next>[\w-]+))",
    re.IGNORECASE,
)


_ELECTION = re.compile(
    r"\b(?:(?:suite|à la suite|compte tenu|en raison) (?:à |de )|après |depuis )?mon (?:élection"
    r"|nomination|recrutement|embauche) (?:comme|en tant que|en qualité de|au poste de"
    r"|à la fonction de|aux fonctions de) ",
    re.IGNORECASE,
)
"""« suite à mon élection comme vice-président »."""


def put_plainly(text: str, *, writer: str) -> str:
    """« elle enseigne les SVT au lycée » as « elle est enseignante en SVT au lycée ».

    « maire honoraire et présidente du club »: the function is the other one.
    """

    def taught(found: re.Match[str]) -> str:
        who = found["who"].lower()
        is_woman = gender_of(plain(writer)) == "f" if who == "je" else who == "elle"
        verb, job = "suis" if who == "je" else "est", "enseignante" if is_woman else "enseignant"
        return f"{found['who']} {verb} {job} en {found['what']} {found['at']}"

    def held(found: re.Match[str]) -> str:
        next_words = plain(found["next"]).split()[:1]
        return found["lead"] if is_function(next_words) else found.group()

    text = _ELECTION.sub("je suis ", _in_english(text))
    return _HONORARY.sub(held, _TEACHES.sub(taught, text))


_BODY = r"(?P<body>(?:the )?(?-i:[A-Z])[^.,;!?\n]*?|(?:the|an?|our) [^.,;!?\n]+?)"
_END = r"(?=\s*(?:[.,;!?\n]|$|\band\b))"
_ENGLISH = (
    (
        re.compile(rf"\bi work (?:for|with|at|in) {_BODY} as (?P<job>an? [\w ]+?){_END}", re.I),
        r"I am \g<job> at \g<body>",
    ),
    (
        re.compile(rf"\bi work as (?P<job>an? [\w ]+?) (?:for|with|at|in) {_BODY}{_END}", re.I),
        r"I am \g<job> at \g<body>",
    ),
    (
        re.compile(rf"\bi (?:also |sometimes )?volunteer (?:with|for|at|in) {_BODY}{_END}", re.I),
        r"I am a volunteer at \g<body>",
    ),
    (
        re.compile(
            r"\b(?P<am>(?:i am|i['’]m|she is|he is|she['’]s|he['’]s) (?:an? |the )?[a-z]+"
            rf"(?: [a-z]+)?) (?:with|for) {_BODY}{_END}",
            re.I,
        ),
        r"\g<am> at \g<body>",
    ),
    (re.compile(r"\bi (?:farm|have a farm|run a farm)\b", re.I), "I am a farmer"),
)
"""What one does said by an English verb, as it stands on a card."""


_UNNAMED_BODY = re.compile(
    r"(?<= at )(?:the |an? |our )(?=(?:association|society|club|committee|group|friends|union)\b)",
    re.IGNORECASE,
)


def _in_english(text: str) -> str:
    for said, plainly in _ENGLISH:
        text = said.sub(plainly, text)
    found = _UNNAMED_BODY.search(text)
    if found is None:
        return text
    body = text[found.end() :]
    return text[: found.start()] + body[:1].upper() + body[1:]


_ONESELF = re.compile(
    r"\b(?:une? )?(?P<what>[^\W\d_]+(?: [^\W\d_]+)?) ?"
    r"\(\s*(?:c['’]est )?(?:moi(?:[- ]même)?|me|myself)\s*\)",
    re.IGNORECASE,
)


def told_of_oneself(text: str) -> set[str]:
    """« un agent (moi-même), une élue »: in plain form, what who writes is counted as."""
    return {plain(re.sub(r"^une? ", "", one["what"])) for one in _ONESELF.finditer(text)}

"""An e-mail address, written or dictated."""

import re
import unicodedata

from email_validator import EmailNotValidError, validate_email
from rapidfuzz.distance import OSA

from bot.understanding import refusals, spelling
from bot.understanding.figures import with_figures
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.normal import READ_AT_MOST, plain, vocabulary, without_accents
from bot.understanding.results import Doubtful, Reading, Unclear, Understood

# Mail providers: an address one letter away from one of these is probably a slip.
_DOMAINS = (
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.fr", "outlook.com", "outlook.fr",
    "live.com", "live.fr", "msn.com", "orange.fr", "wanadoo.fr", "laposte.net", "free.fr", "sfr.fr",
    "neuf.fr", "bbox.fr", "yahoo.fr", "yahoo.com", "ymail.com", "icloud.com", "numericable.fr",
    "club-internet.fr", "aliceadsl.fr", "protonmail.com", "proton.me", "gmx.fr", "gmx.com",
    "mail.com", "aol.com", "me.com", "orange.com",
)  # fmt: skip
_KNOWN = frozenset(_DOMAINS)
# Providers that exist under one ending only.
_WRONG_ENDINGS = {
    "gmail.fr": "gmail.com",
    "laposte.fr": "laposte.net",
    "laposte.com": "laposte.net",
    "wanadoo.com": "wanadoo.fr",
    "free.com": "free.fr",
}
_WRONG_LAST = {"con": "com", "cmo": "com", "vom": "com", "frr": "fr", "ffr": "fr", "nett": "net"}
"""Ends of domains that do not exist, and what was meant."""

_SPOKEN = [
    (re.compile(pattern, re.IGNORECASE), sign)
    for pattern, sign in (
        (r"\s*[(\[{]\s*(?:at|arobase|a)\s*[)\]}]\s*|\s+(?:at|ar+oba[sz]e?s?)\s+", "@"),
        (r"\s*[(\[{]\s*(?:dot|point)\s*[)\]}]\s*|\s+(?:point|dot)\s+", "."),
        (
            r"\s+(?:tiret\s+(?:du|de)\s+(?:8|huit)|tiret\s+(?:du\s+)?bas|under\s+score|underscore|souligne)\s+",
            "_",
        ),
        (r"\s+(?:tiret(?:\s+(?:du|de)\s+(?:6|six))?|dash|hyphen)\s+", "-"),
        (r"(?<=\w)\s+plus\s+(?=\S*[@+])", "+"),
    )
]
# « s martin chez free point fr », only where nothing else says the sign.
_CHEZ = re.compile(r"\s+chez\s+(?=[\w-]+(?:\s+point\s+|\.)\w+)", re.IGNORECASE)
_DICTATED = re.compile(r"\s(?:at|ar+oba[sz]e?s?|point|dot|tiret|underscore|dash)\s", re.IGNORECASE)
_IN_LOCAL = r"[^\s<>()\[\]:;,\"«»@]"
# Only from the beginning of a word: a long text is read in one pass.
_ADDRESS = re.compile(rf"(?<!{_IN_LOCAL}){_IN_LOCAL}++@[^\s<>()\[\]:;,\"«»@/]+")
_COMMA = re.compile(r"(?<=[\w-])[,;](?=\w{2,}(?:\.\w+)?(?:\s|$|[.!]))")
_SPACED_DOT = re.compile(r"(?<=\w) \. (?=\w)")
_SPACE_BEFORE_AT = re.compile(r"(?<!\S)(\S++)[ \t]+@\s?(?=\S)")
_SPACE_AFTER_AT = re.compile(r"(?<=\S)@[ \t]+(?=\S+\.\w)")
# What may come before an address without being a part of it.
_LEADS = vocabulary(
    "mail mel email e-mail courriel adresse est c'est c'est: est: : mon le sur a = -"
)
# « bouvier 26 arobase »: the figures belong to the word before.
_FIGURES_BEFORE_AT = re.compile(
    r"([^\W\d_]) (\d{1,4})(?= (?:arobase|arobas|at|chez)\b)", re.IGNORECASE
)
_CORRECTED = re.compile(r"\b(non|pardon|enfin|plutot|rather|sorry|oups)\b", re.IGNORECASE)


def read(text: str) -> Reading[str]:
    """Read an e-mail address, in lower case. Only its form is checked, no network is used.

    Doubtful: « comma » (written for a dot), « domain_typo » (the provider is misspelt), « accent »,
    « dictated » (several words make it up), « spaces », « several » (the last one). Unclear:
    « no_at », « no_address » (a sentence), « incomplete » (no full domain), « pseudonym »,
    « website », « refused », « invalid ».
    """
    written = " ".join(unicodedata.normalize("NFKC", text[:READ_AT_MOST]).split())
    written = re.sub(r"mailto:", "", written, flags=re.IGNORECASE).replace("’", "'")
    spoken, doubt = _without_speech(written)
    spoken = re.sub(r"@{2,}", "@", spoken)
    repaired = _COMMA.sub(".", spoken) if "@" in spoken else spoken
    addresses = [found.group().strip(".'!?…") for found in _ADDRESS.finditer(repaired)]
    if not addresses:
        return Unclear(_why_none(spoken))
    if _COMMA.search(spoken) and addresses[-1] not in spoken:
        doubt = "comma"
    elif len(set(addresses)) > 1 and not _CORRECTED.search(spoken):
        doubt = "several"
    return _checked(addresses[-1].casefold(), doubt)


_ALSO_SPOKEN = re.compile(
    r"\b(?:et )?(?:apr[èe]s|puis|ensuite)\b,?\s*|\b(?:le |les )?chiffres?\b\s*"
    r"|,?\s*\b(?:tout )?(?:attach[ée]e?s?|coll[ée]e?s?|sans espaces?)\b|\bet (?=arobase\b|point\b)",
    re.IGNORECASE,
)
_NUMBER_WORD = (
    r"(?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    r"|seize|vingts?|trente|quarante|cinquante|soixante)"
)
_NUMBER_WORDS = re.compile(
    rf"(?<=[^\W\d_])\s(?P<number>{_NUMBER_WORD}(?:[ -](?:et[ -])?{_NUMBER_WORD})*)"
    r"(?=\s(?:arobase|arobas|at|chez|point|tiret|underscore)\b)",
    re.IGNORECASE,
)


def _numbers_written(text: str) -> str:
    """« peyrard quarante-deux arobase »: the number in figures, at the word before."""

    def written(found: re.Match[str]) -> str:
        figures = "".join(with_figures(plain(found["number"]).split()))
        return f" {figures}" if figures.isdecimal() else found.group()

    return _NUMBER_WORDS.sub(written, text)


_TURN = r"(?:e+u+h+|non|pardon|enfin|plut[ôo]t|rather|sorry|oups|attendez|je me trompe|no)"
_AT_WORD = r"(?:at|ar+oba[sz]e?s?)"
_CORRECTIONS = [
    (re.compile(pattern, re.IGNORECASE), again)
    for pattern, again in (
        (rf"\bpoint \w+,?(?: {_TURN},?)+ (?:c['’]est )?(?=point \w+)", ""),
        (rf"\b{_AT_WORD} [^@]{{1,60}}?(?:[ ,]+{_TURN})+[ ,]+(?:c['’]est )?(?={_AT_WORD} )", ""),
        (rf"\s*,\s*(?={_AT_WORD}\b|point\b|tiret\b)", " "),
        (r"(?<=\bpoint )(\w) (\w)(?: (\w))?\b(?! \w\b)", r"\1\2\3"),
    )
]
"""What is said anew of an address, and its end that is spelt: « point fr, non, point com »."""
_SAID_ANEW = re.compile(rf"[\s,]+(?:{_TURN}[\s,]+)+(?:c['’]est\s+)?", re.IGNORECASE)
_NO_NAMES = vocabulary("le la de du saint sainte")


def is_dictated(text: str) -> bool:
    """Say whether a text tells an address in words: « jean point dupont arobase… »."""
    return "@" not in text and not isinstance(read(text), Unclear)


def _local_part(text: str) -> tuple[str, bool]:
    """Give the text with what was said last before its sign, and whether words were put in one."""
    before, sign, domain = text.partition("@")
    said, *anew = _SAID_ANEW.split(before)
    for part in anew:
        said = _said_again(spelling.put_together(part), before=spelling.put_together(said))
    said = spelling.put_together(said)
    words = said.split()
    is_one = len(words) > 1 and "." not in words[-1] and plain(words[-2]) in FIRST_NAMES | _NO_NAMES
    if is_one:  # « jean dupont arobase »
        said = "".join(words[-2:])
    return f"{said}{sign}{domain}", is_one


def _said_again(again: str, *, before: str) -> str:
    """« j.durand » and then « durant »: that is its end alone."""
    old, new = before.split()[-1:], again.split()[-1:]
    if not old or not new or "." not in old[0] or "." in new[0]:
        return again if new else before
    begun, _, end = old[0].rpartition(".")
    is_end = OSA.distance(end, new[0], score_cutoff=2) <= 2
    return f"{begun}.{new[0]}" if is_end else again


def _without_speech(text: str) -> tuple[str, str | None]:
    """Give the text with « arobase », « point »… as signs, and the doubt that leaves."""
    if "@" not in text and _DICTATED.search(f" {text} "):
        text = _numbers_written(_ALSO_SPOKEN.sub("", spelling.without_aids(text)))
        for pattern, again in _CORRECTIONS:
            text = pattern.sub(again, text)
    if "@" not in text:
        text = _CHEZ.sub(" arobase ", spelling.without_aids(text), count=1)
    if "@" not in text:
        text = _FIGURES_BEFORE_AT.sub(r"\1\2", text)
    dictated = "@" not in text and bool(_DICTATED.search(f" {text} "))
    # Twice, since a word that separates two others belongs to both.
    for pattern, sign in _SPOKEN * 2 if "@" not in text else ():
        text = pattern.sub(sign, text)
    text = _SPACE_AFTER_AT.sub("@", _SPACED_DOT.sub(".", text))
    if dictated:
        text, is_one = _local_part(text)
        if is_one:
            return text, "dictated"
    before = text.partition("@")[0].split()
    spaced = _SPACE_BEFORE_AT.search(text)
    if spaced and spaced.group(1).casefold().strip(":") not in _LEADS:
        text = _SPACE_BEFORE_AT.sub(r"\1@", text)
        return text, "spaces" if len(before) > 1 else None
    if dictated and len(before) > 1 and before[-2].casefold().rstrip(":") not in _LEADS:
        return text, "dictated"
    return text, None


def _checked(address: str, doubt: str | None) -> Reading[str]:
    """Check the form of an address and give it, with the doubt it leaves."""
    local, _, domain = address.rpartition("@")
    if "." not in domain:
        return Unclear("incomplete")
    bare = unicodedata.normalize("NFC", without_accents(address))
    if bare != address:
        local, _, domain = bare.rpartition("@")
        doubt = doubt or "accent"
    provider = _provider(domain)
    if provider != domain:
        doubt = "domain_typo"
    try:
        valid = validate_email(f"{local}@{provider}", check_deliverability=False)
    except EmailNotValidError:
        return Unclear("invalid")
    value = valid.normalized.casefold()
    return Understood(value) if doubt is None else Doubtful(value, doubt)


def _provider(domain: str) -> str:
    """Give the provider ``domain`` probably stands for, itself when there is no doubt."""
    if domain in _KNOWN:
        return domain
    name, _, last = domain.rpartition(".")
    domain = f"{name}.{_WRONG_LAST.get(last, last)}"
    if domain in _WRONG_ENDINGS:
        return _WRONG_ENDINGS[domain]
    for known in _DOMAINS:
        # A short name has too many neighbours that exist.
        if len(known) >= 8 and OSA.distance(domain, known, score_cutoff=1) <= 1:
            return known
    return domain


def _why_none(text: str) -> str:
    """Say why the text holds no address."""
    if "@" in text:
        return "pseudonym" if re.search(r"(^|\s)@\w", text) else "incomplete"
    if re.search(r"\bwww\.|https?://", text, re.IGNORECASE):
        return "website"
    if refusals.read(text):
        return "refused"
    is_speech = len(text.split()) > _SPEECH and not re.search(r"\w\.\w", text)
    return "no_address" if is_speech else "no_at"


_SPEECH = 4
"""So many words without a dot inside are no address that lacks its sign."""


_THEIR_ADDRESS = re.compile(
    r"\b(?:son|his|her)\s(?:adresse|e-?mail|mail|m[ée]l|courriel|address)\b[^.;\n]*$", re.IGNORECASE
)


def is_theirs(lead: str) -> bool:
    """« Julie vient aussi. Son mail : … »: whether the words before an address say whose it is."""
    return _THEIR_ADDRESS.search(lead) is not None

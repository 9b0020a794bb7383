"""A message in sentences: what it states, and what it asks."""

import re

from bot.understanding import concerns, several_asked, subjects
from bot.understanding.normal import normal

_SENTENCE = re.compile(r".*?(?:[.!?…]+(?=\s|$)|\n|$)", re.DOTALL)
_BULLET = re.compile(r"[ \t]*;?[ \t]*[•▪◦‣][ \t]*")
_SHORTENED = re.compile(r"\b(?:M|Mme|Mlle|Mr|Mrs|Dr|St|Ste|av|tél|tel|etc|cf|ex)\.$", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """Cut a message after « . ! ? » and at the ends of lines; « M. » ends none."""
    found: list[str] = []
    goes_on = False
    for match in _SENTENCE.finditer(_BULLET.sub("\n", text)):
        said = match.group().strip()
        if not said:
            continue
        if goes_on:
            found[-1] = f"{found[-1]} {said}"
        else:
            found.append(said)
        goes_on = _SHORTENED.search(said) is not None
    return found


_WONDERED = re.compile(
    r"(?:^|[\s,;:])(?:(?:mais|et|sinon|au fait|par contre|juste|simplement|dites?|but|and)[\s,]+)*"
    r"(?P<asked>(?:(?:\w+\s)?[\w'’.-]+\s(?:me\s|nous\s|vous\s|se\s|s['’])?"
    r"(?:(?:aimerait|voudrait|veut|souhaite|souhaiterait|cherche à)\s(?:bien\s)?(?:savoir|demander)"
    r"|demande(?:nt)?\s(?:si|s['’]|ce qu|où|quand|comment|combien|quel|à quelle)"
    r"|wants to know|asks (?:if|whether|how|where|when|what)|is wondering)"
    r"|(?:je|j['’]|nous|on|i)\s*"
    r"(?:(?:voulais|aurais voulu|aurions voulu|voudrais|voulions"
    r"|souhaitais|souhaiterais|aimerais|aimerions|voulait|wanted to"
    r"|would like to|'d like to)\s(?:\w+\s){0,2}(?:demander|savoir|conna[iî]tre|ask|know)"
    r"|(?:vous\s|te\s)?demand(?:e|ais|ions|ons)\s(?:juste\s|seulement\s)?"
    r"(?:si|s['’]|pour|ce qu|où|ou|quand|comment|combien|quel)"
    r"|me demand(?:e|ais)|was wondering|wonder)"
    r"|(?:je|on|nous)\s(?:ne\s)?(?:sais|sait|savons)\spas\s(?:trop\s|bien\s)?si\s"
    r"(?=.{0,60}\b(?:droit|permis|autoris[ée]\w*|ouvert))"
    r")\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""« …, mais je voulais demander s’il y a des marches »: a question without its mark."""


_REQUESTED = re.compile(
    r"^(?:(?:et|mais|sinon|par ailleurs|enfin|donc|alors|avant toute chose|and|also)[\s,]+)*(?:"
    r"(?:merci|je vous (?:remercie|prie)|je vous (?:saurais gr[ée]|serais (?:reconnaissant"
    r"|oblig[ée])e?)|vous serait-il possible|veuillez|(?:pourriez"
    r"|pouvez)[- ]vous"
    r"|please|could you|can you)\b.{0,40}?\b(?:pr[ée]cis|indiqu|communiqu|rappel|dire\b"
    r"|confirmer (?:si|"
    r"l['’]adresse|l['’]heure|le lieu)|tell|give|let (?:me|us) know)"
    r"|(?:dites|rappelez|pr[ée]cisez|indiquez|tell)[- ](?:moi|nous|me|us)\b"
    r"|je (?:renouvelle|r[ée]it[èe]re|repose|vous repose|rappelle) (?:donc )?ma question\b)",
    re.IGNORECASE,
)
"""« Merci de bien vouloir me préciser l’adresse »: asked, where it is of the day."""
_BEGUN = re.compile(
    r"^(?:(?:et|mais|sinon|bon|au fait|d['’]ailleurs|alors|dites?|par ailleurs|autre question|and"
    r"|by the way)[\s,:]+)*"
    r"(?:pour (?:se |s['’]|le |la |les |l['’])?\w+[\s,]+)?"
    r"(?:est[- ]ce qu|(?:il )?y['’\s-]?a(?:ura)?(?:[- ]t[- ]il)? (?:un|une|des|du|de la|moyen)\b"
    r"|(?:on|ça|cela) (?:finit|mange|se gare|commence|termine|paye|paie)\b|c['’]?\s?est (?:o[uù]"
    r"|quand|combien|payant"
    r"|gratuit)\b|c['’]?\s?(?:est )?(?:koi|quoi)\b|qui anime|[àa] quelle heure|combien|comment\b"
    r"|o[uù]\b|on (?:arrive|vient|doit (?:arriver|venir)) (?:[àa] (?:quelle|partir)|quand)"
    r"|on se gare\b)",
    re.IGNORECASE,
)
"""« et pour se garer y a un parking »: asked without its mark, where it is of the day."""


def _is_asked(sentence: str) -> bool:
    begun = _REQUESTED.search(sentence) or _BEGUN.search(sentence)
    if _WHETHER.match(sentence) and concerns.read(f"{sentence} ?") is not None:
        return True
    return bool(begun and subjects.asked(sentence))


_WHETHER = re.compile(
    r"^\W*(?:(?:et|mais|alors|bonjour|dites?|euh|sinon|donc|bon|ok)\W+)*est[- ]ce qu", re.IGNORECASE
)
"""« est-ce que Roger va être prévenu », of those who come."""


_ASIDE = re.compile(
    r"\s*[,;:–-]\s*(?:et |mais |and |but )?(?P<asked>(?:sinon|au fait|d['’]ailleurs|dites"
    r"|par ailleurs|autre question|by the way)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""« mettez adjointe, et sinon c’est où »: asked after what is told."""


_UNANSWERED = re.compile(
    r"(?:\b(?:mais|et)\s+)?(?:(?:vous|tu)\s(?:ne\s)?(?:m['’]|nous\s|me\s)?(?:avez|as|n['’]avez"
    r"|n['’]as)|t['’]as)"
    r"\s(?:toujours\s)?(?:pas|jamais)\s(?:encore\s|toujours\s)?"
    r"(?:r[ée]pondu|(?:dit|indiqu[ée]|pr[ée]cis[ée]|expliqu[ée])(?!\s(?:que\b|qu['’]|de\b)))\s"
    r"(?:pour|sur|concernant|[àa] propos d\w*|au sujet d\w*|[àa])?\s?"
    r"(?:ma question (?:relative [àa]|sur|concernant|[àa] propos d[eu']))?\s?(?P<asked>.+)$",
    re.IGNORECASE,
)
"""« mais tu n’as pas répondu pour les baskets », « … pas dit si c’est payant »: asked once more."""


_HARM = re.compile(
    r"(?:\s*,)?\s+(?P<asked>(?:(?:et|mais"
    r"|j['’]?esp[eè]re que)\s)?(?:est[- ]ce (?:que )?)?(?:c['’ ]?(?:est)?|[cç]a|cela)"
    r"\s?(?:(?:ne\s)?(?:vous\s)?(?:pose|fait|d[ée]range)?\s?(?:pas\s)?(?:trop\s|un\s|de\s)?)"
    r"(?:grave|trop tard|jouable|rattrapable|g[eê]nant|emb[eê]tant|ennuyeux|d[ée]range|probl[eè]me"
    r"|souci)\w*\s*\?"
    r"|(?:is|would|will) (?:it|this|that)(?: be)? (?:ok|okay|fine|bad|alright|all right|a problem"
    r"|possible)\s*(?:for you)?\s*\?|does (?:it|that) matter\s*\?)\s*$",
    re.IGNORECASE,
)
"""« …, c’est embêtant ? »: what is told before is told."""


_ALL_RIGHT = re.compile(
    r"\s*[,;.]?\s+(?P<asked>(?:est[- ]ce (?:que )?)?(?:c['’ ]?(?:est)?|[cç]a|cela)\s?"
    r"(?:ok|okay|bon|possible|d['’]accord|va|ira|passe|marche|joue)(?: pour vous)?\s*\?)\s*$",
    re.IGNORECASE,
)
_TELLS_OF_SOMEBODY = re.compile(
    r"\b(?:est|sont|j['’]?\s?(?:vien\w*|serai)|je (?:viens|viendrai|serai|vais)|(?:peut|peux|vient"
    r"|viendra|pourra) (?:pas|plus)|a (?:un|eu)|is|can['’]?t|won['’]?t)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:malade|souffrante?|emp[êe]ch\w+|absente?|(?:peut|peux|vient|viens|viendra"
    r"|pourra) (?:pas|plus)"
    r"|indisponible|d[ée]sist\w+|toute? seule?|seule?|tte seule|sans (?:lui|elle)|sick|ill"
    r"|alone)\b",
    re.IGNORECASE,
)
"""« ma chef est malade, je viens seule, c’est ok ? »: that is told, and a nod sought."""


def _without_harm(sentence: str) -> tuple[str, str]:
    """A sentence, and the question at its end whether it does harm, or is all right."""
    found = _HARM.search(sentence)
    if found is None and (nod := _ALL_RIGHT.search(sentence)) is not None:
        before = sentence[: nod.start()]
        is_told = _AWAY.search(before) and not is_asking(_normal(before))
        found = nod if is_told and _TELLS_OF_SOMEBODY.search(before) else None
    told = "" if found is None else sentence[: found.start()].strip()
    if found is None or not told or "?" in told or _LEADS_IN.match(told):
        return sentence, ""
    return told, found["asked"].strip()


def parted(text: str) -> tuple[str, list[str]]:
    """Give what a message states, and each of its questions, with its mark."""
    stated, asked, nods = [], [], list[str]()
    for whole in sentences(text):
        sentence, harm = _without_harm(whole)
        asked += [harm] if harm else []
        wondered = _WONDERED.search(sentence)
        is_wondered = wondered is not None and not sentence[: wondered.start()].strip()
        told, one = _told_before(_TRAILS.sub("?", sentence))
        told, before = several_asked.asked_before(told)
        stated += [told] if told else []
        asked += before
        if one.endswith("?") and _is_nod(one):
            nods.append(one)
        elif one.endswith("?") or is_wondered or _is_asked(one):
            asked += several_asked.each(one if one.endswith("?") else f"{one.rstrip(' .!…')} ?")
        elif (unanswered := _UNANSWERED.search(one)) is not None:
            stated.append(one[: unanswered.start()].strip(" ,;:"))
            asked.append(f"{unanswered['asked'].rstrip(' .!…?')} ?")
        elif wondered is not None:
            stated.append(one[: wondered.start()].strip(" ,;:"))
            asked.append(f"{wondered['asked'].rstrip(' .!…?')} ?")
        elif (aside := _ASIDE.search(one)) is not None and _is_asked(aside["asked"]):
            stated.append(one[: aside.start()])
            asked.append(f"{aside['asked'].rstrip(' .!…')} ?")
        else:
            stated.append(one)
    asked = several_asked.with_leads(asked)
    return " ".join(stated), asked if stated else [*asked, *nods]


_TRAILS = re.compile(r"\?[\s.…!)»]+$")
"""« suis-je inscrite ?... »: a question, though it trails off."""
_NOD = re.compile(
    r"(?:(?:et|mais|donc|alors|bon|svp|du coup|il faut mettre ca) )*"
    r"(?:(?:vous |tu )?(?:pouvez|peux|pourriez|pourrais|voulez)(?: vous| tu)?(?: bien)?"
    r"|est ce que vous pouvez|merci de|(?:c est|est ce) possible de|possible de|can you|could you)"
    r" (?:(?:le|la|l|les|me|nous|ca|cela|it|that) )*(?:changer|corriger|modifier|noter|rectifier"
    r"|mettre|enregistrer|prendre (?:en compte|note)|(?:en )?tenir compte|ajouter|change|correct"
    r"|note|(?:en )?(?:informer|prevenir|avertir))\b.{0,40}"
    r"|(?:(?:et|mais|donc|alors|il faut mettre ca|est ce que) )*(?:c est|est ce|it s|is it)?"
    r" ?(?:bien )?(?:ca|cela|bon|ok|juste|correct|exact|d accord|note|compris|enregistre|right)"
    r"(?: (?:pour vous|comme ca|hein|svp|merci|n est ce pas))*"
)


def _is_nod(sentence: str) -> bool:
    """« vous pouvez corriger ? », « c’est bien ça ? »: that seeks a yes to what is told."""
    said = normal(sentence).replace("?", "").strip()
    return _NOD.fullmatch(said) is not None and not _NEW_FACT.search(said)


_NEW_FACT = re.compile(r"\b(?:apres|plus tard|encore|jusqu\w*|later)\b")


_CUT = re.compile(
    r"\s*;\s+|\s*[,–—-]\s+(?=(?:et|mais|sinon|au fait|d['’]ailleurs|and|but)\s)"
    r"|\s+(?=(?:(?:et|mais|ah|oh|but|and)\s+)?(?:au fait|sinon|d['’]ailleurs|dis|dites|by the way)"
    r"(?:,|\s)\s*\S+\s\S)"
    r"|\s*,\s+(?=(?:est[- ]ce qu|(?:il )?y['’\s-]?a(?:ura)?(?:[- ]t[- ]il)?\s|o[uù]\s|comment\s"
    r"|combien\s|quand\s"
    r"|[àa] quelle\s|c['’ ]?est (?:o[uù]|quand|combien|[àa] quelle)|peut[- ]on|(?:il )?faut[- ]"
    r"|(?:is|are) (?:it|there)|do you|can (?:i|we)|could|what|where"
    r"|when|how|on (?:mange"
    r"|finit|se gare|peut)\s))"
    r"|\s*,\s+(?=(?:pourquoi|pour\s?quoi|[àa] quoi (?:[çc]a |cela )?(?:vous )?(?:sert"
    r"|servira)|why)\b)"
    r"|\s*,\s+(?=(?:v(?:ou)?s pouvez|tu peux|pouvez[- ]vous|pourriez[- ]vous|peux[- ]tu"
    r"|vous pourriez|can you)\s)"
    r"|\s*,\s+(?=(?:(?:on|je|j['’]|nous|faut|c['’]?\s?est|[cç]a)\s?[^,;?]{0,30}|[aà] )?\b"
    r"(?:o[uù]|quand|comment|combien|quoi)\s*\?)"  # « …, on va où ? »
    r"|(?<=\w\.\w{2})\s+(?=\S+\s\S)|(?<=\w\.\w{3})\s+(?=\S+\s\S)|(?<=[\d. ]{8}\d)\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""Where a question may begin: after a sign, « au fait », an address or a number."""


_A_REACH = re.compile(r"@[\w-]+(?:\.[\w-]+)*\.\w{2,}|(?<!\d)0\d(?:[ .-]?\d\d){4}(?!\d)")


def _behind_reach(sentence: str) -> tuple[str, str] | None:
    """« y.marchand@maclas.fr, vous m’enverrez une confirmation ? »: told up to it, then asked."""
    last = next(reversed([*_A_REACH.finditer(sentence)]), None)
    if last is None or not sentence.endswith("?"):
        return None
    told, asked = (
        sentence[: last.end()],
        re.sub(r"^[\s,;.:–—-]+(?:et\s)?", "", sentence[last.end() :]),
    )
    return (told, asked) if len(asked.split()) > 1 and "?" not in told else None


_WHY = re.compile(r"(?:pourquoi|pour\s?quoi|[àa] quoi|why)\b", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:(?:bonjour|bonsoir|mais|et|euh|oui|non|ok|bon|merci|dites|pardon|alors|donc|au fait|sinon"
    r"|attendez|excusez[- ]moi|hello|hi|sorry|but|and)\W*)*",
    re.IGNORECASE,
)
"""« Pilat, pourquoi vous demandez ça ? » tells a place; « Pardon, pourquoi ? » tells nothing."""
_MAY_PART = re.compile(
    r"\s*[,;]\s*(?:(?:et|mais|sinon|du coup|donc)\s+)?|\s+(?:et|mais)\s+"
    r"|(?<=\w\.\w{2})\s+|(?<=\w\.\w{3})\s+",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"@|\d[\d .]{7,}\d|^\W*(?:oui|non|ok|d['’]accord|c['’ ]?est (?:bon|[çc]a)|parfait|je confirme"
    r"|yes|no)\b|\b(?:ne|n['’]|c['’]est|est|vient|viens|viendra|mettez|notez|enlevez|ajoutez"
    r"|remplacez|annulez)\b",
    re.IGNORECASE,
)


def _before_people(sentence: str) -> tuple[str, str] | None:
    """« son mail : sonia@…, Kevin ne recevra plus rien ? »: what is told before it is asked."""
    for cut in _MAY_PART.finditer(sentence):
        told, asked = sentence[: cut.start()], sentence[cut.end() :]
        tells = _TELLS.search(told) and not _IS_QUESTION.match(told) and not _LEADS_IN.match(told)
        is_yes = _YES_ALONE.fullmatch(told) is not None
        if (tells or is_yes) and concerns.read(told) is None and concerns.read(asked) is not None:
            return told, asked
    return None


_YES_ALONE = re.compile(r"\W*(?:oui|non|ok|d['’]accord|parfait|yes|no)\W*", re.IGNORECASE)


def _told_before(sentence: str) -> tuple[str, str]:
    """« trésorière, asso Les Galets ; et on mange où ? »: what is told, and what is asked."""
    if (behind := _behind_reach(sentence)) is not None:
        return behind
    if sentence.endswith("?") and (parts := _before_people(sentence)) is not None:
        return parts
    cuts = list(_CUT.finditer(sentence)) if sentence.endswith("?") else []
    comma = _COMMA.search(sentence) if sentence.endswith("?") else None
    if comma is not None and _COMES.match(sentence[: comma.start()]):
        return sentence[: comma.start()], sentence[comma.end() :]
    for cut in reversed(cuts):
        told, asked = sentence[: cut.start()], sentence[cut.end() :]
        is_cued = ";" in cut.group() or _CUE.match(asked) is not None
        if _BARE_WORD.fullmatch(asked) and _REQUESTED.search(told):
            continue  # « Pouvez-vous me dire ce qu’ils recevront, et quand ? »
        is_cued |= _COMES.match(told) is not None
        if _WHY.match(asked) and "?" not in told and not _SAYS_NOTHING.fullmatch(told):
            return told, asked
        if not is_cued and (_LEADS_IN.match(told) or _IS_QUESTION.match(told)):
            continue
        is_cued &= _COMES.match(told) is None or is_asking(_normal(asked))
        if "?" not in told and (is_cued or is_asking(_normal(asked)) or _is_nod(asked)):
            return told, asked
    for cut in () if cuts else _UNMARKED.finditer(sentence):
        told, asked = sentence[: cut.start()], sentence[cut.end() :]
        is_question = is_asking(_normal(asked)) and subjects.asked(asked)
        if _WHERE.match(asked) and (is_asking(_normal(told)) or _WONDERS.search(told)):
            continue  # « quelle est l’adresse et où se gare-t-on ? » asks twice
        if _IS_QUESTION.match(told):
            continue
        if (
            told
            and not several_asked.ASKS_ALREADY.search(told)
            and (is_question or asks_which(asked))
        ):
            return told, f"{asked.rstrip(' .!…?')} ?"
    return "", sentence


_COMMA = re.compile(r"\s*,\s+(?!(?:et|and) \w+ (?:aussi|too|also|[ée]galement)\b)(?=\S+\s\S)")
_BARE_WORD = re.compile(
    r"(?:(?:et|and)\s+)?(?:quand|o[uù]|comment|combien|pourquoi|[àa] quelle heure|when|where|how)"
    r"\s*\?",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\W*(?:(?:oui|ui|w[ée]+|ouai|yep|yeah|ok|okay|yes|ouais|bonjour|bonsoir|hello"
    r"|hi|alors|bien s[uû]r|au fait|merci|thanks)\W+)*"
    r"(?:(?:j['’]?|je |on |nous |ns |il |elle |ils |elles |i |we |they |tout le monde |both |all "
    r"|(?:(?-i:[A-ZÉÈÀ])[\w'’-]+ ){1,3}|[\w-]+ et moi |\w+ and (?:i|me) )"
    r"(?:(?:y|seront|serons|sera|serai|are|is|am|will|bien|tous|toutes|toujours) )*"
    r"(?:vien[st]?|viendr\w+|venons|viennent|serons|serai|sera|seront|l[àa]|pr[ée]sente?s?|come"
    r"|comes|coming|be there|participe\w*)"
    r"|(?:i['’]?\s?a?m|we['’]?\s?a?re) coming|i['’]ll be there"
    r"|(?:c['’ ]?\s?est |tout est )?(?:ok|bon|tout bon|d['’]accord) p(?:ou)?r \w+"
    r"|(?:je|nous|on) (?:vous )?confirm\w+ (?:ma|notre|sa|leur|mon|nos) \w+)"
    r"(?:\s(?!et\b|mais\b|and\b|si\b|if\b|comment\b|o[uù]\b|quand\b)[\w'’-]+){0,5}\W*$",
    re.IGNORECASE,
)
"""« je viens », before what is asked: that is told, short as it is."""
_LEADS_IN = re.compile(
    r"\W*(?:(?:bonjour|bonsoir|et|mais|euh|dites|sinon|hello|hi)\W+)*(?:(?:si|s['’]ils?|quand"
    r"|lorsque|pour(?!.*\bmett)|comme|vu que|en"
    r"|au cas o[uù]|avec|depuis|if|when|for)\b|(?:[^\W\d_]+\W*){1,2}$)",
    re.IGNORECASE,
)
"""« Si on vient à trois, … ? » tells nothing by itself; nor does a word alone."""
_IS_QUESTION = re.compile(
    r"\W*(?:(?:bonjour|bonsoir|et|mais|euh|dites|sinon|alors|hello|hi)\W+)*"
    r"(?:c['’ ]?\s?est (?:quoi|o[uù]|quand|combien|qui|[àa] quel)|qu['’]est[- ]ce"
    r"|(?:c['’]est )?qui (?:est"
    r"|sont|organise|anime)|(?:pourriez|pouvez)[- ]vous (?:me |nous |m['’])?(?:confirmer|dire"
    r"|indiquer"
    r"|pr[ée]ciser)|dois[- ]je|faut[- ]il|y a[- ]t[- ]il|quel(?:le)?s? \w+|combien|what is"
    r"|what['’]s|when is|where is)\b",
    re.IGNORECASE,
)
"""« C’est quoi cette journée, c’est quand et où ? »: the first clause tells nothing either."""
_CUE = re.compile(
    r"(?:(?:et|mais|ah|oh|but|and)\s+)?(?:au fait|sinon|d['’]ailleurs|dis|dites|by the way)\b", re.I
)
_UNMARKED = re.compile(
    r"\s+(?=(?:(?:et|mais)\s+)?(?:au fait|sinon|d['’]ailleurs|dis|dites)\s)"
    r"|\s+(?=(?:est[- ]ce qu|faut[- ]il|y a[- ]t[- ]il|peut[- ]on))"
    r"|\s+et\s+(?=(?:le|la|les|l['’]|ce|ces)\b.{3,60}\bc['’ ]?est (?:lesquel|laquelle|lequel))"
    r"|\s+et\s+(?=(?:est[- ]ce|(?:il )?y['’\s]?a\b|on (?:commence|finit|mange|d[ée]marre)"
    r"|c['’ ]?est o[uù]|[àa] quelle heure|pour (?:le|la|les|l['’])\s?\w+|faut[- ]il|peut[- ]on)\b)"
    r"|\s+et\s+(?=(?:o[uù]|comment|combien)\s)",
    re.IGNORECASE,
)
"""« …arobase parc.fr et au fait est-ce qu’il y a un repas le midi », dictated without marks."""


_WHERE = re.compile(r"(?:o[uù]|comment|combien)\s", re.IGNORECASE)
_WONDERS = re.compile(
    r"\b(?:savoir|demand\w+|dire|sai[st]|quand|si (?:on|nous|je|il))\b", re.IGNORECASE
)
_WHICH = re.compile(r"\bc['’ ]?est (?:lesquel\w+|laquelle|lequel)\W*$", re.IGNORECASE)


def asks_which(asked: str) -> bool:
    """Whether it is asked which ones: « les trois communes, c’est lesquelles ? »."""
    return _WHICH.search(asked) is not None


_SAID_BEHIND = re.compile(
    r"\s*,\s*(?:(?:si|s['’]|au cas o[uù]|parce qu|car|vu qu|comme [cç]a|que je|pour que"
    r"|if|in case|because|so that)\b)[^?]*\?\s*$",
    re.IGNORECASE,
)


def without_reason(question: str) -> str:
    """« c’est quand la date limite, si j’en parle à une voisine ? »: the question before it."""
    return _SAID_BEHIND.sub(" ?", question)


def _normal(asked: str) -> str:
    said = normal(asked).replace("?", "").strip()
    return re.sub(r"^(?:et|mais|sinon|au fait|d ailleurs|and|but) ", "", said)


def without_questions(text: str) -> str:
    """What a message states; all of it, where it but asks."""
    return parted(text)[0] or text


_ASKING = re.compile(
    r"^(?:\w+ )?(?:re)?(?:montre[rz]?|affiche[rz]?|show)\b"
    r"|^(?:\w+ )?(?:re)?(?:donne[rz]?|dites|rappele[rz]) (?:moi|nous) (?:l|la|le|les|ou|qui"
    r"|quand)\b"
    r"|^(?:(?:et|mais|au fait|attend\w*|dites?|dis|pardon|sinon|euh|heu|bonjour|svp|alors|bon"
    r"|non|oui) )*"
    r"(?:est ce|qui |que |quels?\b|quelles?\b|combien|comment|pourquoi|quand|oou|ou (?:est|se"
    r"|ca|c)\b"
    r"|(?:il )?y (?:a|aura|en a)\b|vous (?:avez|faites|pouvez|etes|prenez|acceptez)|avez vous"
    r"|pouvez vous"
    r"|(?:on|je|il|elle|vous) (?:peut|peux|pourra|pourrait|doit|dois|va|mange|finit|fait|paie"
    r"|paye)\b"
    r"|(?:peut|doit|va t|faut|puis) (?:on|il|je)|il faut|c (?:est|etait|sera) (?:ou|oou|quand"
    r"|quoi|qui"
    r"|combien|comment|payant|gratuit|a quel\w*|bien(?=.*\?)|loin)|a (?:quoi|qui|quelle)|what|when"
    r"|where|who|how"
    r"|why|is (?:it|there)|are there|can (?:i|we)|do (?:i|we|you))"
    r"|\b(?:c est quoi|quoi(?= \w)|est ce que|c est oou|a quelle heure|y a t il|va t on"
    r"|combien ca)\b|\b(?:prevu|compris|possible|payant|obligatoire|gratuit)\w* ou (?:pas|non)\b"
    r"|\b(?:il|elle|c|ca) (?:est|sera) (?:obligatoire|payant|compris|gratuit|prevu|possible)\w*\b"
)
"""How a question begins, or what is in it, when it has no question mark."""


def is_asking(said: str) -> bool:
    """Whether words in the normal form begin as a question does, or hold one."""
    return _ASKING.search(said) is not None

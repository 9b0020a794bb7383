"""Who may come, alone or with whom, in what capacity; and what our own words mean.

The event's facts say yes: its sizes, who it is for. What they leave open is said to be open, with
the person who decides.
"""

from markupsafe import Markup

from bot.conversation import phrases, repeating
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.turn import Turn
from bot.domain.dividing import divided
from bot.understanding import eligibility, rulings
from bot.understanding.eligibility import Eligibility, Word
from bot.understanding.intents import Intent
from bot.understanding.rulings import Ruling

topic = Topic("audience")


@topic.asked(Intent.AUDIENCE, faq=5)
async def tell(turn: Turn) -> Markup:
    """What is asked of who may come, in so many sentences; else who the day is for."""
    if (ruling := rulings.read(turn.text)) is not None:
        return await _ruled(turn, ruling)
    asked = eligibility.read(turn.text)
    if asked.word is not None:
        return _meaning(turn, asked.word)
    if asked.is_companion:
        reach = phrases.reach(turn.words, turn.event)
        return turn.words("audience.companion", contact=reach)
    if asked.is_elsewhere and not asked.is_from_afar:
        key = "audience.elsewhere" if turn.event.audience.territory else "audience.no_communes"
        return turn.words(key, contact=phrases.reach(turn.words, turn.event))
    said = PARAGRAPH.join([*_who(turn, asked), *_how_many(turn, asked)])
    if said and repeating.is_again(turn, said) and 1 in turn.event.seats.sizes:
        return turn.words("audience.again", contact=phrases.reach(turn.words, turn.event))
    if said:
        return said
    categories = turn.event.audience.categories
    if asked.is_condition:
        return turn.words("audience.condition", categories=categories)
    if turn.text and asked.is_yes_or_no and eligibility.is_among(turn.text, categories=categories):
        return turn.words("audience.among", categories=categories)
    return _open(turn) if turn.text and asked.is_yes_or_no else _whole(turn)


async def _ruled(turn: Turn, ruling: Ruling) -> Markup:
    """How groups are made up here, and registered one after the other."""
    words = turn.words
    is_each_alone = turn.event.seats.only_size == 1
    match ruling:
        case Ruling.REQUIRED:
            one_each = Markup(" ") + words("rulings.one_each") if is_each_alone else Markup()
            return words("rulings.not_required") + Markup(" ") + _whole(turn) + one_each
        case Ruling.TITLE:
            return words("rulings.title")
        case Ruling.NEXT:
            return words("rulings.next_one" if is_each_alone else "rulings.next")
        case Ruling.SIZES:
            return sizes(turn)
        case Ruling.HELD:
            left = phrases.seats_left(words, await turn.seats())
            return words("rulings.not_held", left=left)


def sizes(turn: Turn) -> Markup:
    """How many come together: the sizes of the event, the preferred ones first."""
    words, seats = turn.words, turn.event.seats
    if seats.only_size == 1:
        return words("rulings.sizes_each")
    larger = sorted(size for size in seats.preferred_sizes or seats.sizes if size > 1)
    key = "rulings.sizes" if seats.preferred_sizes else "rulings.sizes_only"
    key = "rulings.sizes_or_alone" if 1 in seats.sizes and seats.preferred_sizes else key
    said = words(key, sizes=words.either(map(words.number, larger or sorted(seats.sizes))))
    if not divided(seats.largest + 1, seats):
        return said
    return said + Markup(" ") + words("rulings.sizes_more")


def _who(turn: Turn, asked: Eligibility) -> list[Markup]:
    """That those who are asked about may come."""
    words, event = turn.words, turn.event
    said: list[Markup] = []
    if asked.is_from_afar:
        if not event.audience.territory:
            said.append(words("audience.anywhere"))
        else:
            said.append(words("audience.from_afar", contact=phrases.reach(words, event)))
    if asked.category is not None and not said:
        said.append(words(f"audience.as.{asked.category}"))
    return said


def _how_many(turn: Turn, asked: Eligibility) -> list[Markup]:
    """Whether one may come alone, where that is asked."""
    if not (asked.is_alone or asked.must_be_several):
        return []
    return [alone(turn, must_be_several=asked.must_be_several)]


def alone(turn: Turn, *, must_be_several: bool = False) -> Markup:
    """Whether one may come alone, by the sizes of the event; or whether one has to be several."""
    words, seats = turn.words, turn.event.seats
    if seats.only_size == 1:
        return words("audience.never_several" if must_be_several else "audience.each_alone")
    sizes = words.either(map(words.number, sorted(size for size in seats.sizes if size > 1)))
    if 1 not in seats.sizes:
        reach = phrases.reach(words, turn.event)
        return words("audience.not_alone", sizes=sizes, contact=reach)
    key = "audience.need_not" if must_be_several else "audience.alone"
    if 1 in seats.preferred_sizes:
        return words(key)
    return words(key) + Markup(" ") + words("audience.preferred", sizes=sizes)


def _open(turn: Turn) -> Markup:
    """That the announcement excludes nobody whom it does not name, and who decides."""
    reach = phrases.reach(turn.words, turn.event)
    categories = turn.event.audience.categories
    return turn.words("audience.open", categories=categories, contact=reach)


def _whole(turn: Turn) -> Markup:
    """Who the day is for, and how many of them together."""
    words, seats = turn.words, turn.event.seats
    said = words("audience.whom", categories=turn.event.audience.categories)
    larger = sorted(size for size in seats.preferred_sizes if size > 1)
    if not larger:
        return said
    sizes = words.either(map(words.number, larger))
    key = "audience.sizes_or_alone" if 1 in seats.sizes else "audience.sizes"
    return said + phrases.LINE + words(key, sizes=sizes)


def _meaning(turn: Turn, word: Word) -> Markup:
    """What a word of ours means here."""
    is_absent = {
        Word.PARTY: turn.event.seats.only_size == 1,
        Word.TERRITORY: not turn.event.audience.territory,
    }
    if is_absent.get(word):
        return turn.words(f"audience.absent.{word}")
    said = turn.words(f"audience.word.{word}")
    is_simple = word in (Word.PARTY, Word.TERRITORY, Word.CATEGORY)
    if is_simple and repeating.is_again(turn, said):
        return turn.words(f"audience.simply.{word}")
    return said

"""/journal: who did what at the desk, and what was there before."""

from markupsafe import Markup

from bot.conversation.paging import arrows, page_of
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import desk
from bot.conversation.turn import Turn
from bot.store.journal import Deed

topic = Topic("journal", who=Who.ORGANISERS)

DEEDS_A_PAGE = 8


@topic.command("journal", in_menu=True)
@topic.pressed("journal")
async def show(turn: Turn, argument: str) -> None:
    """/journal: the last deeds, a few a page."""
    words, n = turn.words, await turn.books.journal.count()
    pages = max(1, -(-n // DEEDS_A_PAGE))
    page = page_of(argument, pages)
    deeds = await turn.books.journal.latest(DEEDS_A_PAGE, skip=(page - 1) * DEEDS_A_PAGE)
    title = words("journal.title", page=page, pages=pages) if n else words("journal.empty")
    turn.show(
        PARAGRAPH.join([*turn.about(), title, *(_said(turn, one) for one in deeds)]),
        arrows(turn, show, page, pages=pages),
        (turn.button("button.refresh", show), turn.button("button.desk", desk.show)),
    )


def _said(turn: Turn, deed: Deed) -> Markup:
    words = turn.words
    when = words.plain("headcount.when", day=words.short_day(deed.at), hour=words.hour(deed.at))
    what = words(f"journal.{deed.what}")
    said = words("journal.deed", when=when, who=deed.who, what=what)
    match bool(deed.before), bool(deed.after):
        case True, True:
            return said + words("journal.changed", before=deed.before, after=deed.after)
        case True, False:
            return said + words("journal.value", value=deed.before)
        case False, True:
            return said + words("journal.value", value=deed.after)
        case _:
            return said

"""What people say to the bot's own messages does what it means, nearly always."""

from . import said

RIGHT = 0.93
"""Of all files together; a change of a reader must not lose more."""


async def test_words_do_what_they_mean() -> None:
    everything = sum(len(said.utterances(file)) for file in said.FILES)
    wrong = [one for file in said.FILES for one in await said.measure(file)]
    missed = "\n".join(f"{one.situation} · {one.text} ({one.expected})" for one, _ in wrong)
    assert len(wrong) <= (1 - RIGHT) * everything, missed

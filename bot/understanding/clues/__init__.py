"""The expressions that tell what a question is about."""

from bot.understanding.clues.around import AROUND
from bot.understanding.clues.day import DAY
from bot.understanding.clues.registration import REGISTRATION
from bot.understanding.intents import Intent

CLUES: dict[Intent, dict[int, str]] = {**DAY, **REGISTRATION, **AROUND}
"""Each intent's expressions, by weight; one that stands for two intents weighs for both."""

NEUTRAL = (
    "sur place, en place, met|mets|mettre|mise en place|oeuvre, premiere fois, a la fois,"
    "prendre|pris|prise place, c est pas grave, avoir lieu, quand meme"
)
"""Expressions that hold the word of an intent and say nothing about it."""

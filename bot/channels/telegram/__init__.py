"""Telegram: the only place that imports `telegram`. Updates in, calls of the Bot API out."""

import os

# python-telegram-bot gives `RetryAfter.retry_after` as a timedelta where this is set, and warns
# that it is to be so for everybody.
os.environ.setdefault("PTB_TIMEDELTA", "true")

"""A Bot API server on this machine, in memory, with a clock that can be set.

`Sandbox` is the core, `make_app` puts it behind HTTP, `serve` runs that for a while. The
contract is in docs/sandbox.md.
"""

from telegram_sandbox.core import Sandbox
from telegram_sandbox.server import make_app, serve

__all__ = ["Sandbox", "make_app", "serve"]

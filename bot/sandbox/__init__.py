"""A Bot API server on this machine, in memory, with a clock that can be set.

`Sandbox` is the core, `make_app` puts it behind HTTP, `serve` runs that for a while. The
contract is in docs/sandbox.md.
"""

from bot.sandbox.core import Sandbox
from bot.sandbox.server import make_app, serve

__all__ = ["Sandbox", "make_app", "serve"]

"""How the bot learns to recognise questions: examples in, weights and figures out.

Nothing here is needed by a bot that runs; scikit-learn is a developer's dependency.
"""

"""What a message tells of the people of a party: who they are, and whether they come.

The tagger finds names, functions, organisations…; here each is given to whom it is told of, and
it is read who comes and who does not. Both are learnt from the scenes of `examples/scenes`.
"""

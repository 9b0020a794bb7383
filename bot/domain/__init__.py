"""Values and rules: what is true of events, parties and seats. No I/O."""

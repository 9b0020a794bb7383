"""The ways to reach people: the only place that knows them."""

"""The database: the only place with SQL. One file a thing, each query beside its one function."""

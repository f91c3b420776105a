"""Everything that can be done to a project; the only place that commits."""

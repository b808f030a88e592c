"""Generic widgets that know no rule of the domain."""

"""Pages of access: sharing, broken glass, who acts for whom, copies of a record."""

"""The pressure by each trigger, and the action cards."""

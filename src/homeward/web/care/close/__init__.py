"""The care ends with an outcome."""

"""The care moves on along a declared step."""

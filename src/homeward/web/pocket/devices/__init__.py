"""The phones that carry rounds."""

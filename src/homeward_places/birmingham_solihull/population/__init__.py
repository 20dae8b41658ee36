"""What are the made-up people of the demonstration drawn from? Shapes and pools, never a statistic."""

"""What is asked about calls, arrivals and what came of them? One file a question."""

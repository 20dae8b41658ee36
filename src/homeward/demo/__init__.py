"""What does the house look like when it is lived in? Made-up people and a year of needs, through the same actions."""

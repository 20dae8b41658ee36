"""What do the numbers say, out of what, and who is behind them?"""

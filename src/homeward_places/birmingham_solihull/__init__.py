"""What makes Birmingham and Solihull what it is: its areas, organisations, services, roles, clocks and forms."""

"""Who is it? Pages that find, show, register, move and correct people."""

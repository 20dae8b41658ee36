"""How do people come in and go out: password, second factor, sign-in services, role, link, invitation, sign-out?"""

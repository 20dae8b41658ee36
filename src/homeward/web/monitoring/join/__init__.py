"""Who joins the virtual ward?"""

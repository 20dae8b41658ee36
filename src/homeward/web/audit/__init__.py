"""What does information governance see: who looked, what stands out, is the record whole, who has an account?"""

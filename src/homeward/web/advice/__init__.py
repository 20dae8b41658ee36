"""Where do callers get advice before somebody is taken to hospital?"""

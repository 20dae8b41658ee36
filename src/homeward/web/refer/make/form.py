"""What does somebody who refers from outside the hub fill in, once the person is known?"""

from homeward.web.refer.need.need_form import NeedForm, SenderForm


class ReferForm(NeedForm, SenderForm):
    """The need, then who asks."""

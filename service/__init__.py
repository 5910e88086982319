"""The wizard: a group makes its agreement in a browser. No law and no wording stands here, only pages around them."""

"""The pages about what a draft was: its history, two moments side by side, going back, erasing."""

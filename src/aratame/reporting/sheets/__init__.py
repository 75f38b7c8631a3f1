"""Tables to hand in: what they hold (sheet), and one writer per format."""

"""Rules without a screen, a disk, a clock or a dice."""

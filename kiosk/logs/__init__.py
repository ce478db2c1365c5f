"""What a running kiosk writes down about itself: a log, and reports of crashes.

Nobody who learns at it shows in there. What cannot be written stops nothing.
"""

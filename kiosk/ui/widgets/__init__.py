"""The parts that screens are made of, drawn in the kiosk's own look."""

"""The learner's screens, one a file. Each is handed a view to show and emits what was asked."""

"""The class: a grade book and an item analysis from the score files of many pupils."""

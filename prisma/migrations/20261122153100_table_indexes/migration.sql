-- One reading of the places finds, counts and sorts them: these orders are never walked.
DROP INDEX place_sort_name;
DROP INDEX place_last_change;

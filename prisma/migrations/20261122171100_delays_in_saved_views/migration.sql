-- The filters of the table follow the delay that each hub chose: the views that people keep say it in the new words.
UPDATE "SavedView"
SET query = replace(replace(query, 'fraicheur=moins-de-6-mois', 'fraicheur=a-jour'), 'fraicheur=plus-de-6-mois', 'fraicheur=a-confirmer')
WHERE query LIKE '%fraicheur=%';

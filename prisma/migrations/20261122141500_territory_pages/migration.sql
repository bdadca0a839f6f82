-- The page of a commune names its neighbours: those of about the same latitude, then the nearest.
CREATE INDEX "Commune_latitude_idx" ON "Commune"("latitude");

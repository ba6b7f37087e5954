-- Lines and stations of the metro, so that every site with a point has its nearest station.
CREATE TABLE metro_line (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "metro_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE metro_station (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_en_added" BOOLEAN NOT NULL,
    "point" geometry(Point, 4326) NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "metro_station_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "metro_station_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES source ("id"),
    CONSTRAINT "metro_station_point_place" CHECK (lies_in_china(point)),
    CONSTRAINT "metro_station_named" CHECK (name_zh <> '' AND name_en <> '')
);

CREATE TABLE metro_station_line (
    "station_id" TEXT NOT NULL,
    "line_id" TEXT NOT NULL,

    CONSTRAINT "metro_station_line_pkey" PRIMARY KEY ("station_id", "line_id"),
    CONSTRAINT "metro_station_line_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES metro_station ("id") ON DELETE CASCADE,
    CONSTRAINT "metro_station_line_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES metro_line ("id") ON DELETE CASCADE
);

-- Distances are geodesic, so the nearest-neighbour index is on geography, as for sites.
CREATE INDEX metro_station_point_geography ON metro_station USING gist ((point::geography));

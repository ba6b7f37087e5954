
-- CreateEnum
CREATE TYPE "site_kind" AS ENUM ('SERVICE_TRADE_PARK', 'EXPORT_BASE', 'BONDED_ZONE', 'LOGISTICS_HUB');

-- CreateEnum
CREATE TYPE "confidence" AS ENUM ('HIGH', 'MEDIUM', 'LOW');

-- CreateEnum
CREATE TYPE "site_status" AS ENUM ('PLANNED', 'UNDER_CONSTRUCTION', 'OPERATING');

-- CreateEnum
CREATE TYPE "park_theme" AS ENUM ('SOFTWARE', 'DESIGN', 'CULTURE', 'BIOTECH', 'FINANCE', 'HUMAN_RESOURCES', 'INTELLECTUAL_PROPERTY', 'LOW_CARBON', 'CYBERSECURITY', 'RESEARCH');

-- CreateEnum
CREATE TYPE "park_designation" AS ENUM ('CANDIDATE', 'DESIGN_DEMONSTRATION', 'DESIGNATED');

-- CreateEnum
CREATE TYPE "export_field" AS ENUM ('CULTURE', 'GEOGRAPHIC_INFORMATION', 'HUMAN_RESOURCES', 'INTELLECTUAL_PROPERTY', 'LANGUAGE', 'DIGITAL', 'CHINESE_MEDICINE');

-- CreateEnum
CREATE TYPE "holder_kind" AS ENUM ('AREA', 'PARK', 'FIRM');

-- CreateEnum
CREATE TYPE "hub_type" AS ENUM ('PORT', 'LAND_PORT', 'AIRPORT', 'PRODUCTION_SERVICE', 'COMMERCE_SERVICE');

-- CreateEnum
CREATE TYPE "hub_level" AS ENUM ('NATIONAL', 'INFRASTRUCTURE');

-- CreateEnum
CREATE TYPE "hub_facility" AS ENUM ('AIRPORT', 'PORT', 'RAIL_TERMINAL', 'BONDED_LOGISTICS_CENTRE', 'CARGO_TERMINAL');

-- CreateEnum
CREATE TYPE "source_access" AS ENUM ('PUBLISHER', 'REPOST', 'REPOSITORY', 'BACKGROUND');

-- CreateEnum
CREATE TYPE "aggregation" AS ENUM ('SUM', 'MEAN', 'WEIGHTED_MEAN', 'LAST', 'NONE');

-- CreateEnum
CREATE TYPE "indicator_nature" AS ENUM ('FLOW', 'STOCK', 'RATIO', 'RANK');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('HIGHER', 'LOWER', 'NEUTRAL');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('EXACT', 'ABOUT', 'NEARLY', 'AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN', 'RANGE');

-- CreateEnum
CREATE TYPE "observation_status" AS ENUM ('OFFICIAL', 'REPORTED', 'PROVISIONAL', 'ESTIMATE', 'EXPECTED', 'TARGET');

-- CreateEnum
CREATE TYPE "period_kind" AS ENUM ('YEAR', 'HALF_YEAR', 'QUARTER', 'MONTH', 'DAY', 'YEAR_TO_DATE', 'SPAN', 'UNDATED');

-- CreateEnum
CREATE TYPE "change_origin" AS ENUM ('SEED', 'IMPORT');

-- CreateEnum
CREATE TYPE "data_note_kind" AS ENUM ('CONFLICT', 'GAP');

-- CreateEnum
CREATE TYPE "target_basis" AS ENUM ('LEVEL_BY', 'AVG_ANNUAL_GROWTH', 'PER_YEAR', 'CUMULATIVE_BY', 'RANK_BY');

-- CreateEnum
CREATE TYPE "comparator" AS ENUM ('GTE', 'GT', 'EQ', 'FORERUNNER');

-- CreateTable
CREATE TABLE "change_set" (
    "id" SERIAL NOT NULL,
    "origin" "change_origin" NOT NULL,
    "author" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "publisher_zh" TEXT NOT NULL,
    "publisher_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "published_on" TEXT,
    "url" TEXT,
    "access" "source_access" NOT NULL,
    "note_zh" TEXT,
    "note_en" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_note" (
    "id" TEXT NOT NULL,
    "kind" "data_note_kind" NOT NULL,
    "topic_zh" TEXT NOT NULL,
    "topic_en" TEXT NOT NULL,
    "detail_zh" TEXT NOT NULL,
    "detail_en" TEXT NOT NULL,

    CONSTRAINT "data_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_note_source" (
    "note_id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "data_note_source_pkey" PRIMARY KEY ("note_id","source_id")
);

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "district" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "area_km2" DECIMAL(10,3) NOT NULL,
    "area_confidence" "confidence" NOT NULL,
    "note_zh" TEXT,
    "note_en" TEXT,
    "boundary" geometry(MultiPolygon, 4326) NOT NULL,
    "label" geometry(Point, 4326) NOT NULL,
    "seat" geometry(Point, 4326) NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "functional_area" (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "area_km2" DECIMAL(10,3),
    "website" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,
    "label" geometry(Point, 4326),
    "label_accuracy_m" INTEGER,

    CONSTRAINT "functional_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "functional_area_district" (
    "area_id" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,

    CONSTRAINT "functional_area_district_pkey" PRIMARY KEY ("area_id","district_code")
);

-- CreateTable
CREATE TABLE "functional_area_source" (
    "area_id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "functional_area_source_pkey" PRIMARY KEY ("area_id","source_id")
);

-- CreateTable
CREATE TABLE "service_sector" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "digitally_deliverable" BOOLEAN NOT NULL,
    "knowledge_intensive" BOOLEAN NOT NULL,

    CONSTRAINT "service_sector_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "industry" (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "sector_code" TEXT,

    CONSTRAINT "industry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "site_kind" NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "status" "site_status",
    "confidence" "confidence" NOT NULL,
    "history_zh" TEXT,
    "history_en" TEXT,
    "basis_zh" TEXT,
    "basis_en" TEXT,
    "operator_zh" TEXT,
    "operator_en" TEXT,
    "website" TEXT,
    "aliases" TEXT[],
    "locality_zh" TEXT,
    "locality_en" TEXT,
    "note_zh" TEXT,
    "note_en" TEXT,
    "district_code" TEXT,
    "functional_area_id" TEXT,
    "parent_id" INTEGER,
    "point" geometry(Point, 4326),
    "point_accuracy_m" INTEGER,
    "point_confidence" "confidence",
    "point_note_zh" TEXT,
    "point_note_en" TEXT,
    "boundary" geometry(MultiPolygon, 4326),
    "search_text" TEXT NOT NULL,
    "sort_zh" TEXT NOT NULL,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_trade_park" (
    "site_id" INTEGER NOT NULL,
    "theme" "park_theme" NOT NULL,
    "designation" "park_designation" NOT NULL,

    CONSTRAINT "service_trade_park_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "export_base" (
    "site_id" INTEGER NOT NULL,
    "field" "export_field" NOT NULL,
    "batch_zh" TEXT,
    "batch_en" TEXT,
    "holder_kind" "holder_kind",
    "holder_zh" TEXT,
    "holder_en" TEXT,
    "holder_confidence" "confidence",

    CONSTRAINT "export_base_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "bonded_zone" (
    "site_id" INTEGER NOT NULL,
    "sealed_on" TEXT,

    CONSTRAINT "bonded_zone_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "logistics_hub" (
    "site_id" INTEGER NOT NULL,
    "level" "hub_level" NOT NULL,
    "hub_type" "hub_type",
    "facility" "hub_facility",

    CONSTRAINT "logistics_hub_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "site_industry" (
    "site_id" INTEGER NOT NULL,
    "industry_id" TEXT NOT NULL,

    CONSTRAINT "site_industry_pkey" PRIMARY KEY ("site_id","industry_id")
);

-- CreateTable
CREATE TABLE "site_source" (
    "site_id" INTEGER NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "site_source_pkey" PRIMARY KEY ("site_id","source_id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "definition_zh" TEXT NOT NULL,
    "definition_en" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "aggregation" "aggregation" NOT NULL,
    "nature" "indicator_nature" NOT NULL,
    "direction" "direction" NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" SERIAL NOT NULL,
    "indicator_id" TEXT NOT NULL,
    "site_id" INTEGER,
    "district_code" TEXT,
    "functional_area_id" TEXT,
    "region_code" TEXT,
    "period_kind" "period_kind" NOT NULL,
    "period_start" DATE,
    "period_end" DATE,
    "period_note_zh" TEXT,
    "period_note_en" TEXT,
    "value" DECIMAL(24,6) NOT NULL,
    "value_max" DECIMAL(24,6),
    "qualifier" "qualifier" NOT NULL,
    "status" "observation_status" NOT NULL,
    "confidence" "confidence" NOT NULL,
    "published" TEXT NOT NULL,
    "note_zh" TEXT,
    "note_en" TEXT,
    "source_id" TEXT NOT NULL,
    "change_set_id" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation_source" (
    "observation_id" INTEGER NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "observation_source_pkey" PRIMARY KEY ("observation_id","source_id")
);

-- CreateTable
CREATE TABLE "plan_theme" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,

    CONSTRAINT "plan_theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_task" (
    "number" INTEGER NOT NULL,
    "theme_id" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "site_kinds" "site_kind"[],

    CONSTRAINT "plan_task_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "plan_target" (
    "id" TEXT NOT NULL,
    "theme_id" TEXT NOT NULL,
    "task_number" INTEGER,
    "position" INTEGER NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "basis" "target_basis" NOT NULL,
    "comparator" "comparator" NOT NULL,
    "value" DECIMAL(24,6),
    "unit_id" TEXT NOT NULL,
    "horizon" INTEGER NOT NULL,
    "hedged" BOOLEAN NOT NULL,
    "site_kinds" "site_kind"[],
    "indicator_id" TEXT,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "plan_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_commitment" (
    "id" INTEGER NOT NULL,
    "task_number" INTEGER NOT NULL,
    "text_zh" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "site_kinds" "site_kind"[],

    CONSTRAINT "plan_commitment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "district_boundary_idx" ON "district" USING GIST ("boundary");

-- CreateIndex
CREATE UNIQUE INDEX "site_slug_key" ON "site"("slug");

-- CreateIndex
CREATE INDEX "site_point_idx" ON "site" USING GIST ("point");

-- CreateIndex
CREATE INDEX "site_kind_idx" ON "site"("kind");

-- CreateIndex
CREATE INDEX "site_district_code_idx" ON "site"("district_code");

-- CreateIndex
CREATE INDEX "site_functional_area_id_idx" ON "site"("functional_area_id");

-- CreateIndex
CREATE INDEX "site_sort_zh_id_idx" ON "site"("sort_zh", "id");

-- CreateIndex
CREATE INDEX "site_industry_industry_id_idx" ON "site_industry"("industry_id");

-- CreateIndex
CREATE INDEX "observation_indicator_id_idx" ON "observation"("indicator_id");

-- CreateIndex
CREATE INDEX "observation_site_id_indicator_id_period_end_idx" ON "observation"("site_id", "indicator_id", "period_end");

-- CreateIndex
CREATE INDEX "observation_district_code_indicator_id_period_end_idx" ON "observation"("district_code", "indicator_id", "period_end");

-- CreateIndex
CREATE INDEX "observation_functional_area_id_indicator_id_period_end_idx" ON "observation"("functional_area_id", "indicator_id", "period_end");

-- CreateIndex
CREATE INDEX "observation_region_code_indicator_id_period_end_idx" ON "observation"("region_code", "indicator_id", "period_end");

-- AddForeignKey
ALTER TABLE "data_note_source" ADD CONSTRAINT "data_note_source_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "data_note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_note_source" ADD CONSTRAINT "data_note_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "functional_area_district" ADD CONSTRAINT "functional_area_district_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "functional_area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "functional_area_district" ADD CONSTRAINT "functional_area_district_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "functional_area_source" ADD CONSTRAINT "functional_area_source_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "functional_area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "functional_area_source" ADD CONSTRAINT "functional_area_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry" ADD CONSTRAINT "industry_sector_code_fkey" FOREIGN KEY ("sector_code") REFERENCES "service_sector"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_functional_area_id_fkey" FOREIGN KEY ("functional_area_id") REFERENCES "functional_area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_trade_park" ADD CONSTRAINT "service_trade_park_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_base" ADD CONSTRAINT "export_base_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bonded_zone" ADD CONSTRAINT "bonded_zone_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "logistics_hub" ADD CONSTRAINT "logistics_hub_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_industry" ADD CONSTRAINT "site_industry_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_industry" ADD CONSTRAINT "site_industry_industry_id_fkey" FOREIGN KEY ("industry_id") REFERENCES "industry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_source" ADD CONSTRAINT "site_source_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_source" ADD CONSTRAINT "site_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_functional_area_id_fkey" FOREIGN KEY ("functional_area_id") REFERENCES "functional_area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_change_set_id_fkey" FOREIGN KEY ("change_set_id") REFERENCES "change_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation_source" ADD CONSTRAINT "observation_source_observation_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation_source" ADD CONSTRAINT "observation_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_task" ADD CONSTRAINT "plan_task_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "plan_theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_target" ADD CONSTRAINT "plan_target_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "plan_theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_target" ADD CONSTRAINT "plan_target_task_number_fkey" FOREIGN KEY ("task_number") REFERENCES "plan_task"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_target" ADD CONSTRAINT "plan_target_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_target" ADD CONSTRAINT "plan_target_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_target" ADD CONSTRAINT "plan_target_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_commitment" ADD CONSTRAINT "plan_commitment_task_number_fkey" FOREIGN KEY ("task_number") REFERENCES "plan_task"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

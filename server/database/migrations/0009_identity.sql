ALTER TABLE "decline_reasons" ADD COLUMN "developer_name" text;--> statement-breakpoint
UPDATE "decline_reasons" SET "developer_name" = named."name" FROM (
	SELECT "id", CASE WHEN count(*) OVER (PARTITION BY lower("base")) = 1 THEN "base" ELSE "base" || '_' || substr(md5("id"), 1, 12) END AS "name"
	FROM (
		SELECT "id", CASE WHEN "joined" ~ '^[A-Za-z]' THEN rtrim(left("joined", 60), '_') ELSE rtrim(left('Reason_' || "joined", 60), '_') END AS "base"
		FROM (SELECT "id", trim(BOTH '_' FROM regexp_replace("label", '[^A-Za-z0-9]+', '_', 'g')) AS "joined" FROM "decline_reasons") AS joined
	) AS based
) AS named WHERE named."id" = "decline_reasons"."id";--> statement-breakpoint
ALTER TABLE "decline_reasons" ALTER COLUMN "developer_name" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "presence_statuses" ADD COLUMN "developer_name" text;--> statement-breakpoint
UPDATE "presence_statuses" SET "developer_name" = named."name" FROM (
	SELECT "id", CASE WHEN count(*) OVER (PARTITION BY lower("base")) = 1 THEN "base" ELSE "base" || '_' || substr(md5("id"), 1, 12) END AS "name"
	FROM (
		SELECT "id", CASE WHEN "joined" ~ '^[A-Za-z]' THEN rtrim(left("joined", 60), '_') ELSE rtrim(left('Status_' || "joined", 60), '_') END AS "base"
		FROM (SELECT "id", trim(BOTH '_' FROM regexp_replace("name", '[^A-Za-z0-9]+', '_', 'g')) AS "joined" FROM "presence_statuses") AS joined
	) AS based
) AS named WHERE named."id" = "presence_statuses"."id";--> statement-breakpoint
ALTER TABLE "presence_statuses" ALTER COLUMN "developer_name" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "developer_name" text;--> statement-breakpoint
UPDATE "profiles" SET "developer_name" = named."name" FROM (
	SELECT "id", CASE WHEN count(*) OVER (PARTITION BY lower("base")) = 1 THEN "base" ELSE "base" || '_' || substr(md5("id"), 1, 12) END AS "name"
	FROM (
		SELECT "id", CASE WHEN "joined" ~ '^[A-Za-z]' THEN rtrim(left("joined", 60), '_') ELSE rtrim(left('Profile_' || "joined", 60), '_') END AS "base"
		FROM (SELECT "id", trim(BOTH '_' FROM regexp_replace("name", '[^A-Za-z0-9]+', '_', 'g')) AS "joined" FROM "profiles") AS joined
	) AS based
) AS named WHERE named."id" = "profiles"."id";--> statement-breakpoint
ALTER TABLE "profiles" ALTER COLUMN "developer_name" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "decline_reasons_developer_name" ON "decline_reasons" USING btree (lower("developer_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "presence_statuses_developer_name" ON "presence_statuses" USING btree (lower("developer_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "profiles_developer_name" ON "profiles" USING btree (lower("developer_name"));
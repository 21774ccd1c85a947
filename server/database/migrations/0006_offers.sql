ALTER TABLE "presence_configurations" ADD COLUMN "max_new_offers" integer;--> statement-breakpoint
ALTER TABLE "reps" ADD COLUMN "ringing" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reps" ADD COLUMN "outbound_ends_at" bigint;--> statement-breakpoint
CREATE INDEX "reps_outbound" ON "reps" USING btree ("outbound_ends_at") WHERE outbound_ends_at is not null;--> statement-breakpoint
UPDATE "reps" SET "ringing" = (SELECT count(*) FROM "agent_works" WHERE "agent_works"."rep_id" = "reps"."id" AND "agent_works"."status" = 'assigned');

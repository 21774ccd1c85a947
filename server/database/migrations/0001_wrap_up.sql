ALTER TABLE "agent_works" ADD COLUMN "acw" jsonb;--> statement-breakpoint
ALTER TABLE "agent_works" ADD COLUMN "acw_ends_at" bigint;--> statement-breakpoint
ALTER TABLE "reps" ADD COLUMN "status_after_acw_id" text;--> statement-breakpoint
ALTER TABLE "reps" ADD CONSTRAINT "reps_status_after_acw_id_presence_statuses_id_fk" FOREIGN KEY ("status_after_acw_id") REFERENCES "public"."presence_statuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agent_works_acw" ON "agent_works" USING btree ("acw_ends_at") WHERE acw_ends_at is not null;
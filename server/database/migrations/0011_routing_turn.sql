DROP INDEX "work_items_waiting";--> statement-breakpoint
ALTER TABLE "routing_turn" ADD COLUMN "number" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "work_items_waiting" ON "work_items" USING btree ("queue_id","channel_id",coalesce(profile_id, ''),"created_at","number") WHERE status = 'waiting' and required_rep_id is null;
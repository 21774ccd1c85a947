CREATE TABLE "flows" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"queue_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agent_works" ADD COLUMN "transferred_to" jsonb;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "profile_id" text;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "conference_id" text;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "invited_to" jsonb;--> statement-breakpoint
ALTER TABLE "flows" ADD CONSTRAINT "flows_queue_id_queues_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."queues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flows_queue" ON "flows" USING btree ("queue_id");--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "work_items_conference" ON "work_items" USING btree ("conference_id") WHERE conference_id is not null;--> statement-breakpoint
CREATE INDEX "work_items_profile" ON "work_items" USING btree ("profile_id") WHERE profile_id is not null;
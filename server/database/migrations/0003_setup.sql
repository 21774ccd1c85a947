CREATE TABLE "assignment_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "assignment_moves" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"change_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_name" text NOT NULL,
	"from_id" text,
	"from_name" text,
	"to_id" text,
	"to_name" text
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"action" text NOT NULL,
	"resource" text NOT NULL,
	"record_id" text NOT NULL,
	"record_name" text NOT NULL,
	"version" integer,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "presence_configurations" ADD COLUMN "changed_at" bigint;--> statement-breakpoint
CREATE INDEX "assignment_moves_change" ON "assignment_moves" USING btree ("change_id");--> statement-breakpoint
CREATE INDEX "assignment_moves_subject" ON "assignment_moves" USING btree ("subject_id","number");--> statement-breakpoint
CREATE INDEX "assignment_moves_from" ON "assignment_moves" USING btree ("from_id","number");--> statement-breakpoint
CREATE INDEX "assignment_moves_to" ON "assignment_moves" USING btree ("to_id","number");--> statement-breakpoint
CREATE INDEX "audit_entries_record" ON "audit_entries" USING btree ("record_id","number");--> statement-breakpoint
CREATE INDEX "audit_entries_resource" ON "audit_entries" USING btree ("resource","number");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "users_name" ON "users" USING btree ((lower("first_name" || ' ' || "last_name") collate "C"),"id");
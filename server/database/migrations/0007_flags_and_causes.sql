ALTER TABLE "agent_works" ADD COLUMN "flag" jsonb;--> statement-breakpoint
ALTER TABLE "reps" ADD COLUMN "status_after_acw_cause" text;
ALTER TABLE "service_channels" ADD COLUMN "give_acw" boolean;--> statement-breakpoint
ALTER TABLE "service_channels" ADD COLUMN "acw_duration_seconds" integer;--> statement-breakpoint
ALTER TABLE "service_channels" ADD COLUMN "let_reps_extend_acw" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "service_channels" ADD COLUMN "acw_extension_seconds" integer;--> statement-breakpoint
ALTER TABLE "service_channels" ADD COLUMN "acw_max_extensions" integer;
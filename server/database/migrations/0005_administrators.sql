ALTER TABLE "service_channels" ADD COLUMN "sound_is_default" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "change_id" text;--> statement-breakpoint
CREATE INDEX "audit_entries_change" ON "audit_entries" USING btree ("change_id");--> statement-breakpoint
ALTER TABLE "service_channels" ADD CONSTRAINT "service_channels_one_sound" CHECK (not ("service_channels"."sound_is_default" and "service_channels"."sound" is not null));--> statement-breakpoint
UPDATE "presence_configurations" SET "agent_alias" = "agent_alias" || '{"fallback":{"kind":"ownName"}}'::jsonb WHERE "agent_alias"->>'field' IN ('nickname', 'alias') AND NOT "agent_alias" ? 'fallback';

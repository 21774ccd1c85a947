CREATE TABLE "alert_receipts" (
	"agent_work_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"visibility" text NOT NULL,
	"reason" text,
	"detail" text,
	CONSTRAINT "alert_receipts_agent_work_id_kind_pk" PRIMARY KEY("agent_work_id","kind")
);
--> statement-breakpoint
ALTER TABLE "alert_receipts" ADD CONSTRAINT "alert_receipts_agent_work_id_agent_works_id_fk" FOREIGN KEY ("agent_work_id") REFERENCES "public"."agent_works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_receipts_received" ON "alert_receipts" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "agent_works_offered" ON "agent_works" USING btree ("rep_id","offered_at","id");
CREATE TABLE "import_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"read" jsonb NOT NULL,
	"usernames" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_writes" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"import_id" text NOT NULL,
	"resource" text NOT NULL,
	"record_id" text NOT NULL,
	"name" text NOT NULL,
	"is_new" boolean NOT NULL,
	"is_change" boolean NOT NULL,
	"before" jsonb,
	"version" integer NOT NULL,
	"origin_before" jsonb
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"undone_at" bigint,
	"has_moves" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "metadata_origins" (
	"resource" text NOT NULL,
	"record_id" text NOT NULL,
	"type" text NOT NULL,
	"full_name" text NOT NULL,
	"api_version" text,
	"elements" jsonb,
	"choices" jsonb NOT NULL,
	"import_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "metadata_origins_resource_record_id_pk" PRIMARY KEY("resource","record_id")
);
--> statement-breakpoint
CREATE TABLE "usernames" (
	"username" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "usernames" ADD CONSTRAINT "usernames_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_plans_maker" ON "import_plans" USING btree ("by_id","at");--> statement-breakpoint
CREATE INDEX "import_writes_import" ON "import_writes" USING btree ("import_id","number");--> statement-breakpoint
CREATE INDEX "metadata_origins_name" ON "metadata_origins" USING btree ("type","full_name");
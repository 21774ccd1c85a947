CREATE TABLE "configuration_revision" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decline_reasons" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"label" text NOT NULL,
	"retired" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presence_configurations" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"developer_name" text NOT NULL,
	"capacity" integer NOT NULL,
	"interruptible_capacity" integer,
	"automatically_accept" boolean NOT NULL,
	"allow_decline" boolean NOT NULL,
	"status_on_decline_id" text,
	"allow_decline_reason" boolean NOT NULL,
	"status_on_push_timeout_id" text,
	"play_request_sound" boolean NOT NULL,
	"notification_sound" text,
	"sound_length_seconds" integer NOT NULL,
	"play_connection_loss_sound" boolean NOT NULL,
	"give_acw" boolean NOT NULL,
	"acw_duration_seconds" integer,
	"let_reps_extend_acw" boolean NOT NULL,
	"acw_extension_seconds" integer,
	"acw_max_extensions" integer,
	"agent_alias" jsonb,
	"transfer_destinations" jsonb NOT NULL,
	CONSTRAINT "presence_configurations_answer_once" CHECK (not ("presence_configurations"."automatically_accept" and "presence_configurations"."allow_decline"))
);
--> statement-breakpoint
CREATE TABLE "presence_status_channels" (
	"status_id" text NOT NULL,
	"channel_id" text NOT NULL,
	CONSTRAINT "presence_status_channels_status_id_channel_id_pk" PRIMARY KEY("status_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "presence_statuses" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_configurations" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"developer_name" text NOT NULL,
	"priority" integer NOT NULL,
	"weight_units" numeric(7, 2),
	"weight_percentage" numeric(5, 2),
	"capacity_type" text NOT NULL,
	"push_timeout_seconds" integer,
	"model" text NOT NULL,
	CONSTRAINT "routing_configurations_one_weight" CHECK (("routing_configurations"."weight_units" is null) <> ("routing_configurations"."weight_percentage" is null))
);
--> statement-breakpoint
CREATE TABLE "selected_decline_reasons" (
	"configuration_id" text NOT NULL,
	"reason_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "selected_decline_reasons_configuration_id_reason_id_pk" PRIMARY KEY("configuration_id","reason_id")
);
--> statement-breakpoint
CREATE TABLE "service_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"developer_name" text NOT NULL,
	"type" text NOT NULL,
	"interruptible" boolean NOT NULL,
	"automatically_accept" boolean NOT NULL,
	"stop_sound_when_customer_leaves" boolean NOT NULL,
	"sound" text,
	"sound_length_seconds" integer
);
--> statement-breakpoint
CREATE TABLE "sounds" (
	"sha256" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"format" text NOT NULL,
	"length_seconds" double precision NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assigned_profiles" (
	"profile_id" text PRIMARY KEY NOT NULL,
	"configuration_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assigned_users" (
	"user_id" text PRIMARY KEY NOT NULL,
	"configuration_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "granted_statuses" (
	"profile_id" text NOT NULL,
	"status_id" text NOT NULL,
	CONSTRAINT "granted_statuses_profile_id_status_id_pk" PRIMARY KEY("profile_id","status_id")
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"nickname" text,
	"alias" text,
	"profile_id" text NOT NULL,
	"active" boolean NOT NULL,
	"omni_channel" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_members" (
	"queue_id" text NOT NULL,
	"rep_id" text NOT NULL,
	CONSTRAINT "queue_members_queue_id_rep_id_pk" PRIMARY KEY("queue_id","rep_id")
);
--> statement-breakpoint
CREATE TABLE "queues" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"developer_name" text NOT NULL,
	"routing_configuration_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agent_works" (
	"id" text PRIMARY KEY NOT NULL,
	"work_item_id" text NOT NULL,
	"rep_id" text NOT NULL,
	"status" text NOT NULL,
	"offered_at" bigint NOT NULL,
	"delivered_at" bigint,
	"opened_at" bigint,
	"opened_by" text,
	"settled_at" bigint,
	"cancel_reason" text,
	"customer_left_at" bigint,
	"decline_reason" jsonb,
	"status_update" jsonb,
	"stamp" jsonb NOT NULL,
	"size" numeric(9, 2) NOT NULL,
	"pool" text NOT NULL,
	"deadline" bigint
);
--> statement-breakpoint
CREATE TABLE "command_records" (
	"rep_id" text NOT NULL,
	"command_id" text NOT NULL,
	"outcome" jsonb NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "command_records_rep_id_command_id_pk" PRIMARY KEY("rep_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "exclusions" (
	"work_item_id" text NOT NULL,
	"rep_id" text NOT NULL,
	"number" bigserial NOT NULL,
	CONSTRAINT "exclusions_work_item_id_rep_id_pk" PRIMARY KEY("work_item_id","rep_id")
);
--> statement-breakpoint
CREATE TABLE "processes" (
	"id" text PRIMARY KEY NOT NULL,
	"alive_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reps" (
	"id" text PRIMARY KEY NOT NULL,
	"change" bigint DEFAULT 0 NOT NULL,
	"changed_at" bigint DEFAULT 0 NOT NULL,
	"status_id" text NOT NULL,
	"status_since" bigint NOT NULL,
	"status_cause" text NOT NULL,
	"session_id" text,
	"socket_id" text,
	"process_id" text,
	"connected_at" bigint,
	"disconnected_at" bigint,
	"grace_ends_at" bigint,
	"open_works" integer DEFAULT 0 NOT NULL,
	"wrapping_up" boolean DEFAULT false NOT NULL,
	"primary_used" numeric(12, 2) DEFAULT 0 NOT NULL,
	"interruptible_used" numeric(12, 2) DEFAULT 0 NOT NULL,
	"last_offer_at" bigint
);
--> statement-breakpoint
CREATE TABLE "routing_turn" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_items" (
	"id" text PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"source" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"content_hash" text NOT NULL,
	"channel_id" text NOT NULL,
	"queue_id" text NOT NULL,
	"required_rep_id" text,
	"subject" text NOT NULL,
	"customer_name" text NOT NULL,
	"highlights" jsonb NOT NULL,
	"record_id" text NOT NULL,
	"status" text NOT NULL,
	"rep_id" text,
	"agent_work_id" text,
	"created_at" bigint NOT NULL,
	"customer_left_at" bigint,
	"settled_at" bigint
);
--> statement-breakpoint
ALTER TABLE "presence_configurations" ADD CONSTRAINT "presence_configurations_status_on_decline_id_presence_statuses_id_fk" FOREIGN KEY ("status_on_decline_id") REFERENCES "public"."presence_statuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence_configurations" ADD CONSTRAINT "presence_configurations_status_on_push_timeout_id_presence_statuses_id_fk" FOREIGN KEY ("status_on_push_timeout_id") REFERENCES "public"."presence_statuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence_configurations" ADD CONSTRAINT "presence_configurations_notification_sound_sounds_sha256_fk" FOREIGN KEY ("notification_sound") REFERENCES "public"."sounds"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence_status_channels" ADD CONSTRAINT "presence_status_channels_status_id_presence_statuses_id_fk" FOREIGN KEY ("status_id") REFERENCES "public"."presence_statuses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence_status_channels" ADD CONSTRAINT "presence_status_channels_channel_id_service_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."service_channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selected_decline_reasons" ADD CONSTRAINT "selected_decline_reasons_configuration_id_presence_configurations_id_fk" FOREIGN KEY ("configuration_id") REFERENCES "public"."presence_configurations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selected_decline_reasons" ADD CONSTRAINT "selected_decline_reasons_reason_id_decline_reasons_id_fk" FOREIGN KEY ("reason_id") REFERENCES "public"."decline_reasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_channels" ADD CONSTRAINT "service_channels_sound_sounds_sha256_fk" FOREIGN KEY ("sound") REFERENCES "public"."sounds"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assigned_profiles" ADD CONSTRAINT "assigned_profiles_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assigned_profiles" ADD CONSTRAINT "assigned_profiles_configuration_id_presence_configurations_id_fk" FOREIGN KEY ("configuration_id") REFERENCES "public"."presence_configurations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assigned_users" ADD CONSTRAINT "assigned_users_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assigned_users" ADD CONSTRAINT "assigned_users_configuration_id_presence_configurations_id_fk" FOREIGN KEY ("configuration_id") REFERENCES "public"."presence_configurations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "granted_statuses" ADD CONSTRAINT "granted_statuses_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "granted_statuses" ADD CONSTRAINT "granted_statuses_status_id_presence_statuses_id_fk" FOREIGN KEY ("status_id") REFERENCES "public"."presence_statuses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."profiles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_members" ADD CONSTRAINT "queue_members_queue_id_queues_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."queues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_members" ADD CONSTRAINT "queue_members_rep_id_users_id_fk" FOREIGN KEY ("rep_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queues" ADD CONSTRAINT "queues_routing_configuration_id_routing_configurations_id_fk" FOREIGN KEY ("routing_configuration_id") REFERENCES "public"."routing_configurations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_works" ADD CONSTRAINT "agent_works_work_item_id_work_items_id_fk" FOREIGN KEY ("work_item_id") REFERENCES "public"."work_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_works" ADD CONSTRAINT "agent_works_rep_id_users_id_fk" FOREIGN KEY ("rep_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "command_records" ADD CONSTRAINT "command_records_rep_id_users_id_fk" FOREIGN KEY ("rep_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_work_item_id_work_items_id_fk" FOREIGN KEY ("work_item_id") REFERENCES "public"."work_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_rep_id_users_id_fk" FOREIGN KEY ("rep_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reps" ADD CONSTRAINT "reps_id_users_id_fk" FOREIGN KEY ("id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reps" ADD CONSTRAINT "reps_status_id_presence_statuses_id_fk" FOREIGN KEY ("status_id") REFERENCES "public"."presence_statuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_channel_id_service_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."service_channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_queue_id_queues_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."queues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_required_rep_id_users_id_fk" FOREIGN KEY ("required_rep_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_rep_id_users_id_fk" FOREIGN KEY ("rep_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "presence_configurations_developer_name" ON "presence_configurations" USING btree (lower("developer_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "presence_configurations_default" ON "presence_configurations" USING btree ("is_default") WHERE is_default;--> statement-breakpoint
CREATE UNIQUE INDEX "routing_configurations_developer_name" ON "routing_configurations" USING btree (lower("developer_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "service_channels_developer_name" ON "service_channels" USING btree (lower("developer_name"));--> statement-breakpoint
CREATE INDEX "service_channels_sound" ON "service_channels" USING btree ("sound");--> statement-breakpoint
CREATE INDEX "assigned_profiles_configuration" ON "assigned_profiles" USING btree ("configuration_id");--> statement-breakpoint
CREATE INDEX "assigned_users_configuration" ON "assigned_users" USING btree ("configuration_id");--> statement-breakpoint
CREATE INDEX "users_profile" ON "users" USING btree ("profile_id");--> statement-breakpoint
CREATE INDEX "queue_members_rep" ON "queue_members" USING btree ("rep_id");--> statement-breakpoint
CREATE UNIQUE INDEX "queues_developer_name" ON "queues" USING btree (lower("developer_name"));--> statement-breakpoint
CREATE INDEX "queues_routing_configuration" ON "queues" USING btree ("routing_configuration_id");--> statement-breakpoint
CREATE INDEX "agent_works_open" ON "agent_works" USING btree ("rep_id") WHERE status in ('assigned', 'opened', 'afterConversationWork');--> statement-breakpoint
CREATE INDEX "agent_works_settled" ON "agent_works" USING btree ("rep_id","settled_at") WHERE settled_at is not null;--> statement-breakpoint
CREATE INDEX "agent_works_deadline" ON "agent_works" USING btree ("deadline") WHERE status = 'assigned' and deadline is not null;--> statement-breakpoint
CREATE INDEX "agent_works_item" ON "agent_works" USING btree ("work_item_id");--> statement-breakpoint
CREATE INDEX "command_records_at" ON "command_records" USING btree ("at");--> statement-breakpoint
CREATE INDEX "exclusions_rep" ON "exclusions" USING btree ("rep_id");--> statement-breakpoint
CREATE INDEX "reps_status" ON "reps" USING btree ("status_id");--> statement-breakpoint
CREATE INDEX "reps_process" ON "reps" USING btree ("process_id") WHERE process_id is not null;--> statement-breakpoint
CREATE INDEX "reps_grace" ON "reps" USING btree ("grace_ends_at") WHERE grace_ends_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "work_items_key" ON "work_items" USING btree ("source","idempotency_key");--> statement-breakpoint
CREATE INDEX "work_items_waiting" ON "work_items" USING btree ("queue_id","created_at","number") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "work_items_waiting_for_rep" ON "work_items" USING btree ("required_rep_id") WHERE status = 'waiting' and required_rep_id is not null;
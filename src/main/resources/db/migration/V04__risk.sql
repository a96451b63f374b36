-- Decisions against fraud, what they are based on, and who looked at them. Written by io.tillgate.risk.

create table risk_decision (
  tenant_id uuid not null,
  business_date date not null,
  id uuid not null,
  outcome text not null check (outcome in ('proceed', 'refuse', 'review')),
  score smallint not null check (score between 0 and 100),
  reason text check (length(reason) between 1 and 200),
  merchant_id uuid not null,
  terminal_id uuid not null,
  facts jsonb not null,
  counters jsonb not null,
  listed jsonb not null,
  fired jsonb not null,
  decided_at timestamptz not null,
  took_micros integer not null check (took_micros >= 0),
  primary key (tenant_id, business_date, id)
) partition by range (business_date);
comment on table risk_decision is 'One row for each decided payment, under the payment''s id. Facts hold tokens, never card numbers. Append only; dropped by whole months after 2 years.';
create index risk_decision_time on risk_decision (tenant_id, decided_at desc, id desc);

create table risk_review (
  tenant_id uuid not null,
  id uuid not null,
  business_date date not null,
  status text not null default 'open' check (status in ('open', 'accepted', 'fraud')),
  opened_at timestamptz not null,
  decided_at timestamptz,
  decided_by text check (length(decided_by) between 1 and 200),
  note text check (length(note) between 1 and 1000),
  version integer not null default 0,
  primary key (tenant_id, id),
  check ((status = 'open') = (decided_at is null))
);
comment on table risk_review is 'Work for an analyst. Erased 2 years after the day of its payment, with the decision.';
create index risk_review_age on risk_review using brin (business_date) with (autosummarize = on);
create index risk_review_status on risk_review (tenant_id, status, id);

create table risk_counter (
  tenant_id uuid not null,
  kind text not null check (kind in ('CARD', 'TERMINAL', 'MERCHANT')),
  subject uuid not null,
  grain text not null check (grain in ('TEN_SECONDS', 'MINUTE', 'TEN_MINUTES', 'HOUR')),
  bucket timestamptz not null,
  attempts bigint not null,
  amount bigint not null,
  declines bigint not null,
  primary key (tenant_id, kind, subject, grain, bucket)
) with (fillfactor = 70);
comment on table risk_counter is 'What was counted, by hash of what it counts, in buckets of time. Erased 8 days after its time, fine ones sooner: no window reaches further.';
create index risk_counter_expiry on risk_counter (tenant_id, grain, bucket);

create table risk_list_entry (
  tenant_id uuid not null,
  id uuid not null,
  list text not null check (length(list) between 1 and 60),
  value_hash uuid not null,
  shown text check (length(shown) between 1 and 200),
  note text check (length(note) between 1 and 500),
  added_by text not null check (length(added_by) between 1 and 200),
  added_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, value_hash, list)
);
comment on table risk_list_entry is 'Values that analysts put on lists, until they are taken off; erased 1 day after it expired.';
create index risk_list_entry_list on risk_list_entry (tenant_id, list, id);

call keep_partitioned('risk_decision', '2 years');

call protect_tenant_table('risk_decision');
call protect_tenant_table('risk_review');
call protect_tenant_table('risk_counter');
call protect_tenant_table('risk_list_entry');
call append_only('risk_decision');

-- Risk is the acquirer's business: nothing of it is visible in a merchant's scope.
do $$
declare
  t text;
begin
  foreach t in array array['risk_decision', 'risk_review', 'risk_counter', 'risk_list_entry'] loop
    execute format('create policy no_merchant on %I as restrictive for all using ((select tillgate_merchant()) is null)', t);
  end loop;
end $$;

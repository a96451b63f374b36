-- What banks told us, and what of it was counted. Written by io.tillgate.settlement.bank.

create table bank_message (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('status-report', 'statement', 'notification')),
    state text not null check (state in ('taken', 'refused')),
    message text check (length(message) between 1 and 20),
    message_id text check (length(message_id) between 1 and 35),
    fingerprint bytea check (length(fingerprint) = 32),
    answer jsonb not null,
    breaks integer not null default 0 check (breaks >= 0),
    content bytea,
    received_by text not null check (length(received_by) between 1 and 200),
    received_at timestamptz not null,
    primary key (tenant_id, id),
    check (state = 'refused' or (message is not null and message_id is not null and fingerprint is not null and content is not null))
);
comment on table bank_message is 'Each message of a bank with the answer it got; the XML of those that were taken. Erased 10 years after it came.';
create unique index bank_message_once on bank_message (tenant_id, kind, message_id) where state = 'taken';
create index bank_message_age on bank_message using brin (received_at) with (autosummarize = on);
call protect_tenant_table('bank_message');

-- A booking is told in a notification, in a statement, or in both. The key says which booking it is; there is one row for each
-- kind of message that told of it, and only the first did anything.
create table bank_booking (
    tenant_id uuid not null,
    key text not null check (length(key) between 1 and 300),
    source text not null check (source in ('notification', 'statement')),
    outcome text not null check (outcome in ('done', 'known', 'broken', 'waiting')),
    reference text check (length(reference) <= 100),
    message_id uuid not null,
    end_to_end_id text check (length(end_to_end_id) <= 35),
    amount bigint not null,
    currency char(3) not null,
    booked_on date not null,
    reason_code text check (length(reason_code) <= 35),
    reason text check (length(reason) <= 500),
    told_at timestamptz not null,
    primary key (tenant_id, key, source)
);
comment on table bank_booking is 'Which bookings were told, so that each counts once. Erased 10 years after it was told.';
create index bank_booking_waiting on bank_booking (tenant_id, end_to_end_id) where outcome = 'waiting';
create index bank_booking_age on bank_booking using brin (told_at) with (autosummarize = on);
call protect_tenant_table('bank_booking');

-- Nothing of it is a merchant's business.
do $$
declare
  t text;
begin
  foreach t in array array['bank_message', 'bank_booking'] loop
    execute format('create policy no_merchant on %I as restrictive for all using ((select tillgate_merchant()) is null)', t);
  end loop;
end $$;

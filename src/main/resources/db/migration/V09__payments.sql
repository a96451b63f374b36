-- Payments: one row an attempt, its request id in a narrow table, and what is still owed to a card host.

-- Trace numbers (ISO 8583 field 11): one sequence for all links, so that no two messages of a day share one. After a
-- restore it is set ahead.
create sequence payment_trace as integer minvalue 1 maxvalue 999999 cycle cache 1;
grant usage, select, update on sequence payment_trace to tillgate_app;

-- A process that owns armed payments. The epoch grows at each start, so that a restarted node takes its old rows at once.
create table payment_node (
    name text primary key check (length(name) between 1 and 100),
    epoch bigint not null,
    started_at timestamptz not null default now()
);
comment on table payment_node is 'Kept as one row a replica name: a name that came back with a smaller epoch could not tell its own old payments.';
grant select, insert, update on payment_node to tillgate_app;

create table payment (
    tenant_id uuid not null,
    business_date date not null,
    id uuid not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    store_id uuid not null,
    terminal_id uuid,
    terminal_number text not null check (length(terminal_number) <= 8),
    merchant_number text not null check (length(merchant_number) <= 15),
    mcc char(4) not null,
    zone text not null check (length(zone) <= 60),
    request_channel text not null check (length(request_channel) <= 120),
    request_id uuid not null,
    sale_id uuid not null,
    kind text not null check (kind in ('sale', 'refund', 'void', 'test')),
    tender text not null check (tender in ('card', 'cash', 'none')),
    state text not null check (state in ('armed', 'approved', 'declined', 'not-taken', 'voided', 'reversed')),
    amount bigint not null check (amount >= 0),
    currency char(3) not null,
    approved_amount bigint not null default 0 check (approved_amount between 0 and amount),
    refunded bigint not null default 0 check (refunded >= 0),
    refund_pending bigint not null default 0 check (refund_pending >= 0),
    fee bigint not null default 0,
    voided_by uuid,
    original_date date,
    original_id uuid,
    reason text check (length(reason) <= 60),
    -- the host's side
    host text check (length(host) <= 60),
    trace integer check (trace between 1 and 999999),
    transmitted_at timestamptz,
    duty text not null check (duty in ('reverse', 'repeat', 'nothing')),
    owner_node text check (length(owner_node) <= 100),
    owner_epoch bigint,
    deadline timestamptz,
    response_code text check (length(response_code) <= 4),
    auth_code text check (length(auth_code) <= 12),
    rrn text check (length(rrn) <= 12),
    issuer_emv text check (length(issuer_emv) <= 600),
    settlement_date text check (length(settlement_date) <= 8),
    -- the card, as everybody may see it; the number itself only sealed, and erased by retention
    card_entry text check (length(card_entry) <= 12),
    card_masked text check (length(card_masked) <= 23),
    card_scheme text check (length(card_scheme) <= 20),
    card_token bytea,
    card_sealed bytea,
    cashier text check (length(cashier) <= 60),
    created_at timestamptz not null default now(),
    decided_at timestamptz,
    primary key (tenant_id, business_date, id),
    check (refunded + refund_pending <= approved_amount),
    check (state <> 'armed' or (owner_node is not null and owner_epoch is not null and deadline is not null))
) partition by range (business_date);
comment on table payment is 'A business record: dropped by whole months after 10 years. The sealed card number goes when the payment can no longer be reversed, refunded or disputed: card_sealed erased retention.card-data after the payment.';
create index payment_by_id on payment (tenant_id, id);
create index payment_armed on payment (deadline) where state = 'armed';
create index payment_of_merchant on payment (tenant_id, merchant_id, id desc);
create index payment_of_sale on payment (tenant_id, sale_id);
create index payment_of_request on payment (tenant_id, request_id);
create index payment_with_card on payment (tenant_id, business_date) where card_sealed is not null;
create index payment_by_account on payment (tenant_id, merchant_account_id, currency) where state in ('approved');
call protect_merchant_table('payment');
call keep_partitioned('payment', '10 years');

create table payment_request (
    tenant_id uuid not null,
    channel text not null check (length(channel) <= 120),
    request_id uuid not null,
    merchant_id uuid not null,
    body_hash bytea not null,
    business_date date not null,
    payment_id uuid not null,
    answer jsonb,
    primary key (tenant_id, channel, request_id)
);
comment on table payment_request is 'The idempotency key of each payment, of terminals and people, and its one final answer. Erased 10 years after its payment. A reversal that comes before its payment leaves a row with an empty hash, so that the late payment is declined.';
create index payment_request_age on payment_request using brin (business_date) with (autosummarize = on);
create index payment_request_payment on payment_request (tenant_id, payment_id);
call protect_merchant_table('payment_request');

-- A key serial number enciphers one message; it may come again only with its own request.
create table payment_ksn (
    tenant_id uuid not null,
    ksn bytea not null,
    request_id uuid not null,
    used_at timestamptz not null default now(),
    primary key (tenant_id, ksn)
);
comment on table payment_ksn is 'Which request used a key serial number. Erased 90 days after its use; payment_ksn_floor refuses it from then on.';
create index payment_ksn_age on payment_ksn using brin (used_at) with (autosummarize = on);
call protect_tenant_table('payment_ksn');

-- The initial key that a serial number belongs to. AES (12 bytes): 8 bytes before the counter of 4. TDES (10 bytes): 59 bits
-- before the counter of 21.
create function ksn_key(ksn bytea) returns bytea
    language sql immutable strict parallel safe
    return case when length(ksn) = 10 then set_byte(substring(ksn for 8), 7, get_byte(ksn, 7) & 224)
        else substring(ksn for greatest(length(ksn) - 4, 0)) end;
grant execute on function ksn_key(bytea) to tillgate_app;

create table payment_ksn_floor (
    tenant_id uuid not null,
    key_id bytea not null,
    ksn bytea not null,
    primary key (tenant_id, key_id)
);
comment on table payment_ksn_floor is 'The highest serial number of a key that was forgotten: terminals count upwards, so it and all below are used. Kept as one row a terminal key.';
call protect_tenant_table('payment_ksn_floor');

-- What a card host is still owed: a reversal, or an advice it has not answered.
create table host_duty (
    tenant_id uuid not null,
    payment_id uuid not null,
    business_date date not null,
    merchant_id uuid not null,
    kind text not null check (kind in ('reverse', 'repeat')),
    reason text not null check (length(reason) <= 60),
    state text not null default 'owed' check (state in ('owed', 'answered', 'abandoned')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    response_code text check (length(response_code) <= 4),
    created_at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (tenant_id, payment_id, kind),
    foreign key (tenant_id, business_date, payment_id) references payment (tenant_id, business_date, id)
);
comment on table host_duty is 'Never removed while it is owed: answered by the host, or abandoned to a person after the last try. Erased 10 years after its payment.';
create index host_duty_due on host_duty (next_attempt_at) where state = 'owed';
call protect_merchant_table('host_duty');

-- What a host said that nobody waited for any more: proof that a reversal was needed, or of a host that errs.
create table host_evidence (
    tenant_id uuid not null,
    business_date date not null,
    id uuid not null,
    payment_id uuid,
    kind text not null check (kind in ('late', 'unmatched', 'unreadable', 'lost-race')),
    received_at timestamptz not null default now(),
    message jsonb not null,
    primary key (tenant_id, business_date, id)
) partition by range (business_date);
comment on table host_evidence is 'Masked messages. Append only; dropped by whole months after 10 years, with the payments.';
create index host_evidence_payment on host_evidence (tenant_id, payment_id);
call protect_tenant_table('host_evidence');
call append_only('host_evidence');
call keep_partitioned('host_evidence', '10 years');

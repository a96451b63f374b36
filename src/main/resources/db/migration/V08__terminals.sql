-- Terminals: records, activation, certificate authorities, sessions, downlinks, what they report. Everything about one
-- terminal belongs to its merchant.

create table platform_authority (
    id smallint primary key check (id = 1),
    certificate bytea not null,
    sealed_key bytea not null,
    created_at timestamptz not null default now()
);
comment on table platform_authority is 'The root of all terminal certificates, one row; the key is sealed by the security module. Append only; kept for the life of the platform.';
grant select, insert on platform_authority to tillgate_app;

create table tenant_authority (
    tenant_id uuid not null,
    certificate bytea not null,
    sealed_key bytea not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id)
);
comment on table tenant_authority is 'One intermediate a tenant, under the platform root. Kept for the life of the tenant.';
call protect_tenant_table('tenant_authority');

create table terminal (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    account_id uuid not null,
    store_id uuid not null,
    number text not null check (number ~ '^[0-9A-Z]{8}$'),
    merchant_number text not null check (length(merchant_number) between 1 and 15),
    label text not null check (length(label) between 1 and 80),
    status text not null check (status in ('created', 'active', 'revoked')),
    blocked_by text check (blocked_by in ('merchant', 'acquirer')),
    created_at timestamptz not null,
    version integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);
comment on table terminal is 'Points of sale, revoked ones too, since sales name them; kept with its merchant.';
create index terminal_of_merchant on terminal (tenant_id, merchant_id, id);
create index terminal_of_store on terminal (tenant_id, store_id);
call protect_merchant_table('terminal');

create table terminal_activation (
    tenant_id uuid not null,
    terminal_id uuid not null,
    merchant_id uuid not null,
    code_hash bytea not null,
    tries integer not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_key_hash bytea,
    used_serial text,
    primary key (tenant_id, terminal_id),
    foreign key (tenant_id, terminal_id) references terminal (tenant_id, id)
);
comment on table terminal_activation is 'The one live activation code of a terminal, as a keyed hash. Replaced by the next code; erased 30 days after it expired.';
call protect_merchant_table('terminal_activation');

create table terminal_certificate (
    tenant_id uuid not null,
    serial text not null check (length(serial) between 1 and 40),
    terminal_id uuid not null,
    merchant_id uuid not null,
    certificate bytea not null,
    status text not null check (status in ('allowed', 'revoked')),
    allowed_until timestamptz not null,
    created_at timestamptz not null,
    primary key (tenant_id, serial),
    foreign key (tenant_id, terminal_id) references terminal (tenant_id, id)
);
comment on table terminal_certificate is 'The allow-list of serials. After a renewal the old one is allowed for 72 hours more. Erased 7 years after it expired.';
create index terminal_certificate_of_terminal on terminal_certificate (tenant_id, terminal_id, created_at desc);
call protect_merchant_table('terminal_certificate');

create table terminal_session (
    tenant_id uuid not null,
    terminal_id uuid not null,
    merchant_id uuid not null,
    epoch bigint not null,
    node text not null check (length(node) <= 80),
    serial text not null,
    connected boolean not null,
    protocol smallint not null,
    source text not null check (length(source) <= 60),
    subscriptions jsonb not null default '[]',
    connected_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz,
    end_reason text check (length(end_reason) <= 60),
    expires_at timestamptz,
    expiry_seconds integer not null default 0,
    will text check (length(will) <= 1024),
    will_id uuid,
    will_due_at timestamptz,
    primary key (tenant_id, terminal_id),
    foreign key (tenant_id, terminal_id) references terminal (tenant_id, id)
);
create index terminal_session_will_due on terminal_session (will_due_at) where will_due_at is not null;
comment on table terminal_session is 'Fenced by epoch: one live session anywhere. Overwritten by the next connection; kept as one row a terminal.';
call protect_merchant_table('terminal_session');

create sequence terminal_outbox_sequence;
grant usage on sequence terminal_outbox_sequence to tillgate_app;
create table terminal_outbox (
    tenant_id uuid not null,
    terminal_id uuid not null,
    sequence bigint not null default nextval('terminal_outbox_sequence'),
    merchant_id uuid not null,
    id uuid not null,
    kind text not null check (length(kind) <= 20),
    channel text not null check (length(channel) between 1 and 40),
    body jsonb not null,
    accepted_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, terminal_id, sequence),
    foreign key (tenant_id, terminal_id) references terminal (tenant_id, id)
);
comment on table terminal_outbox is 'Downlinks: accepted when committed, removed at PUBACK, otherwise erased 1 day after it expired. Bounded for each terminal and kind.';
create index terminal_outbox_expiry on terminal_outbox (expires_at);
call protect_merchant_table('terminal_outbox');

create table terminal_state (
    tenant_id uuid not null,
    terminal_id uuid not null,
    merchant_id uuid not null,
    documents jsonb not null default '{}',
    reported jsonb not null,
    reported_at timestamptz not null,
    primary key (tenant_id, terminal_id),
    foreign key (tenant_id, terminal_id) references terminal (tenant_id, id)
);
comment on table terminal_state is 'What a terminal says it holds and how it is. Overwritten by the next report; kept as one row a terminal.';
call protect_merchant_table('terminal_state');

create table terminal_command (
    tenant_id uuid not null,
    id uuid not null,
    terminal_id uuid not null,
    merchant_id uuid not null,
    kind text not null check (length(kind) between 1 and 30),
    body jsonb not null,
    status text not null check (status in ('waiting', 'done', 'failed')),
    answer jsonb,
    requested_by text not null check (length(requested_by) <= 200),
    requested_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, terminal_id) references terminal (tenant_id, id)
);
comment on table terminal_command is 'Commands and their answers. Erased 1 year after it was asked for.';
create index terminal_command_of_terminal on terminal_command (tenant_id, terminal_id, id desc);
call protect_merchant_table('terminal_command');

create table terminal_event (
    tenant_id uuid not null,
    id uuid not null,
    terminal_id uuid not null,
    merchant_id uuid not null,
    kind text not null check (length(kind) between 1 and 40),
    detail jsonb not null default '{}',
    occurred_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, terminal_id) references terminal (tenant_id, id)
);
comment on table terminal_event is 'What happened to a terminal: connected, lost, enrolled, faults it tells. Erased 90 days after it happened.';
create index terminal_event_of_terminal on terminal_event (tenant_id, terminal_id, id desc);
create index terminal_event_age on terminal_event (occurred_at);
call protect_merchant_table('terminal_event');

-- Tenants as they run, every file that was ever applied, and the sessions of the portal.

create table tenant (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,31}$'),
    realm text not null unique check (length(realm) between 1 and 64),
    issuer text not null unique check (length(issuer) between 1 and 300),
    status text not null check (status in ('active', 'suspended')),
    config jsonb not null,
    hash text not null check (length(hash) = 64),
    version integer not null check (version > 0),
    applied_at timestamptz not null
);
comment on table tenant is 'The list of tenants: the one list that decides whose tokens are believed, so it is read before a tenant is known and has no row-level security. Holds no secret. Kept for the life of the installation.';
grant select, insert, update on tenant to tillgate_app;

create table tenant_file (
    tenant_id uuid not null,
    version integer not null check (version > 0),
    config jsonb not null,
    hash text not null check (length(hash) = 64),
    applied_by text not null check (length(applied_by) between 1 and 200),
    applied_at timestamptz not null,
    primary key (tenant_id, version)
);
comment on table tenant_file is 'Every file that was applied, in order. Append only; all but the last erased 10 years after they were applied.';
call protect_tenant_table('tenant_file');
call append_only('tenant_file');
call erasable_when_older('tenant_file', 'applied_at', '10 years');

create table portal_session (
    tenant_id uuid not null,
    handle_hash bytea not null check (length(handle_hash) = 32),
    tokens bytea not null check (length(tokens) <= 65536),
    expires_at timestamptz not null,
    primary key (tenant_id, handle_hash)
);
comment on table portal_session is 'Tokens of people signed in to the portal, encrypted; the browser holds the handle, this table its SHA-256. Removed at sign-out, otherwise erased 1 day after it ended.';
create index portal_session_expiry on portal_session (expires_at);
call protect_tenant_table('portal_session');

-- Tenants whose business time is behind real time: in embedded installations, while demo data is played.

create table business_clock (
    tenant_id uuid primary key,
    behind_millis bigint not null check (behind_millis between 1 and 3888000000),
    moved_at timestamptz not null default now()
);
comment on table business_clock is 'How far the business time of a tenant is behind, set by the launcher of an embedded installation and read there only. Kept for the life of the installation.';
call protect_tenant_table('business_clock');

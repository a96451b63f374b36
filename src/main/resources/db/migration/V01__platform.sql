-- What every capability stands on: who may see a row, partitions of tables that grow, outbox, audit,
-- leases of jobs, stored files. The roles tillgate_owner (runs this) and tillgate_app (the service; owns nothing) exist.

create function tillgate_tenants() returns uuid[]
    language sql stable parallel safe
    return string_to_array(nullif(current_setting('tillgate.tenants', true), ''), ',')::uuid[];
comment on function tillgate_tenants() is 'The tenants this transaction may see. No setting: none, without an error.';

create function tillgate_merchant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('tillgate.merchant', true), '')::uuid;
comment on function tillgate_merchant() is 'The one merchant this transaction may see, or null for all of its tenants.';

grant usage on schema public to tillgate_app;
grant execute on function tillgate_tenants(), tillgate_merchant() to tillgate_app;

-- The array comes from a sub-select so that it is computed once a statement, not once a row.
create procedure protect_tenant_table(target regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy tenant_rows on %s using (tenant_id = any ((select tillgate_tenants())::uuid[]))'
        || ' with check (tenant_id = any ((select tillgate_tenants())::uuid[]))', target);
    execute format('grant select, insert, update, delete on %s to tillgate_app', target);
end $$;

create procedure protect_merchant_table(target regclass)
    language plpgsql as $$
declare
    mine constant text := '(tenant_id = any ((select tillgate_tenants())::uuid[])'
        || ' and ((select tillgate_merchant()) is null or merchant_id = (select tillgate_merchant())))';
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy merchant_rows on %s using %s with check %s', target, mine, mine);
    execute format('grant select, insert, update, delete on %s to tillgate_app', target);
end $$;

create procedure append_only(target regclass)
    language plpgsql as $$
begin
    execute format('revoke update, delete, truncate on %s from tillgate_app', target);
end $$;

-- For what is appended to and ends one day: the service may erase it, but never a row younger than this.
create procedure erasable_when_older(target regclass, since text, age text)
    language plpgsql as $$
begin
    execute format('grant delete on %s to tillgate_app', target);
    execute format('create policy aged_rows on %s as restrictive for delete using (%I < now() - %L::interval)',
        target, since, age);
end $$;

-- Tables that grow with sales: monthly partitions by business date, made ahead of time, and a default for the rest.
create table partitioned_table (
    name text primary key,
    kept interval
);
comment on table partitioned_table is 'Which tables ensure_partitions keeps supplied, and for how long a month of each is kept. Kept for the life of the schema.';
comment on column partitioned_table.kept is 'Null: for ever.';

create function ensure_partitions(first_month date, months integer) returns integer
    language plpgsql security definer set search_path = public as $$
declare
    parent text;
    month_start date;
    made integer := 0;
begin
    if months not between 1 and 36 then
        raise exception 'months must be between 1 and 36, was %', months;
    end if;
    for parent in select name from partitioned_table order by name loop
        for step in 0 .. months - 1 loop
            month_start := (date_trunc('month', first_month) + make_interval(months => step))::date;
            if to_regclass(parent || '_' || to_char(month_start, 'YYYYMM')) is null then
                execute format('create table %I partition of %I for values from (%L) to (%L)',
                    parent || '_' || to_char(month_start, 'YYYYMM'), parent, month_start,
                    (month_start + interval '1 month')::date);
                made := made + 1;
            end if;
        end loop;
    end loop;
    return made;
end $$;
revoke execute on function ensure_partitions(date, integer) from public;
grant execute on function ensure_partitions(date, integer) to tillgate_app;

-- Drops the oldest month whose time is over, or erases rows of such months that lie in the default partition, and says what
-- went; null when there is nothing. Tables made later refer to those made earlier, so the later go first. A busy table is
-- waited for half a second only: sales queue behind a waiting lock.
create function drop_aged_partitions() returns text
    language plpgsql security definer set search_path = public set lock_timeout = '500ms' as $$
declare
    parent record;
    aged text;
    gone integer;
    told text;
    seen constant text := coalesce(current_setting('tillgate.tenants', true), '');
begin
    -- so that foreign keys see every tenant's rows: a month that something still refers to stays, and this fails
    perform set_config('tillgate.tenants', (select string_agg(id::text, ',') from tenant), true);
    for parent in
        select name, date_trunc('month', current_date - kept)::date as before from partitioned_table
        where kept is not null order by name::regclass::oid desc
    loop
        select c.relname into aged from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = parent.name::regclass and c.relname ~ ('^' || parent.name || '_[0-9]{6}$')
            and to_date(right(c.relname, 6), 'YYYYMM') < parent.before
            order by c.relname limit 1;
        if aged is not null then
            execute format('alter table %I detach partition %I', parent.name, aged);
            execute format('drop table %I', aged);
            told := aged;
            exit;
        end if;
        execute format('delete from %1$I where ctid = any (array(select ctid from %1$I where business_date < $1 limit 10000))',
            parent.name || '_default') using parent.before;
        get diagnostics gone = row_count;
        if gone > 0 then
            told := gone || ' rows of ' || parent.name || '_default';
            exit;
        end if;
    end loop;
    perform set_config('tillgate.tenants', seen, true);
    return told;
end $$;
revoke execute on function drop_aged_partitions() from public;
grant execute on function drop_aged_partitions() to tillgate_app;

create procedure keep_partitioned(target regclass, kept interval default null)
    language plpgsql as $$
begin
    insert into partitioned_table (name, kept) values (target::text, kept);
    perform ensure_partitions((current_date - interval '2 months')::date, 5);
    execute format('create table %I partition of %s default', target::text || '_default', target);
end $$;

create table outbox_event (
    tenant_id uuid not null,
    id uuid not null,
    type text not null check (length(type) between 1 and 80),
    key text not null check (length(key) between 1 and 200),
    payload jsonb not null,
    created_at timestamptz not null default now(),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    last_error text check (length(last_error) <= 500),
    dead boolean not null default false,
    primary key (tenant_id, id)
);
comment on table outbox_event is 'Committed with the change it tells of, removed when every listener has it; dead ones erased 90 days after they were made.';
create index outbox_event_due on outbox_event (next_attempt_at) where not dead;
create index outbox_event_order on outbox_event (tenant_id, key, id);
call protect_tenant_table('outbox_event');

create table audit_record (
    tenant_id uuid not null,
    business_date date not null,
    id uuid not null,
    occurred_at timestamptz not null,
    merchant_id uuid,
    actor text not null check (length(actor) between 1 and 200),
    actor_roles text[] not null default '{}',
    action text not null check (length(action) between 1 and 80),
    subject_type text not null check (length(subject_type) between 1 and 60),
    subject_id text not null check (length(subject_id) between 1 and 100),
    before jsonb,
    after jsonb,
    source text check (length(source) <= 100),
    correlation_id text check (length(correlation_id) <= 64),
    primary key (tenant_id, business_date, id)
) partition by range (business_date);
comment on table audit_record is 'Who changed what, when, from where. Append only; erased retention.audit after it happened, as the tenant file says (a year at least).';
create index audit_record_subject on audit_record (tenant_id, subject_type, subject_id, occurred_at desc);
create index audit_record_time on audit_record (tenant_id, occurred_at desc, id desc);
-- A merchant sees the records of its own merchant only; records without a merchant are the acquirer's.
call protect_merchant_table('audit_record');
call append_only('audit_record');
call erasable_when_older('audit_record', 'occurred_at', '1 year');
call keep_partitioned('audit_record');

create table job_lease (
    name text primary key check (length(name) <= 100),
    holder uuid not null,
    until timestamptz not null
);
comment on table job_lease is 'Which replica runs a job now, overwritten by the next holder; kept as one row a job.';
grant select, insert, update, delete on job_lease to tillgate_app;

create table stored_file (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid,
    name text not null check (length(name) between 1 and 200),
    content_type text not null check (length(content_type) <= 100),
    size_bytes integer not null check (size_bytes between 1 and 10485760),
    sha256 bytea not null,
    sealed bytea not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
comment on table stored_file is 'Uploaded documents, encrypted. Erased with the record that owns it.';
call protect_tenant_table('stored_file');
-- An applicant's files have no merchant yet: who may open those is decided with the application they belong to.
create policy own_merchant on stored_file as restrictive for all
    using ((select tillgate_merchant()) is null or merchant_id is null or merchant_id = (select tillgate_merchant()));

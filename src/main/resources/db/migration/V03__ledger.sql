-- The book. Written by io.tillgate.ledger only; append only; balanced by code and, below, by the database.

create table ledger_account (
  tenant_id uuid not null,
  id uuid not null,
  code text not null check (length(code) between 1 and 40),
  merchant_account_id uuid,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  opened_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, code, merchant_account_id, currency)
);
comment on table ledger_account is 'What is counted apart: one account a code, merchant account and currency. Append only; kept for the life of the tenant.';

-- The same source is booked under one rule once, ever: a unique key that spans partitions needs a narrow table of its own.
create table journal_source (
  tenant_id uuid not null,
  source_kind text not null check (length(source_kind) between 1 and 40),
  source_id uuid not null,
  rule text not null check (length(rule) between 1 and 40),
  business_date date not null,
  entry_id uuid not null,
  primary key (tenant_id, source_kind, source_id, rule)
);
comment on table journal_source is 'What was booked under which rule, once, ever. Append only; kept for the life of the tenant.';

-- inserted_by orders entries for the sealer: it takes only what is older than every running writer.
create table journal_entry (
  tenant_id uuid not null,
  business_date date not null,
  id uuid not null,
  source_kind text not null check (length(source_kind) between 1 and 40),
  source_id uuid not null,
  rule text not null check (length(rule) between 1 and 40),
  posting_count smallint not null check (posting_count between 2 and 16),
  recorded_at timestamptz not null default now(),
  inserted_by xid8 not null default pg_current_xact_id(),
  primary key (tenant_id, business_date, id)
) partition by range (business_date);
comment on table journal_entry is 'Balanced bookings. Append only; kept for the life of the tenant: balances and chain are proved from the first entry on. Old months may move to slower storage.';
create index journal_entry_unsealed on journal_entry (tenant_id, inserted_by, id);

create table journal_posting (
  tenant_id uuid not null,
  business_date date not null,
  entry_id uuid not null,
  line smallint not null check (line between 1 and 16),
  account_id uuid not null,
  amount bigint not null check (amount <> 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  primary key (tenant_id, business_date, entry_id, line)
) partition by range (business_date);
comment on table journal_posting is 'The lines of the entries: ids and amounts, no personal data. Append only; kept for the life of the tenant.';
create index journal_posting_account on journal_posting (tenant_id, account_id, business_date, entry_id, line);

-- Kept by the trigger below and by nobody else.
create table ledger_balance (
  tenant_id uuid not null,
  account_id uuid not null,
  amount bigint not null,
  postings bigint not null,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references ledger_account (tenant_id, id)
);
comment on table ledger_balance is 'The sum of an account''s postings, kept up by a trigger and provable from the journal; kept for the life of the tenant.';

-- All postings of an entry come in one statement: lines 1 to posting_count, one currency, sum zero, open accounts of that currency.
-- A later statement can add none, since its lines would meet the primary key. Balances are summed first and written in key
-- order, so that two writers never wait for each other in a circle.
create function journal_posting_checked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wrong uuid;
begin
  select p.entry_id into wrong
    from posted p
    left join journal_entry e on e.tenant_id = p.tenant_id and e.business_date = p.business_date and e.id = p.entry_id
   group by p.tenant_id, p.business_date, p.entry_id
  having sum(p.amount) <> 0 or count(distinct p.currency) <> 1
      or max(e.posting_count) is null or count(*) <> max(e.posting_count) or max(p.line) <> max(e.posting_count)
   limit 1;
  if wrong is not null then
    raise exception 'journal entry % is incomplete or out of balance', wrong using errcode = 'check_violation';
  end if;

  select p.account_id into wrong
    from posted p
    left join ledger_account a on a.tenant_id = p.tenant_id and a.id = p.account_id and a.currency = p.currency
   where a.id is null
   limit 1;
  if wrong is not null then
    raise exception 'ledger account % is not open in that currency', wrong using errcode = 'foreign_key_violation';
  end if;

  insert into ledger_balance (tenant_id, account_id, amount, postings)
  select tenant_id, account_id, sum(amount), count(*)
    from posted
   group by tenant_id, account_id
   order by tenant_id, account_id
  on conflict (tenant_id, account_id) do update
     set amount = ledger_balance.amount + excluded.amount, postings = ledger_balance.postings + excluded.postings;
  return null;
end $$;

create trigger journal_posting_checked after insert on journal_posting
  referencing new table as posted for each statement execute function journal_posting_checked();

-- An entry comes with its postings, in the same statement.
create function journal_entry_checked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bare uuid;
begin
  select e.id into bare
    from entered e
   where not exists (select from journal_posting p
                      where p.tenant_id = e.tenant_id and p.business_date = e.business_date and p.entry_id = e.id and p.line = 1)
   limit 1;
  if bare is not null then
    raise exception 'journal entry % has no postings', bare using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger journal_entry_checked after insert on journal_entry
  referencing new table as entered for each statement execute function journal_entry_checked();

-- The chain: committed entries, numbered without gaps and linked. Written by one sealer per tenant, never in a sale's transaction.
create table ledger_chain (
  tenant_id uuid not null,
  number bigint not null check (number >= 0),
  hash bytea not null check (length(hash) = 32),
  sealed_by xid8 not null,
  sealed_entry uuid not null,
  version bigint not null,
  primary key (tenant_id)
);
comment on table ledger_chain is 'Up to where a tenant''s journal is sealed; one row a tenant, kept for the life of the tenant.';

create table journal_seal (
  tenant_id uuid not null,
  number bigint not null check (number > 0),
  business_date date not null,
  entry_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  primary key (tenant_id, number),
  unique (tenant_id, business_date, entry_id)
);
comment on table journal_seal is 'The number and hash of each sealed entry. Append only; kept for the life of the tenant.';

create table ledger_block (
  tenant_id uuid not null,
  last_number bigint not null check (last_number > 0),
  hash bytea not null check (length(hash) = 32),
  signature bytea not null check (length(signature) between 1 and 512),
  sealed_at timestamptz not null default now(),
  primary key (tenant_id, last_number)
);
comment on table ledger_block is 'Signed heads of the chain, as auditors get them. Append only; kept for the life of the tenant.';

call keep_partitioned('journal_entry');
call keep_partitioned('journal_posting');

call protect_tenant_table('ledger_account');
call protect_tenant_table('journal_source');
call protect_tenant_table('journal_entry');
call protect_tenant_table('journal_posting');
call protect_tenant_table('ledger_balance');
call protect_tenant_table('ledger_chain');
call protect_tenant_table('journal_seal');
call protect_tenant_table('ledger_block');

call append_only('ledger_account');
call append_only('journal_source');
call append_only('journal_entry');
call append_only('journal_posting');
call append_only('journal_seal');
call append_only('ledger_block');
revoke insert, update, delete on ledger_balance from tillgate_app;
revoke delete on ledger_chain from tillgate_app;

-- The book is closed to transactions of a merchant: its rows have no merchant, and totals tell about the neighbours.
do $$
declare
  t text;
begin
  foreach t in array array['ledger_account', 'journal_source', 'journal_entry', 'journal_posting', 'ledger_balance',
                           'ledger_chain', 'journal_seal', 'ledger_block'] loop
    execute format('create policy no_merchant on %I as restrictive for all using ((select tillgate_merchant()) is null)', t);
  end loop;
end $$;

-- What merchant accounts pay by the month, beside what each payment costs.

-- A month is opened by its first cut-off and trued up once, when it can get no more runs. A month that was not opened, for
-- example one before this table was there, is never trued up.
create table fee_month (
    tenant_id uuid not null,
    month date not null check (extract(day from month) = 1),
    begun_on date not null,
    trued_up_on date,
    primary key (tenant_id, month),
    check (trued_up_on is null or trued_up_on > month)
);
comment on table fee_month is 'Which months were trued up to tiers and minimum. Kept for the life of the tenant: it says that no month is charged twice.';
create index fee_month_open on fee_month (tenant_id, month) where trued_up_on is null;
call protect_tenant_table('fee_month');
create policy no_merchant on fee_month as restrictive for all using ((select tillgate_merchant()) is null);

-- One fee and all that explains it. Positive is charged to the merchant. Written with its entry in the journal.
create table account_fee (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    kind text not null check (kind in ('monthly', 'tier', 'monthly-minimum')),
    month date not null check (extract(day from month) = 1),
    currency char(3) not null,
    amount bigint not null check (amount <> 0),
    fee_plan text not null check (length(fee_plan) between 1 and 60),
    days integer not null check (days between 0 and 31),
    whole_month bigint check (whole_month > 0),
    volume bigint,
    payments bigint,
    tier_from bigint check (tier_from > 0),
    parts_per_million integer check (parts_per_million between 0 and 1000000),
    per_item bigint check (per_item >= 0),
    charged bigint,
    booked_on date not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, merchant_account_id, kind, month),
    check (kind = 'tier' or amount > 0),
    check ((kind <> 'tier') = (whole_month is not null)),
    check ((kind <> 'monthly') = (charged is not null)),
    check (case kind when 'tier' then num_nulls(volume, payments, tier_from, parts_per_million, per_item) = 0
        else num_nonnulls(volume, payments, tier_from, parts_per_million, per_item) = 0 end)
);
comment on table account_fee is 'Each monthly fee, minimum and tier difference, and how it was worked out. Append only; kept for the life of the tenant: what we owe is proved from the first one on.';
create index account_fee_booked on account_fee (tenant_id, booked_on);
call protect_merchant_table('account_fee');
call append_only('account_fee');

-- A correction by hand. Positive is in the merchant's favour. The merchant reads the reason, staff alone the note.
create table adjustment (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    amount bigint not null check (amount <> 0 and abs(amount) <= 100000000000),
    currency char(3) not null,
    reason text check (length(reason) between 1 and 200),
    note text check (length(note) between 1 and 500),
    state text not null check (state in ('proposed', 'confirmed', 'rejected')),
    proposed_by text not null check (length(proposed_by) between 1 and 200),
    proposed_by_name text not null check (length(proposed_by_name) between 1 and 200),
    proposed_at timestamptz not null,
    decided_by text check (length(decided_by) between 1 and 200),
    decided_by_name text check (length(decided_by_name) between 1 and 200),
    decided_at timestamptz,
    decision_reason text check (length(decision_reason) between 1 and 200),
    booked_on date,
    primary key (tenant_id, id),
    foreign key (tenant_id, merchant_account_id) references merchant_account (tenant_id, id),
    check ((state = 'proposed') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((state = 'confirmed') = (booked_on is not null)),
    constraint two_people check (state <> 'confirmed' or decided_by <> proposed_by)
);
comment on table adjustment is 'A credit or debit that one person proposed and another confirmed. Kept for the life of the tenant: what we owe is proved from the first one on; reason and note erased 10 years after the proposal.';
create index adjustment_state on adjustment (tenant_id, state, id desc);
create index adjustment_account on adjustment (tenant_id, merchant_account_id);
call protect_merchant_table('adjustment');

-- What share of an account's sales is held back, and for how long. The last confirmed row of an account is in force.
create table reserve_terms (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    parts_per_million integer not null check (parts_per_million between 0 and 1000000),
    days integer not null check (days between 1 and 730),
    reason text not null check (length(reason) between 1 and 200),
    state text not null check (state in ('proposed', 'confirmed', 'rejected')),
    proposed_by text not null check (length(proposed_by) between 1 and 200),
    proposed_by_name text not null check (length(proposed_by_name) between 1 and 200),
    proposed_at timestamptz not null,
    decided_by text check (length(decided_by) between 1 and 200),
    decided_by_name text check (length(decided_by_name) between 1 and 200),
    decided_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, merchant_account_id) references merchant_account (tenant_id, id),
    check ((state = 'proposed') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    constraint two_people check (state <> 'confirmed' or decided_by <> proposed_by)
);
comment on table reserve_terms is 'Agreed share and days of an account''s rolling reserve, as one person proposed and another confirmed them. Kept for the life of the tenant: it says why money was held.';
create index reserve_terms_account on reserve_terms (tenant_id, merchant_account_id, decided_at desc) where state = 'confirmed';
call protect_merchant_table('reserve_terms');

-- Up to which sealed number sales were looked at for reserves; no row while no account has one.
create table reserve_mark (
    tenant_id uuid not null,
    through_number bigint not null check (through_number >= 0),
    primary key (tenant_id)
);
comment on table reserve_mark is 'Where the next reserve of each account begins. Kept as one row a tenant.';
call protect_tenant_table('reserve_mark');
create policy no_merchant on reserve_mark as restrictive for all using ((select tillgate_merchant()) is null);

-- What was held back of one account at one cut-off.
create table reserve (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    currency char(3) not null,
    base bigint not null check (base > 0),
    parts_per_million integer not null check (parts_per_million between 1 and 1000000),
    amount bigint not null check (amount > 0 and amount <= base),
    held_on date not null,
    release_on date not null,
    released_on date,
    primary key (tenant_id, id),
    check (release_on > held_on),
    check (released_on >= release_on)
);
comment on table reserve is 'Each amount that was held back, until it is released. Kept for the life of the tenant: what we hold is proved from the first one on.';
create index reserve_due on reserve (tenant_id, release_on) where released_on is null;
create index reserve_merchant on reserve (tenant_id, merchant_id, id desc);
call protect_merchant_table('reserve');

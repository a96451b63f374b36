-- Merchants, their accounts, stores and payout bank accounts; changes that take two people.

create table merchant (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null generated always as (id) stored,
    version integer not null default 0,
    application_id uuid not null,
    legal_name text not null check (length(legal_name) between 1 and 200),
    trading_name text not null check (length(trading_name) between 1 and 200),
    legal_form text not null check (length(legal_form) between 1 and 60),
    country char(2) not null,
    registration_number text not null check (length(registration_number) between 2 and 60),
    website text check (length(website) between 4 and 300),
    may_trade boolean not null default true,
    may_be_paid boolean not null default true,
    standing_reason text check (length(standing_reason) between 1 and 500),
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, application_id)
);
comment on table merchant is 'A business that may trade; kept for the life of the tenant, since a contract has no end yet after which its time would count.';
comment on column merchant.application_id is 'Unique: one application becomes one merchant, however often approval is pressed.';
create index merchant_name on merchant (tenant_id, lower(trading_name), id);
call protect_merchant_table('merchant');

create table bank_account (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    holder text not null check (length(holder) between 1 and 140),
    iban text check (length(iban) between 15 and 34),
    cnaps char(12),
    account_number text check (length(account_number) between 8 and 32),
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, merchant_id) references merchant (tenant_id, id),
    check ((iban is not null and cnaps is null and account_number is null)
        or (iban is null and cnaps is not null and account_number is not null))
);
comment on table bank_account is 'Where payouts go; a change makes a new row. Erased 10 years after it went out of use.';
create index bank_account_merchant on bank_account (tenant_id, merchant_id);
call protect_merchant_table('bank_account');

create table merchant_account (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    version integer not null default 0,
    number char(15) not null check (number ~ '^[0-9]{15}$'),
    currency char(3) not null,
    category_code char(4) not null,
    fee_plan text not null check (length(fee_plan) between 1 and 60),
    payout_account_id uuid not null,
    open boolean not null default true,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, merchant_id) references merchant (tenant_id, id),
    foreign key (tenant_id, payout_account_id) references bank_account (tenant_id, id)
);
comment on table merchant_account is 'One way of trading of a merchant: number (ISO 8583 field 42), currency, category, price list, payout account. Kept with its merchant.';
create index merchant_account_merchant on merchant_account (tenant_id, merchant_id, id);
call protect_merchant_table('merchant_account');

create table merchant_number_counter (
    tenant_id uuid primary key,
    last_sequence bigint not null check (last_sequence > 0)
);
comment on table merchant_number_counter is 'The last sequence from which a merchant number was made. Kept for the life of the tenant.';
call protect_tenant_table('merchant_number_counter');

create table store (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    version integer not null default 0,
    name_en text not null check (length(name_en) between 1 and 100),
    name_zh text check (length(name_zh) between 1 and 100),
    line1 text not null check (length(line1) between 1 and 120),
    line2 text check (length(line2) between 1 and 120),
    city text not null check (length(city) between 1 and 80),
    region text check (length(region) between 1 and 80),
    postal_code text check (length(postal_code) between 1 and 16),
    country char(2) not null,
    time_zone text not null check (length(time_zone) between 1 and 60),
    phone text check (length(phone) between 4 and 24),
    archived boolean not null default false,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, merchant_id) references merchant (tenant_id, id)
);
comment on table store is 'A place of business. Archived, not deleted, since receipts and reports name it; kept with its merchant.';
create index store_merchant on store (tenant_id, merchant_id, id);
call protect_merchant_table('store');

create table change_request (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    version integer not null default 0,
    account_id uuid,
    kind text not null check (kind in ('bank-account', 'fee-plan', 'new-account')),
    state text not null check (state in ('proposed', 'confirmed', 'rejected')),
    currency char(3),
    category_code char(4),
    fee_plan text check (length(fee_plan) between 1 and 60),
    holder text check (length(holder) between 1 and 140),
    iban text check (length(iban) between 15 and 34),
    cnaps char(12),
    account_number text check (length(account_number) between 8 and 32),
    reason text not null check (length(reason) between 1 and 500),
    proposed_by text not null check (length(proposed_by) between 1 and 200),
    proposed_by_name text not null check (length(proposed_by_name) between 1 and 200),
    proposed_at timestamptz not null,
    decided_by text check (length(decided_by) between 1 and 200),
    decided_by_name text check (length(decided_by_name) between 1 and 200),
    decided_at timestamptz,
    decision_reason text check (length(decision_reason) between 1 and 500),
    primary key (tenant_id, id),
    foreign key (tenant_id, merchant_id) references merchant (tenant_id, id),
    foreign key (tenant_id, account_id) references merchant_account (tenant_id, id),
    check ((kind = 'new-account' and state <> 'confirmed') = (account_id is null)),
    check ((kind = 'new-account') = (currency is not null and category_code is not null)),
    check ((state = 'proposed') = (decided_by is null)),
    constraint two_people check (state <> 'confirmed' or decided_by <> proposed_by)
);
comment on table change_request is 'A change that one person proposed and another has to confirm. Erased 10 years after it was decided, an undecided one after it was proposed.';
create unique index change_request_open on change_request (tenant_id, account_id, kind) where state = 'proposed';
create index change_request_queue on change_request (tenant_id, state, id);
call protect_merchant_table('change_request');

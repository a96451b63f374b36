-- From the sealed journal to payouts: runs, what they net, payouts and their attempts, payment files, what card hosts owe a run,
-- and what a person has to look at.

-- A run covers the sealed numbers in (from_number, to_number]. Each begins where the one before ended, so every entry is in
-- exactly one: the second unique key refuses a run that would begin where another did.
create table settlement_run (
    tenant_id uuid not null,
    id uuid not null,
    business_date date not null,
    cycle integer not null check (cycle > 0),
    occasion text not null check (occasion in ('calendar', 'person')),
    from_number bigint not null check (from_number >= 0),
    to_number bigint not null,
    sequence bigint not null check (sequence > 0),
    cut_at timestamptz not null,
    cut_by text not null check (length(cut_by) between 1 and 200),
    recorded_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, business_date, cycle),
    unique (tenant_id, sequence),
    check (to_number >= from_number)
);
comment on table settlement_run is 'Which stretch of the journal a cut-off settled. Append only; kept for the life of the tenant: it says that no entry is in two runs.';
create unique index settlement_run_calendar on settlement_run (tenant_id, business_date) where occasion = 'calendar';
create unique index settlement_run_begin on settlement_run (tenant_id, from_number) where to_number > from_number;
call protect_tenant_table('settlement_run');
call append_only('settlement_run');

-- What a run came to for one merchant account. Signs are the merchant's: what adds to the payout is positive.
create table settlement_account (
    tenant_id uuid not null,
    run_id uuid not null,
    merchant_account_id uuid not null,
    currency char(3) not null,
    merchant_id uuid not null,
    business_date date not null,
    cycle integer not null,
    cut_at timestamptz not null,
    items integer not null check (items >= 0),
    sales_count integer not null,
    sales bigint not null,
    refunds_count integer not null,
    refunds bigint not null,
    voids_count integer not null,
    voids bigint not null,
    fees bigint not null,
    chargebacks bigint not null,
    reserves bigint not null,
    adjustments bigint not null,
    carried_in bigint not null,
    net bigint not null,
    carried_out bigint not null,
    outcome text not null check (outcome in ('payout', 'carried')),
    payout_id uuid,
    primary key (tenant_id, run_id, merchant_account_id, currency),
    foreign key (tenant_id, run_id) references settlement_run (tenant_id, id),
    check (net = carried_in + sales + refunds + voids + fees + chargebacks + reserves + adjustments),
    check ((outcome = 'payout') = (payout_id is not null)),
    check (carried_out = case outcome when 'carried' then net else 0 end)
);
comment on table settlement_account is 'A run, netted for one merchant account; the database checks the sum. Erased 10 years after its run.';
create index settlement_account_merchant on settlement_account (tenant_id, merchant_id, run_id desc);
call protect_merchant_table('settlement_account');

-- What a run consists of, down to the payment: a copy of what the journal says, since the journal is closed to merchants.
-- The business date is the run's, booked_on that of the entry. The number is that of the (first) entry in the chain.
create table settlement_item (
    tenant_id uuid not null,
    business_date date not null,
    number bigint not null,
    run_id uuid not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    kind text not null check (length(kind) between 1 and 40),
    source_kind text not null check (length(source_kind) between 1 and 40),
    source_id uuid not null,
    booked_on date not null,
    booked_at timestamptz not null,
    currency char(3) not null,
    gross bigint not null,
    fee bigint not null,
    primary key (tenant_id, business_date, number)
) partition by range (business_date);
comment on table settlement_item is 'Each payment, refund or correction of a run: gross and fee, both in the merchant''s sign. Append only; dropped by whole months after 10 years.';
create index settlement_item_account on settlement_item (tenant_id, run_id, merchant_account_id, number);
create index settlement_item_source on settlement_item (tenant_id, source_id);
call protect_merchant_table('settlement_item');
call append_only('settlement_item');
call keep_partitioned('settlement_item', '10 years');

-- What was settled and not made into a payout: negative, too small, or of a payout that was cancelled.
create table settlement_carry (
    tenant_id uuid not null,
    merchant_account_id uuid not null,
    currency char(3) not null,
    merchant_id uuid not null,
    amount bigint not null,
    primary key (tenant_id, merchant_account_id, currency)
);
comment on table settlement_carry is 'Carried into the next run. Kept as one row a merchant account.';
create index settlement_carry_open on settlement_carry (tenant_id) where amount <> 0;
call protect_merchant_table('settlement_carry');

-- A pain.001 message. Holds all that its XML is made of, so that the same bytes can be made again.
create table payment_file (
    tenant_id uuid not null,
    id uuid not null,
    message_id text not null check (length(message_id) between 1 and 35),
    currency char(3) not null,
    payouts integer not null check (payouts >= 0),
    total bigint not null check (total >= 0),
    state text not null check (state in ('ready', 'fetched', 'cancelled')),
    execution_date date not null,
    debtor_holder text not null check (length(debtor_holder) between 1 and 140),
    debtor_iban text check (length(debtor_iban) <= 34),
    debtor_bic text check (length(debtor_bic) <= 11),
    debtor_account text check (length(debtor_account) <= 34),
    debtor_bank_code text check (length(debtor_bank_code) <= 35),
    created_at timestamptz not null,
    released_by text not null check (length(released_by) between 1 and 200),
    fetched_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, message_id),
    check ((state = 'fetched') = (fetched_at is not null)),
    check ((state = 'cancelled') = (payouts = 0))
);
comment on table payment_file is 'What was released together. Whether it may still be changed is decided by its state, in this one row. Kept for the life of the tenant.';
create index payment_file_ready on payment_file (tenant_id, id) where state = 'ready';
call protect_tenant_table('payment_file');

create table payout (
    tenant_id uuid not null,
    id uuid not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    run_id uuid not null,
    business_date date not null,
    amount bigint not null check (amount > 0),
    currency char(3) not null,
    attempt integer not null default 1 check (attempt > 0),
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, run_id, merchant_account_id, currency),
    foreign key (tenant_id, run_id) references settlement_run (tenant_id, id)
);
comment on table payout is 'Money to one merchant account for one run. Kept for the life of the tenant: what we owe is proved from the first one on.';
create index payout_merchant on payout (tenant_id, merchant_id, id desc);
call protect_merchant_table('payout');

-- Each try to pay it. State and signatures are here; the newest attempt's state is the payout's.
create table payout_attempt (
    tenant_id uuid not null,
    id uuid not null,
    payout_id uuid not null,
    merchant_id uuid not null,
    number integer not null check (number > 0),
    end_to_end_id text not null check (length(end_to_end_id) between 1 and 35),
    amount bigint not null check (amount > 0),
    currency char(3) not null,
    state text not null check (state in ('held', 'drafted', 'signed', 'released', 'fetched', 'accepted', 'booked', 'rejected',
        'returned', 'cancelled')),
    bank_account_id uuid not null,
    holder text check (length(holder) between 1 and 140),
    iban text check (length(iban) <= 34),
    cnaps text check (length(cnaps) <= 12),
    account_number text check (length(account_number) <= 32),
    signed_by text check (length(signed_by) <= 200),
    signed_by_name text check (length(signed_by_name) <= 200),
    signed_at timestamptz,
    released_by text check (length(released_by) <= 200),
    released_by_name text check (length(released_by_name) <= 200),
    released_at timestamptz,
    file_id uuid,
    bank_reference text check (length(bank_reference) <= 100),
    return_reference text check (length(return_reference) <= 100),
    booked_on date,
    reason_code text check (length(reason_code) <= 35),
    reason text check (length(reason) <= 500),
    created_at timestamptz not null,
    changed_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, payout_id, number),
    unique (tenant_id, end_to_end_id),
    foreign key (tenant_id, payout_id) references payout (tenant_id, id),
    foreign key (tenant_id, file_id) references payment_file (tenant_id, id),
    constraint two_people check (released_by is null or released_by <> signed_by),
    check (state not in ('signed', 'released', 'fetched', 'accepted', 'booked', 'returned') or signed_by is not null),
    check (state not in ('released', 'fetched', 'accepted', 'booked', 'returned')
        or (released_by is not null and file_id is not null))
);
comment on table payout_attempt is 'One try to pay a payout, with its two signatures and the bank''s answers. Kept for the life of the tenant; holder and account erased 10 years after the attempt.';
create index payout_attempt_state on payout_attempt (tenant_id, state, payout_id desc) where state <> 'booked';
create index payout_attempt_file on payout_attempt (tenant_id, file_id);
call protect_merchant_table('payout_attempt');

-- What the card host owes for a run.
create table host_funding (
    tenant_id uuid not null,
    id uuid not null,
    run_id uuid not null,
    business_date date not null,
    currency char(3) not null,
    expected bigint not null check (expected <> 0),
    state text not null check (state in ('expected', 'received')),
    received bigint,
    cost bigint,
    bank_reference text check (length(bank_reference) between 1 and 100),
    settlement_date date,
    received_by text check (length(received_by) <= 200),
    received_at timestamptz,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, run_id, currency),
    unique (tenant_id, bank_reference),
    foreign key (tenant_id, run_id) references settlement_run (tenant_id, id),
    check (case state when 'expected' then received is null and cost is null and bank_reference is null
        else received + cost = expected and bank_reference is not null and received_at is not null end)
);
comment on table host_funding is 'What card hosts owe for a run and what they paid. Kept for the life of the tenant: what they still owe is proved from it.';
create index host_funding_expected on host_funding (tenant_id, id) where state = 'expected';
call protect_tenant_table('host_funding');

-- Something that the bank said and that fits nothing, or that must not be so: work for a person.
create table bank_break (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null check (length(kind) between 1 and 40),
    detail text not null check (length(detail) between 1 and 500),
    amount bigint,
    currency char(3),
    bank_reference text check (length(bank_reference) <= 100),
    end_to_end_id text check (length(end_to_end_id) <= 35),
    payout_id uuid,
    state text not null default 'open' check (state in ('open', 'resolved')),
    number bigint generated always as identity,
    created_at timestamptz not null,
    resolved_by text check (length(resolved_by) <= 200),
    resolved_at timestamptz,
    resolution text check (length(resolution) between 1 and 500),
    primary key (tenant_id, id),
    check ((amount is null) = (currency is null)),
    check ((state = 'resolved') = (resolved_by is not null and resolved_at is not null and resolution is not null))
);
comment on table bank_break is 'A difference between the bank and the book, until a person says what became of it. Erased 10 years after it was resolved.';
create index bank_break_newest on bank_break (tenant_id, number desc);
call protect_tenant_table('bank_break');

create table settlement_request (
    tenant_id uuid not null,
    request_id uuid not null,
    body_hash bytea not null,
    answer jsonb not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, request_id)
);
comment on table settlement_request is 'The Idempotency-Key of each request that moved money, and its answer. Erased 90 days after it was made.';
create index settlement_request_age on settlement_request using brin (created_at) with (autosummarize = on);
call protect_tenant_table('settlement_request');

-- Totals tell a merchant about its neighbours; what is its own stands in the tables above that have a merchant.
do $$
declare
  t text;
begin
  foreach t in array array['settlement_run', 'payment_file', 'host_funding', 'bank_break', 'settlement_request'] loop
    execute format('create policy no_merchant on %I as restrictive for all using ((select tillgate_merchant()) is null)', t);
  end loop;
end $$;

-- For the acquirer's desk: what each entry of a bank's message came to, and payments found by what is printed on a slip.

-- The message says how many; this says which. Written with the message, never changed: what came of it later stands on the payout.
create table bank_entry (
    tenant_id uuid not null,
    message_id uuid not null,
    number integer not null check (number > 0),
    what text not null check (what in ('accepted', 'rejected', 'status', 'paid', 'back', 'funding', 'other', 'odd')),
    outcome text not null check (outcome in ('done', 'known', 'waiting', 'broken')),
    end_to_end_id text check (length(end_to_end_id) <= 35),
    amount bigint,
    currency char(3),
    reference text check (length(reference) <= 100),
    reason_code text check (length(reason_code) <= 35),
    reason text check (length(reason) <= 500),
    break_id uuid,
    told_at timestamptz not null,
    primary key (tenant_id, message_id, number),
    check ((amount is null) = (currency is null)),
    check ((outcome = 'broken') = (break_id is not null))
);
comment on table bank_entry is 'What each entry of a bank''s message came to, in its order of work. Erased 10 years after it was told.';
create index bank_entry_of_payout on bank_entry (tenant_id, end_to_end_id) where end_to_end_id is not null;
create index bank_entry_by_reference on bank_entry (tenant_id, reference) where reference is not null;
create index bank_entry_age on bank_entry using brin (told_at) with (autosummarize = on);
call protect_tenant_table('bank_entry');
create policy no_merchant on bank_entry as restrictive for all using ((select tillgate_merchant()) is null);

-- A card host's reference and authorisation code, as cardholders' banks quote them. Both come with the host's answer, so that
-- only the second commit of a payment pays for them; a row without is in neither.
create index payment_by_rrn on payment (tenant_id, rrn) where rrn is not null;
create index payment_by_auth_code on payment (tenant_id, auth_code) where auth_code is not null;

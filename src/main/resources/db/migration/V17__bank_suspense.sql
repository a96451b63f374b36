-- Money that the bank moved and that nobody expected stands in suspense until two people said whose it is.

alter table bank_break
    add column booking text check (length(booking) between 1 and 300),
    add column moved bigint check (moved <> 0),
    add column belongs text check (belongs in ('nothing', 'funding', 'payout', 'merchant', 'bank', 'set-off')),
    add column belongs_to uuid,
    add column proposed_by text check (length(proposed_by) <= 200),
    add column proposed_by_name text check (length(proposed_by_name) <= 200),
    add column proposed_at timestamptz,
    add column confirmed_by text check (length(confirmed_by) <= 200),
    drop constraint bank_break_state_check,
    add constraint bank_break_state_check check (state in ('open', 'proposed', 'resolved')),
    add constraint bank_break_moved check (moved is null or (currency is not null and abs(moved) = abs(amount))),
    add constraint bank_break_proposed check (state <> 'proposed'
        or (belongs is not null and resolution is not null and proposed_by is not null and proposed_at is not null)),
    add constraint bank_break_two_people check (confirmed_by is null or confirmed_by <> proposed_by),
    add constraint bank_break_resolved_by_two check (moved is null or state <> 'resolved'
        or (belongs is not null and belongs <> 'nothing' and proposed_by is not null and confirmed_by is not null));
comment on table bank_break is 'A difference between the bank and the book, until two people said what became of it. Kept for the life of the tenant: what stands in suspense is proved from it; detail and resolution erased 10 years after it was resolved.';
comment on column bank_break.booking is 'Which booking of the bank it is; null where none was told.';
comment on column bank_break.moved is 'What the bank account changed by: it stands in suspense until the difference is resolved.';
create index bank_break_held on bank_break (tenant_id) where moved is not null and state <> 'resolved';
create index bank_break_merchant on bank_break (tenant_id) where belongs = 'merchant' and state = 'resolved';

-- A statement that does not add up is told like a booking and has no amount.
alter table bank_booking
    alter column amount drop not null,
    alter column currency drop not null,
    add constraint bank_booking_amount check ((amount is null) = (currency is null));

-- A message on which we failed leaves a trace, one however often it is sent; sent again it may be taken.
alter table bank_message
    drop constraint bank_message_state_check,
    add constraint bank_message_state_check check (state in ('taken', 'refused', 'failed')),
    drop constraint bank_message_check,
    add constraint bank_message_whole check (state = 'refused'
        or (message is not null and message_id is not null and fingerprint is not null and content is not null));
create unique index bank_message_failed on bank_message (tenant_id, kind, message_id) where state = 'failed';
create index bank_booking_overdue on bank_booking (tenant_id, told_at) where outcome = 'waiting';
comment on table bank_message is 'Each message of a bank with the answer it got; the XML of those that were taken, and of those on which we failed. Erased 10 years after it came.';

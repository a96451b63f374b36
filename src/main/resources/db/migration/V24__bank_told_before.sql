-- Two people may say that the book had a booking already, which the bank told in another way.

alter table bank_break
    drop constraint bank_break_belongs_check,
    add constraint bank_break_belongs_check
        check (belongs in ('nothing', 'funding', 'payout', 'merchant', 'bank', 'set-off', 'told-before'));

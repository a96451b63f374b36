-- Sales by card as the sale path books them: a payment, an entry for it and one for its fee. Parameters: tenant, day, accounts
-- of the book for what the card host owes and for fees, merchants, accounts, payable accounts, first and last sale.
with told as materialized (
  select ?::uuid as tenant, ?::date as today, ?::uuid as receivable, ?::uuid as income),
shop as materialized (
  select s.*, count(*) over () as shops from unnest(?::uuid[], ?::uuid[], ?::uuid[])
    with ordinality as s(merchant, account, payable, place)),
sold as materialized (
  select t.*, s.merchant, s.account, s.payable, uuidv7() as payment, uuidv7() as entry, uuidv7() as fee_entry,
         500 + n % 1000 as amount, 5 + n % 20 as fee
    from told t, generate_series(?::int, ?::int) n join shop s on s.place = 1 + n % s.shops),
paid as (
  insert into payment (tenant_id, business_date, id, merchant_id, merchant_account_id, store_id, terminal_number,
                       merchant_number, mcc, zone, request_channel, request_id, sale_id, kind, tender, state, amount,
                       currency, approved_amount, fee, duty, card_masked, card_scheme)
  select tenant, today, payment, merchant, account, merchant, 'T0000001', '000000000000001', '5411', 'UTC', 'bench', payment,
         payment, 'sale', 'card', 'approved', amount, 'EUR', amount, fee, 'nothing', '411111******1111', 'visa'
    from sold),
claimed as (
  insert into journal_source (tenant_id, source_kind, source_id, rule, business_date, entry_id)
  select tenant, 'payment', payment, 'sale', today, entry from sold
  union all select tenant, 'payment', payment, 'sale-fee', today, fee_entry from sold),
entered as (
  insert into journal_entry (tenant_id, business_date, id, source_kind, source_id, rule, posting_count)
  select tenant, today, entry, 'payment', payment, 'sale', 2 from sold
  union all select tenant, today, fee_entry, 'payment', payment, 'sale-fee', 2 from sold),
posted as (
  insert into journal_posting (tenant_id, business_date, entry_id, line, account_id, amount, currency)
  select tenant, today, entry, 1, receivable, amount, 'EUR' from sold
  union all select tenant, today, entry, 2, payable, -amount, 'EUR' from sold
  union all select tenant, today, fee_entry, 1, payable, fee, 'EUR' from sold
  union all select tenant, today, fee_entry, 2, income, -fee, 'EUR' from sold)
select count(*) from sold

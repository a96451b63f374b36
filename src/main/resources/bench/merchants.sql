-- Merchants that may be paid, each with one account of our book. Parameters: tenant, merchants, accounts, their payable and
-- reserve accounts in the book, the first merchant number.
with told as materialized (select ?::uuid as tenant),
shop as materialized (
  select t.tenant, s.* from told t, unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[])
    with ordinality as s(merchant, account, payable, reserve, place)),
merchants as (
  insert into merchant (tenant_id, id, application_id, legal_name, trading_name, legal_form, country, registration_number,
                        created_at)
  select tenant, merchant, merchant, 'Measured shop ' || place, 'Measured shop ' || place, 'BV', 'NL', '12345678', now()
    from shop),
banks as (
  insert into bank_account (tenant_id, id, merchant_id, holder, iban, created_at)
  select tenant, merchant, merchant, 'Measured shop ' || place, 'NL91ABNA0417164300', now() from shop),
accounts as (
  insert into merchant_account (tenant_id, id, merchant_id, number, currency, category_code, fee_plan, payout_account_id,
                                created_at)
  select tenant, account, merchant, lpad((?::bigint + place)::text, 15, '0'), 'EUR', '5411', 'standard', merchant, now()
    from shop),
book as (
  insert into ledger_account (tenant_id, id, code, merchant_account_id, currency)
  select tenant, payable, 'merchant-payable', account, 'EUR' from shop
  union all select tenant, reserve, 'merchant-reserve', account, 'EUR' from shop)
select count(*) from shop

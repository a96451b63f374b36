-- What one merchant's figures would hold after ? sales in 66 days, in three stores with four tills each, by 20,000 cards.
-- Parameters: tenant, today, merchant, account, sales.
with told as materialized (
  select ?::uuid as tenant, ?::date as today, ?::uuid as merchant, ?::uuid as account, ?::int as sales),
fact as (
  insert into analytics_payment
  select t.tenant, t.today - (n % 66), uuidv7(), t.merchant, t.account,
         ('00000000-0000-7000-8000-00000000000' || (n % 3))::uuid, 'T' || (n % 3) || (n / 3 % 4), 8 + n % 14,
         (array['cash', 'visa', 'mastercard', 'amex', 'unionpay'])[1 + n / 7 % 5], 'EUR', '', '',
         decode(md5((n % 20000)::text), 'hex'), now(), 1, 100 + n % 900, 0, 0, 3, 0, 0, 1, 1, 0, 0
    from told t, generate_series(1, t.sales) n
  returning *),
hours as (
  insert into analytics_hour
  select tenant_id, business_date, merchant_id, merchant_account_id, store_id, terminal_number, hour, method, currency,
         sum(payments), sum(gross), 0, 0, sum(fees), 0, 0, sum(tried), sum(approved)
    from fact group by 1, 2, 3, 4, 5, 6, 7, 8, 9),
days as (
  insert into analytics_day
  select tenant_id, business_date, merchant_id, merchant_account_id, store_id, terminal_number, method, currency,
         sum(payments), sum(gross), 0, 0, sum(fees), 0, 0, sum(tried), sum(approved)
    from fact group by 1, 2, 3, 4, 5, 6, 7, 8),
baskets as (
  insert into analytics_basket_hour
  select tenant_id, business_date, merchant_id, store_id, terminal_number, hour, currency, sum(payments), sum(gross), 0
    from fact group by 1, 2, 3, 4, 5, 6, 7),
products as (
  insert into analytics_product
  select t.tenant, t.today - d, t.merchant, ('00000000-0000-7000-8000-00000000000' || s)::uuid, 'SKU-' || p, 'EUR',
         'Article ' || p, '商品' || p, now(), 1000 * p, 100 * p, 0
    from told t, generate_series(0, 65) d, generate_series(0, 2) s, generate_series(1, 300) p
  returning *),
weeks as (
  insert into analytics_product_week
  select tenant_id, business_date - (extract(isodow from business_date)::int - 1), merchant_id, store_id, sku, currency,
         sum(thousandths), sum(amount), sum(returned)
    from products group by 1, 2, 3, 4, 5, 6)
select count(*) from fact

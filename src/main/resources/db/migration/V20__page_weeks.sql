-- A merchant's first page ranks what was sold in 30 days: sums of whole weeks spare it most of the days' rows.

create table analytics_product_week (
    tenant_id uuid not null,
    business_date date not null check (extract(isodow from business_date) = 1),
    merchant_id uuid not null,
    store_id uuid not null,
    sku text not null,
    currency char(3) not null,
    thousandths bigint not null,
    amount bigint not null,
    returned bigint not null,
    primary key (tenant_id, merchant_id, business_date, store_id, sku, currency)
) partition by range (business_date);
comment on table analytics_product_week is 'What was sold of each product in the week from that Monday on: sums of analytics_product. Dropped by whole months after 2 years.';
call keep_partitioned('analytics_product_week', '2 years');

-- weeks of what was sold before; the days' rows are hidden even from their owner
alter table analytics_product no force row level security;
insert into analytics_product_week
select tenant_id, business_date - (extract(isodow from business_date)::int - 1) as monday, merchant_id, store_id, sku, currency,
       sum(thousandths)::bigint, sum(amount)::bigint, sum(returned)::bigint
  from analytics_product group by 1, 2, 3, 4, 5, 6;
alter table analytics_product force row level security;
call protect_merchant_table('analytics_product_week');

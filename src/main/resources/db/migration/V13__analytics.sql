-- Figures. A fact is what one payment, sale or line counts for now; a cell is a sum of facts. Both are written in one
-- transaction, cells by what a fact changed by, so that cells always equal the sum of the facts. Amounts in minor units.

create table analytics_payment (
    tenant_id uuid not null,
    business_date date not null,
    payment_id uuid not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    store_id uuid not null,
    terminal_number text not null check (length(terminal_number) <= 8),
    hour smallint not null check (hour between 0 and 23),
    method text not null check (length(method) between 1 and 20),
    currency char(3) not null,
    cause text not null default '' check (cause in ('', 'risk', 'issuer', 'no-answer')),
    response_code text not null default '' check (length(response_code) <= 4),
    card_token bytea,
    at timestamptz not null,
    payments bigint not null,
    gross bigint not null,
    refunds bigint not null,
    refunded bigint not null,
    fees bigint not null,
    undone bigint not null,
    undone_amount bigint not null,
    tried bigint not null,
    approved bigint not null,
    declined bigint not null,
    declined_amount bigint not null,
    primary key (tenant_id, business_date, payment_id)
) partition by range (business_date);
comment on table analytics_payment is 'What each payment counts for, folded from table payment and made again by a rebuild. Dropped by whole months after 2 years.';
create index analytics_payment_of_merchant on analytics_payment (tenant_id, merchant_id, business_date);
call protect_merchant_table('analytics_payment');
call keep_partitioned('analytics_payment', '2 years');

create table analytics_hour (
    tenant_id uuid not null,
    business_date date not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    store_id uuid not null,
    terminal_number text not null,
    hour smallint not null,
    method text not null,
    currency char(3) not null,
    payments bigint not null,
    gross bigint not null,
    refunds bigint not null,
    refunded bigint not null,
    fees bigint not null,
    undone bigint not null,
    undone_amount bigint not null,
    tried bigint not null,
    approved bigint not null,
    primary key (tenant_id, merchant_id, business_date, store_id, hour, terminal_number, method, currency, merchant_account_id)
) partition by range (business_date);
comment on table analytics_hour is 'Payments by hour of the store''s clock, till and method: sums of analytics_payment. Dropped by whole months after 2 years.';
create index analytics_hour_of_tenant on analytics_hour (tenant_id, business_date);
call protect_merchant_table('analytics_hour');
call keep_partitioned('analytics_hour', '2 years');

create table analytics_day (
    tenant_id uuid not null,
    business_date date not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    store_id uuid not null,
    terminal_number text not null,
    method text not null,
    currency char(3) not null,
    payments bigint not null,
    gross bigint not null,
    refunds bigint not null,
    refunded bigint not null,
    fees bigint not null,
    undone bigint not null,
    undone_amount bigint not null,
    tried bigint not null,
    approved bigint not null,
    primary key (tenant_id, merchant_id, business_date, store_id, terminal_number, method, currency, merchant_account_id)
) partition by range (business_date);
comment on table analytics_day is 'Payments by day, till and method: sums of analytics_payment. Dropped by whole months after 2 years.';
create index analytics_day_of_tenant on analytics_day (tenant_id, business_date);
call protect_merchant_table('analytics_day');
call keep_partitioned('analytics_day', '2 years');

create table analytics_decline (
    tenant_id uuid not null,
    business_date date not null,
    merchant_id uuid not null,
    store_id uuid not null,
    cause text not null,
    response_code text not null,
    currency char(3) not null,
    declined bigint not null,
    declined_amount bigint not null,
    primary key (tenant_id, merchant_id, business_date, store_id, cause, response_code, currency)
) partition by range (business_date);
comment on table analytics_decline is 'Payments that were not taken, by what stopped them: sums of analytics_payment. Dropped by whole months after 2 years.';
create index analytics_decline_of_tenant on analytics_decline (tenant_id, business_date);
call protect_merchant_table('analytics_decline');
call keep_partitioned('analytics_decline', '2 years');

create table analytics_basket (
    tenant_id uuid not null,
    business_date date not null,
    sale_id uuid not null,
    merchant_id uuid not null,
    store_id uuid not null,
    terminal_number text not null check (length(terminal_number) <= 8),
    hour smallint not null check (hour between 0 and 23),
    currency char(3) not null,
    baskets bigint not null,
    amount bigint not null,
    tips bigint not null,
    primary key (tenant_id, business_date, sale_id)
) partition by range (business_date);
comment on table analytics_basket is 'What each sale counts for, folded from table sale and made again by a rebuild. Dropped by whole months after 2 years.';
call protect_merchant_table('analytics_basket');
call keep_partitioned('analytics_basket', '2 years');

create table analytics_basket_hour (
    tenant_id uuid not null,
    business_date date not null,
    merchant_id uuid not null,
    store_id uuid not null,
    terminal_number text not null,
    hour smallint not null,
    currency char(3) not null,
    baskets bigint not null,
    amount bigint not null,
    tips bigint not null,
    primary key (tenant_id, merchant_id, business_date, store_id, hour, terminal_number, currency)
) partition by range (business_date);
comment on table analytics_basket_hour is 'Sales paid in full, by hour of the store''s clock and till: sums of analytics_basket. Dropped by whole months after 2 years.';
create index analytics_basket_hour_of_tenant on analytics_basket_hour (tenant_id, business_date);
call protect_merchant_table('analytics_basket_hour');
call keep_partitioned('analytics_basket_hour', '2 years');

create table analytics_line (
    tenant_id uuid not null,
    business_date date not null,
    sale_id uuid not null,
    line integer not null check (line between 0 and 499),
    merchant_id uuid not null,
    store_id uuid not null,
    sku text not null check (length(sku) between 1 and 64),
    currency char(3) not null,
    name_en text check (length(name_en) <= 200),
    name_zh text check (length(name_zh) <= 200),
    at timestamptz not null,
    thousandths bigint not null,
    amount bigint not null,
    returned bigint not null,
    primary key (tenant_id, business_date, sale_id, line)
) partition by range (business_date);
comment on table analytics_line is 'What each line of a sale counts for, folded from table sale_line and made again by a rebuild. Dropped by whole months after 2 years.';
call protect_merchant_table('analytics_line');
call keep_partitioned('analytics_line', '2 years');

create table analytics_product (
    tenant_id uuid not null,
    business_date date not null,
    merchant_id uuid not null,
    store_id uuid not null,
    sku text not null,
    currency char(3) not null,
    name_en text,
    name_zh text,
    named_at timestamptz not null,
    thousandths bigint not null,
    amount bigint not null,
    returned bigint not null,
    primary key (tenant_id, merchant_id, business_date, store_id, sku, currency)
) partition by range (business_date);
comment on table analytics_product is 'What was sold of each product by day, under the name of its newest sale: sums of analytics_line. Dropped by whole months after 2 years.';
create index analytics_product_of_tenant on analytics_product (tenant_id, business_date);
create index analytics_product_of_sku on analytics_product (tenant_id, merchant_id, sku, business_date);
call protect_merchant_table('analytics_product');
call keep_partitioned('analytics_product', '2 years');

create table analytics_version (
    tenant_id uuid not null,
    merchant_id uuid not null,
    version bigint not null,
    changed_at timestamptz not null default now(),
    primary key (tenant_id, merchant_id)
);
comment on table analytics_version is 'Rises when a merchant''s figures change, so that open pages notice; kept as one row a merchant.';
call protect_merchant_table('analytics_version');

create table analytics_rebuild (
    tenant_id uuid not null,
    id uuid not null,
    state text not null check (state in ('running', 'done', 'failed')),
    from_date date not null,
    to_date date not null check (to_date >= from_date),
    next_date date not null,
    payments bigint not null default 0,
    sales bigint not null default 0,
    attempts integer not null default 0,
    asked_by text not null check (length(asked_by) between 1 and 200),
    asked_at timestamptz not null default now(),
    ended_at timestamptz,
    error text check (length(error) <= 300),
    primary key (tenant_id, id)
);
comment on table analytics_rebuild is 'Days that are folded anew, one after the other; next_date is the first that is not. Erased 90 days after it was asked for.';
create unique index analytics_rebuild_running on analytics_rebuild (tenant_id) where state = 'running';
call protect_tenant_table('analytics_rebuild');
create policy no_merchant on analytics_rebuild as restrictive for all using ((select tillgate_merchant()) is null);

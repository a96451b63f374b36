-- Sales: the basket, its lines, and its payments as the receipt shows them. Money in minor units of sale.currency,
-- quantities in thousandths. in_flight names the one request that has the sale in work between its two commits.

create table sale (
    tenant_id uuid not null,
    business_date date not null,
    id uuid not null,
    merchant_id uuid not null,
    merchant_account_id uuid not null,
    store_id uuid not null,
    terminal_id uuid,
    terminal_number text not null check (length(terminal_number) <= 8),
    receipt_number text not null check (length(receipt_number) between 1 and 20),
    state text not null check (state in ('open', 'paid', 'voided', 'refunded')),
    currency char(3) not null,
    total bigint not null check (total >= 0),
    discount bigint not null default 0 check (discount >= 0),
    tax_included boolean not null,
    basket_hash text not null check (length(basket_hash) <= 64),
    paid bigint not null default 0 check (paid between 0 and total),
    tips bigint not null default 0 check (tips >= 0),
    refunded bigint not null default 0 check (refunded between 0 and paid + tips),
    in_flight uuid,
    cashier text check (length(cashier) <= 60),
    shift text check (length(shift) <= 60),
    customer text check (length(customer) <= 200),
    created_at timestamptz not null,
    changed_at timestamptz not null default now(),
    primary key (tenant_id, business_date, id)
) partition by range (business_date);
comment on table sale is 'A business record, with the names of cashier and customer: dropped by whole months after 10 years.';
create index sale_by_id on sale (tenant_id, id);
create index sale_newest on sale (tenant_id, created_at desc, id desc);
create index sale_of_merchant on sale (tenant_id, merchant_id, created_at desc, id desc);
create index sale_by_receipt on sale (tenant_id, receipt_number);
call protect_merchant_table('sale');
call keep_partitioned('sale', '10 years');

create table sale_line (
    tenant_id uuid not null,
    business_date date not null,
    sale_id uuid not null,
    line integer not null check (line between 0 and 499),
    merchant_id uuid not null,
    product_id uuid,
    sku text not null check (length(sku) between 1 and 64),
    name_en text check (length(name_en) <= 200),
    name_zh text check (length(name_zh) <= 200),
    thousandths bigint not null check (thousandths > 0),
    unit_price bigint not null check (unit_price >= 0),
    discount bigint not null default 0 check (discount >= 0),
    total bigint not null check (total >= 0),
    tax_rate text not null check (length(tax_rate) <= 8),
    coupon_id uuid,
    coupon_code text check (length(coupon_code) <= 40),
    returned bigint not null default 0 check (returned between 0 and thousandths),
    primary key (tenant_id, business_date, sale_id, line),
    foreign key (tenant_id, business_date, sale_id) references sale (tenant_id, business_date, id),
    check ((coupon_id is null) = (coupon_code is null))
) partition by range (business_date);
comment on table sale_line is 'What was sold. Dropped by whole months after 10 years, with its sale.';
call protect_merchant_table('sale_line');
call keep_partitioned('sale_line', '10 years');

-- One row a request about a sale: tenders, refunds and voids. The payment's id is known from its second commit on.
create table sale_payment (
    tenant_id uuid not null,
    business_date date not null,
    sale_id uuid not null,
    request_id uuid not null,
    merchant_id uuid not null,
    payment_id uuid,
    kind text not null check (kind in ('sale', 'refund', 'void')),
    tender text not null check (tender in ('card', 'cash')),
    state text not null
        check (state in ('pending', 'approved', 'declined', 'not-taken', 'voided', 'reversed')),
    asked bigint not null check (asked >= 0),
    tip bigint not null default 0 check (tip >= 0),
    approved bigint not null default 0 check (approved between 0 and asked),
    tendered bigint check (tendered >= 0),
    original_id uuid,
    returns jsonb not null default '[]',
    card_masked text check (length(card_masked) <= 23),
    card_last4 text check (card_last4 ~ '^[0-9]{4}$'),
    card_scheme text check (length(card_scheme) <= 20),
    card_entry text check (length(card_entry) <= 12),
    aid text check (length(aid) <= 32),
    app_label text check (length(app_label) <= 32),
    response_code text check (length(response_code) <= 4),
    auth_code text check (length(auth_code) <= 12),
    rrn text check (length(rrn) <= 12),
    reason text check (length(reason) <= 60),
    created_at timestamptz not null,
    primary key (tenant_id, business_date, sale_id, request_id),
    foreign key (tenant_id, business_date, sale_id) references sale (tenant_id, business_date, id)
) partition by range (business_date);
comment on table sale_payment is 'What a receipt says of each payment; the payment itself is in table payment. Dropped by whole months after 10 years, with its sale.';
create index sale_payment_of_payment on sale_payment (tenant_id, payment_id);
create index sale_payment_last4 on sale_payment (tenant_id, card_last4) where card_last4 is not null;
call protect_merchant_table('sale_payment');
call keep_partitioned('sale_payment', '10 years');

-- Products, prices, stock, promotions and coupons of merchants, and the versioned documents that terminals download.
--
-- Words: a sku names a product inside one merchant. Quantities are thousandths of the product's unit (bigint).
-- The store 00000000-0000-0000-0000-000000000000 means "every store of the merchant" where a key cannot hold null.

create table product (
    tenant_id   uuid        not null,
    merchant_id uuid        not null,
    id          uuid        not null,
    sku         text collate "C" not null check (length(sku) between 1 and 64),
    name_en     text        check (length(name_en) between 1 and 200),
    name_zh     text        check (length(name_zh) between 1 and 200),
    unit        text        not null check (unit in ('piece', 'weight', 'volume')),
    tax_rate    text        not null check (tax_rate ~ '^(0(\.[0-9]{1,4})?|1(\.0{1,4})?)$'),
    category    text        check (length(category) between 1 and 100),
    active      boolean     not null default true,
    version     integer     not null default 0,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    deleted_at  timestamptz,
    primary key (tenant_id, id),
    check (name_en is not null or name_zh is not null)
);
comment on table product is 'What a merchant sells; kept with its merchant. A deleted product keeps its row (deleted_at) for the movements that name it.';
-- a sku may be used again once its product is deleted
create unique index product_sku on product (tenant_id, merchant_id, sku) where deleted_at is null;
call protect_merchant_table('product');

create table product_barcode (
    tenant_id   uuid not null,
    merchant_id uuid not null,
    barcode     text collate "C" not null check (barcode ~ '^([0-9]{8}|[0-9]{12,14})$'),
    product_id  uuid not null,
    primary key (tenant_id, merchant_id, barcode),
    foreign key (tenant_id, product_id) references product (tenant_id, id)
);
comment on table product_barcode is 'One barcode finds one product of a merchant; kept with its product. A deleted product gives its barcodes back.';
create index product_barcode_product on product_barcode (tenant_id, product_id);
call protect_merchant_table('product_barcode');

-- A price change is a row; rows are never changed but for withdrawing one that is not yet in force.
-- value null: the store has no price of its own from then on and follows the merchant's.
create table price (
    tenant_id    uuid        not null,
    merchant_id  uuid        not null,
    id           uuid        not null,
    product_id   uuid        not null,
    store_id     uuid,
    value        bigint      check (value between 0 and 1000000000000),
    currency     char(3)     not null,
    valid_from   timestamptz not null,
    withdrawn_at timestamptz,
    reverts      uuid,
    version      integer     not null default 0,
    created_at   timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, product_id) references product (tenant_id, id),
    check (value is not null or store_id is not null)
);
comment on table price is 'Prices with their history, which belongs to the books: erased 10 years after another took its place.';
-- the price in force is the newest of these that has begun; id (UUID v7) decides between equals
create index price_timeline on price (tenant_id, product_id, store_id, valid_from desc, id desc);
call protect_merchant_table('price');

create table stock_balance (
    tenant_id   uuid        not null,
    merchant_id uuid        not null,
    store_id    uuid        not null,
    product_id  uuid        not null,
    thousandths bigint      not null,
    counted_at  timestamptz,
    primary key (tenant_id, store_id, product_id),
    foreign key (tenant_id, product_id) references product (tenant_id, id)
);
comment on table stock_balance is 'What a store should have. May go negative: that is a variance to explain, never a reason to refuse a sale. Kept with its product.';
call protect_merchant_table('stock_balance');

-- Every change of a balance, once: a source (sale, refund, receipt, count) and its line. The business date of a source
-- never changes, so the key is unique across partitions too.
create table stock_movement (
    tenant_id     uuid        not null,
    merchant_id   uuid        not null,
    business_date date        not null,
    id            uuid        not null default uuidv7(),
    store_id      uuid        not null,
    product_id    uuid        not null,
    source_id     uuid        not null,
    line          integer     not null check (line between 0 and 100000),
    thousandths   bigint      not null,
    reason        text        not null
        check (reason in ('sale', 'sale-undone', 'refund', 'receipt', 'count', 'damage', 'theft', 'transfer', 'correction')),
    note          text        check (length(note) between 1 and 500),
    recorded_at   timestamptz not null default now(),
    primary key (tenant_id, business_date, id),
    unique (tenant_id, business_date, source_id, line)
) partition by range (business_date);
comment on table stock_movement is 'Every change of a balance, once. Append only; dropped by whole months after 3 years.';
create index stock_movement_store on stock_movement (tenant_id, store_id, product_id, business_date, id);
call keep_partitioned('stock_movement', '3 years');
call protect_merchant_table('stock_movement');
call append_only('stock_movement');

create table stock_paper (
    tenant_id   uuid        not null,
    merchant_id uuid        not null,
    id          uuid        not null,
    store_id    uuid        not null,
    body_hash   bytea       not null check (length(body_hash) = 32),
    recorded_at timestamptz not null default now(),
    primary key (tenant_id, merchant_id, id)
);
comment on table stock_paper is 'Which receipts, counts and corrections of people have been booked: each once, whatever the day. Append only; erased 3 years after it was booked.';
call protect_merchant_table('stock_paper');
call append_only('stock_paper');
call erasable_when_older('stock_paper', 'recorded_at', '3 years');
create index stock_paper_age on stock_paper using brin (recorded_at) with (autosummarize = on);

create table promotion (
    tenant_id   uuid        not null,
    merchant_id uuid        not null,
    id          uuid        not null,
    store_id    uuid,
    name_en     text        check (length(name_en) between 1 and 200),
    name_zh     text        check (length(name_zh) between 1 and 200),
    kind        text        not null check (kind in ('percentage', 'amount', 'buy-x')),
    basis_points integer    check (basis_points between 1 and 10000),
    value       bigint      check (value between 1 and 1000000000000),
    currency    char(3),
    buy         integer     check (buy between 2 and 1000),
    pay         integer     check (pay between 1 and 999),
    skus        text        not null check (length(skus) <= 65000),
    valid_from  timestamptz not null,
    valid_to    timestamptz,
    days        text        check (length(days) <= 40),
    time_from   time,
    time_to     time,
    active      boolean     not null default true,
    version     integer     not null default 0,
    deleted_at  timestamptz,
    primary key (tenant_id, id),
    check (name_en is not null or name_zh is not null),
    check (pay is null or pay < buy),
    check (num_nonnulls(basis_points, value, buy) = 1)
);
comment on table promotion is 'Discounts that hold by themselves; kept with its merchant: receipts name ended ones.';
create index promotion_merchant on promotion (tenant_id, merchant_id, id);
call protect_merchant_table('promotion');

-- taken counts redemptions that are reserved or confirmed; its row lock is what keeps a coupon from being spent twice.
create table coupon (
    tenant_id        uuid        not null,
    merchant_id      uuid        not null,
    id               uuid        not null,
    code             text collate "C" not null check (length(code) between 3 and 40),
    basis_points     integer     check (basis_points between 1 and 10000),
    value            bigint      check (value between 1 and 1000000000000),
    currency         char(3)     not null,
    valid_from       timestamptz not null,
    valid_to         timestamptz,
    redemptions_max  integer     check (redemptions_max between 1 and 1000000000),
    per_card_max     integer     check (per_card_max between 1 and 1000000),
    basket_min       bigint      not null default 0 check (basket_min between 0 and 1000000000000),
    active           boolean     not null default true,
    taken            integer     not null default 0 check (taken >= 0),
    version          integer     not null default 0,
    deleted_at       timestamptz,
    primary key (tenant_id, id),
    check (num_nonnulls(basis_points, value) = 1)
);
comment on table coupon is 'Codes that give a discount; kept with its merchant: receipts name ended ones.';
create unique index coupon_code on coupon (tenant_id, merchant_id, code) where deleted_at is null;
call protect_merchant_table('coupon');

create table coupon_redemption (
    tenant_id   uuid        not null,
    merchant_id uuid        not null,
    coupon_id   uuid        not null,
    source_id   uuid        not null,
    card_token  text        check (length(card_token) between 1 and 128),
    state       text        not null check (state in ('reserved', 'confirmed', 'released')),
    reserved_at timestamptz not null,
    settled_at  timestamptz,
    primary key (tenant_id, coupon_id, source_id),
    foreign key (tenant_id, coupon_id) references coupon (tenant_id, id)
);
comment on table coupon_redemption is 'One row for each coupon in each sale. card_token is the tenant''s keyed hash, no card number. Erased 2 years after its sale: a limit for each card looks back no further.';
create index coupon_redemption_card on coupon_redemption (tenant_id, coupon_id, card_token) where state <> 'released';
create index coupon_redemption_age on coupon_redemption using brin (reserved_at) with (autosummarize = on);
create index coupon_redemption_source on coupon_redemption (tenant_id, source_id);
call protect_merchant_table('coupon_redemption');

-- The version counter of one document. Its row lock orders the writers: see PostgresDocumentStore.
-- store_id is the store for stock and configuration, otherwise the zero uuid.
create table document_counter (
    tenant_id   uuid   not null,
    merchant_id uuid   not null,
    kind        text   not null check (kind in ('catalogue', 'prices', 'promotions', 'stock', 'configuration')),
    store_id    uuid   not null,
    version     bigint not null,
    announced   bigint not null default 0,
    primary key (tenant_id, merchant_id, kind, store_id)
);
comment on table document_counter is 'The version of each document that terminals download; kept with its merchant.';
create index document_counter_unannounced on document_counter (tenant_id) where announced < version;
call protect_merchant_table('document_counter');

-- The items of the documents as terminals get them. body is canonical JSON (RFC 8785) as text, not jsonb: its bytes are
-- hashed. body null is a tombstone. An item of one store stands in front of the item of all stores with the same key.
create table document_item (
    tenant_id   uuid   not null,
    merchant_id uuid   not null,
    kind        text   not null,
    item_key    text collate "C" not null check (length(item_key) between 1 and 100),
    store_id    uuid   not null,
    version     bigint not null,
    body        text   check (length(body) <= 70000),
    primary key (tenant_id, merchant_id, kind, item_key, store_id)
);
comment on table document_item is 'The items of those documents; a null body is a tombstone. Kept with its merchant, tombstones too: a terminal may come back after months.';
create index document_item_version on document_item (tenant_id, merchant_id, kind, store_id, version);
call protect_merchant_table('document_item');

-- What people were told, kept as it was: the text of an accepted agreement, and the names on a statement.

-- Agreements accepted before this have a version only.

alter table application_agreement
    add column language text check (language in ('en', 'zh')),
    add column content bytea check (octet_length(content) between 1 and 300000),
    add column sha256 bytea check (sha256 = sha256(content));
alter table application_agreement
    add constraint application_agreement_text check (language is not null and content is not null and sha256 is not null) not valid;
comment on table application_agreement is 'Which text was accepted, word for word with its SHA-256, by whom, when, from where. Proof, names of the business included: append only for 10 years, then erased with its application.';

create index application_merchant on application (tenant_id, merchant) where merchant is not null;

-- Runs made before this have none: their statements show the names of today.
create table settlement_letterhead (
    tenant_id uuid not null,
    run_id uuid not null,
    merchant_account_id uuid not null,
    merchant_id uuid not null,
    business_date date not null,
    issuer_en text not null check (length(issuer_en) between 1 and 60),
    issuer_zh text not null check (length(issuer_zh) between 1 and 60),
    word_mark text not null check (length(word_mark) between 1 and 24),
    colour text not null check (colour ~ '^#[0-9a-fA-F]{6}$'),
    time_zone text not null check (length(time_zone) between 1 and 60),
    legal_name text not null,
    trading_name text not null,
    registration_number text not null,
    country char(2) not null,
    merchant_number char(15) not null,
    fee_plan text not null,
    stores jsonb not null,
    primary key (tenant_id, run_id, merchant_account_id),
    foreign key (tenant_id, run_id) references settlement_run (tenant_id, id)
);
comment on table settlement_letterhead is 'Names and brand on the statements of a run, as they were when it was made. Append only; erased 10 years after its run.';
comment on column settlement_letterhead.stores is 'Names of the merchant''s stores by id: English, Chinese or null.';
create index settlement_letterhead_age on settlement_letterhead (tenant_id, business_date);
call protect_merchant_table('settlement_letterhead');
call append_only('settlement_letterhead');
call erasable_when_older('settlement_letterhead', 'business_date', '10 years');

-- The text of an accepted agreement, kept with it. Agreements accepted before have a version only.

alter table application_agreement
    add column language text check (language in ('en', 'zh')),
    add column content bytea check (octet_length(content) between 1 and 300000),
    add column sha256 bytea check (sha256 = sha256(content));
alter table application_agreement
    add constraint application_agreement_text check (language is not null and content is not null and sha256 is not null) not valid;
comment on table application_agreement is 'Which text was accepted, word for word with its SHA-256, by whom, when, from where. Proof, names of the business included: append only for 10 years, then erased with its application.';

create index application_merchant on application (tenant_id, merchant) where merchant is not null;

-- Applications to become a merchant: what was told, what machines found, who decided.

create table application (
    tenant_id uuid not null,
    id uuid not null,
    version integer not null default 0,
    applicant_subject text not null check (length(applicant_subject) between 1 and 200),
    applicant_name text not null check (length(applicant_name) between 1 and 200),
    language text not null check (language in ('en', 'zh')),
    business_name text check (length(business_name) <= 200),
    state text not null check (state in
        ('draft', 'submitted', 'needs-information', 'awaiting-agreement', 'approved', 'refused', 'withdrawn')),
    submission integer not null default 0 check (submission >= 0),
    state_by text check (length(state_by) between 1 and 200),
    state_by_name text check (length(state_by_name) between 1 and 200),
    state_at timestamptz,
    fee_plan text check (length(fee_plan) between 1 and 60),
    reasons text check (length(reasons) <= 1000),
    note text check (length(note) <= 2000),
    items text check (items is json array and length(items) <= 100000),
    accepted_version text check (length(accepted_version) between 1 and 60),
    merchant uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    check ((state = 'approved') = (merchant is not null))
);
comment on table application is 'One business asking to become a merchant: where it stands and who decided. Never submitted ones erased 180 days after they were touched, other ones erased 10 years after they were decided; an approved one is kept with its merchant.';
create unique index application_open on application (tenant_id, applicant_subject) where state not in ('refused', 'withdrawn');
create index application_queue on application (tenant_id, state, id);
call protect_tenant_table('application');

create table application_private (
    tenant_id uuid not null,
    application_id uuid not null,
    content jsonb not null check (length(content::text) <= 100000),
    primary key (tenant_id, application_id),
    foreign key (tenant_id, application_id) references application (tenant_id, id)
);
comment on table application_private is 'What the business told: owners, contact, bank account. Personal data, in a row of its own; unless approved erased retention.applications after its application was decided, with documents, files and the names in the application. An approved one''s is kept with its merchant.';
call protect_tenant_table('application_private');

create table application_fingerprint (
    tenant_id uuid not null,
    application_id uuid not null,
    kind text not null check (kind in ('registration-number', 'bank-account', 'name')),
    fingerprint bytea not null check (length(fingerprint) = 32),
    primary key (tenant_id, application_id, kind, fingerprint),
    foreign key (tenant_id, application_id) references application (tenant_id, id)
);
comment on table application_fingerprint is 'SHA-256 of what makes two applications the same business. Erased with application_private.';
create index application_fingerprint_same on application_fingerprint (tenant_id, kind, fingerprint);
call protect_tenant_table('application_fingerprint');

create table application_document (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    file_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    content_type text not null check (length(content_type) <= 100),
    size_bytes integer not null check (size_bytes > 0),
    uploaded_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references application (tenant_id, id)
);
comment on table application_document is 'Documents of an application; the files are encrypted in stored_file. Erased with application_private.';
create index application_document_of on application_document (tenant_id, application_id, id);
call protect_tenant_table('application_document');

create table application_check (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    submission integer not null check (submission > 0),
    kind text not null check (length(kind) between 1 and 40),
    outcome text not null check (outcome in ('clear', 'look')),
    path text not null check (length(path) <= 200),
    detail text not null check (length(detail) <= 500),
    evidence jsonb not null check (length(evidence::text) <= 20000),
    list_name text check (length(list_name) <= 100),
    list_date date,
    list_digest text check (length(list_digest) = 64),
    checked_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references application (tenant_id, id)
);
comment on table application_check is 'What the automatic checks found for each submission, with the edition of the sanctions list. Evidence: append only for 10 years, then erased with its application.';
create index application_check_of on application_check (tenant_id, application_id, submission, id);
call protect_tenant_table('application_check');
call append_only('application_check');
call erasable_when_older('application_check', 'checked_at', '10 years');

create table application_agreement (
    tenant_id uuid not null,
    id uuid not null,
    application_id uuid not null,
    agreement text not null check (length(agreement) between 1 and 60),
    version text not null check (length(version) between 1 and 60),
    accepted_by text not null check (length(accepted_by) between 1 and 200),
    accepted_by_name text not null check (length(accepted_by_name) between 1 and 200),
    accepted_at timestamptz not null,
    source text check (length(source) <= 100),
    primary key (tenant_id, id),
    foreign key (tenant_id, application_id) references application (tenant_id, id)
);
comment on table application_agreement is 'Which text was accepted, by whom, when, from where. Proof: append only for 10 years, then erased with its application.';
create index application_agreement_of on application_agreement (tenant_id, application_id, id);
call protect_tenant_table('application_agreement');
call append_only('application_agreement');
call erasable_when_older('application_agreement', 'accepted_at', '10 years');

-- Portal: which forms have been sent, so that sending one again shows what the first sending did.

create table portal_form (
    tenant_id uuid not null,
    id uuid not null,
    subject text not null check (length(subject) between 1 and 100),
    location text check (length(location) <= 600),
    said text check (length(said) <= 600),
    sent_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
comment on table portal_form is 'One row a form that was sent, with the page that shows its result. Erased 7 days after it was sent.';
create index portal_form_age on portal_form (tenant_id, sent_at);
call protect_tenant_table('portal_form');

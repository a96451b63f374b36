{{/* What the operator's guide says to watch. A test compares the names of the metrics with that guide. */}}
{{- define "tillgate.alerts" -}}
- name: TillgateCommitsQueue
  when: max(tillgate_commit_queue_units) > 4096
  for: 1m
  severity: critical
  says: The database is slower than the sales; at 8,192 requests are refused
- name: TillgateCardHostDown
  when: min(tillgate_host_connections_up) == 0
  for: 1m
  severity: critical
  says: A card host has no connection
- name: TillgateCardHostSilent
  when: sum(rate(tillgate_host_outcomes_total{outcome="silent"}[5m])) > 0
  for: 5m
  severity: warning
  says: A card host does not answer; reversals go out by themselves
- name: TillgateLedgerSealLags
  when: max(tillgate_ledger_seal_lag_millis) > 5000
  for: 2m
  severity: warning
  says: The ledger's chain is behind
- name: TillgateOutboxFails
  when: sum(increase(tillgate_outbox_failures_total[10m])) > 0
  for: 10m
  severity: warning
  says: Published events do not reach their listeners
- name: TillgateJobsFail
  when: sum(increase(tillgate_jobs_failures_total[10m])) > 3
  for: 10m
  severity: warning
  says: A job keeps failing; readiness names it
- name: TillgateRetentionOverdue
  when: max(tillgate_retention_overdue_seconds) > 86400
  for: 1h
  severity: warning
  says: A table is not erased as it should be
{{- end -}}

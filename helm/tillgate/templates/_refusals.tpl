{{/* What the schema cannot say because it looks at two values. Included once, by the workload. */}}
{{- define "tillgate.refusals" -}}
{{- if not .Values.securityModule.softwareAccepted -}}
{{- fail "securityModule.softwareAccepted: only the software security module exists so far, and the service refuses to start with it unless you accept that; set it to true on purpose" -}}
{{- end -}}
{{- if and (not .Values.tenants.files) (not .Values.tenants.existingConfigMap) -}}
{{- fail "tenants: give at least one file in tenants.files, or name tenants.existingConfigMap" -}}
{{- end -}}
{{- if and .Values.tenants.files .Values.tenants.existingConfigMap -}}
{{- fail "tenants: give tenants.files or tenants.existingConfigMap, not both" -}}
{{- end -}}
{{- if lt (int .Values.drain.graceSeconds) (add .Values.drain.preStopSeconds .Values.drain.mqttSeconds 10 | int) -}}
{{- fail "drain.graceSeconds must be at least preStopSeconds + mqttSeconds + 10: terminals would be cut without a farewell" -}}
{{- end -}}
{{- if and (eq .Values.database.tls.mode "verify-full") (not .Values.database.tls.ca.existingSecret) -}}
{{- fail "database.tls.ca.existingSecret: verify-full needs the authority of the database's certificate" -}}
{{- end -}}
{{- if and .Values.terminals.enabled (not .Values.terminals.host) -}}
{{- fail "terminals.host: the name that terminals connect to is missing" -}}
{{- end -}}
{{- if and .Values.web.ingress.enabled (not .Values.web.ingress.host) -}}
{{- fail "web.ingress.host is missing" -}}
{{- end -}}
{{- if and .Values.autoscaling.enabled (lt (int .Values.autoscaling.maxReplicas) (int .Values.autoscaling.minReplicas)) -}}
{{- fail "autoscaling.maxReplicas is below minReplicas" -}}
{{- end -}}
{{- if and .Values.networkPolicy.enabled (or (not .Values.networkPolicy.databaseTo) (not .Values.networkPolicy.identityTo)) -}}
{{- fail "networkPolicy.databaseTo and identityTo: say where the database and Keycloak are, or switch networkPolicy.enabled off; without them the service would reach neither" -}}
{{- end -}}
{{- end -}}

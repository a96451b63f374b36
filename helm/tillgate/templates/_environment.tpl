{{/* The service's own settings. A test compares each name with the keys that the service reads. */}}
{{- define "tillgate.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .from.existingSecret }}
      key: {{ .from.key }}
{{- end -}}

{{- define "tillgate.environment" -}}
- name: JDK_JAVA_OPTIONS
  value: {{ join " " .Values.jvm.options | quote }}
- name: MALLOC_ARENA_MAX
  value: "2"
- name: TILLGATE_PAYMENTS_NODE_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: TILLGATE_DATA
  value: /data
- name: TILLGATE_TENANTS_DIRECTORY
  value: /etc/tillgate/tenants
{{- include "tillgate.databaseEnvironment" . }}
{{- include "tillgate.identityEnvironment" . }}
{{- include "tillgate.keyEnvironment" . }}
{{- include "tillgate.addressEnvironment" . }}
{{- with .Values.sanctions.existingClaim }}
- name: TILLGATE_SANCTIONS_DIRECTORY
  value: /etc/tillgate/sanctions
{{- end }}
{{- range $name, $value := .Values.tenants.variables }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "tillgate.databaseEnvironment" }}
{{- $at := printf "%s:%d/%s" .Values.database.host (int .Values.database.port) .Values.database.name }}
{{- $mode := .Values.database.tls.mode }}
- name: QUARKUS_DATASOURCE_REACTIVE_URL
  value: {{ printf "postgresql://%s" $at | quote }}
- name: QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE
  value: {{ $mode }}
- name: QUARKUS_DATASOURCE_JDBC_URL
{{- if eq $mode "verify-full" }}
  value: {{ printf "jdbc:postgresql://%s?sslmode=%s&sslrootcert=/etc/tillgate/database/ca.crt" $at $mode | quote }}
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM
  value: "true"
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS
  value: /etc/tillgate/database/ca.crt
- name: QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM
  value: HTTPS
{{- else }}
  value: {{ printf "jdbc:postgresql://%s?sslmode=%s" $at $mode | quote }}
{{- if eq $mode "require" }}
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL
  value: "true"
{{- end }}
{{- end }}
- name: QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE
  value: {{ .Values.database.connectionsMax | quote }}
{{ include "tillgate.secretEnv" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "from" .Values.database.app) }}
{{ include "tillgate.secretEnv" (dict "name" "QUARKUS_FLYWAY_PASSWORD" "from" .Values.database.owner) }}
{{- end }}

{{- define "tillgate.identityEnvironment" }}
- name: TILLGATE_IDENTITY_URL
  value: {{ .Values.identity.url | quote }}
{{- with .Values.identity.publicUrl }}
- name: TILLGATE_IDENTITY_PUBLIC_URL
  value: {{ . | quote }}
{{- end }}
- name: TILLGATE_IDENTITY_ADMIN_USERNAME
  value: {{ .Values.identity.admin.username | quote }}
{{ include "tillgate.secretEnv" (dict "name" "TILLGATE_IDENTITY_ADMIN_PASSWORD" "from" .Values.identity.admin) }}
- name: TILLGATE_IDENTITY_PORTAL_URLS
  value: {{ .Values.web.publicUrl | quote }}
{{- end }}

{{- define "tillgate.keyEnvironment" }}
{{ include "tillgate.secretEnv" (dict "name" "TILLGATE_CRYPTO_MASTER_KEY" "from" .Values.securityModule.masterKey) }}
- name: TILLGATE_CRYPTO_SOFTWARE_MODULE
  value: accepted
{{- if .Values.zoneKeys.existingSecret }}
{{- /* the name of a zone key has a dash, which no variable can say: they come as a file */}}
- name: QUARKUS_CONFIG_LOCATIONS
  value: /etc/tillgate/zone-keys/zone-keys.properties
{{- end }}
- name: TILLGATE_TLS_CERTIFICATE
  value: /etc/tillgate/tls/chain.pem
- name: TILLGATE_TLS_KEY
  value: /etc/tillgate/tls/key.pem
- name: TILLGATE_TLS_CA
  value: /etc/tillgate/tls/ca.pem
{{- if .Values.web.tls.existingSecret }}
- name: QUARKUS_HTTP_SSL_CERTIFICATE_FILES
  value: /etc/tillgate/web-tls/tls.crt
- name: QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES
  value: /etc/tillgate/web-tls/tls.key
{{- end }}
{{- end }}

{{- define "tillgate.addressEnvironment" }}
- name: TILLGATE_ONBOARDING_PORTAL
  value: {{ printf "%s/portal" (trimSuffix "/" .Values.web.publicUrl) | quote }}
- name: TILLGATE_MAIL_FROM
  value: {{ .Values.mail.from | quote }}
{{- with .Values.web.trustedProxies }}
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
- name: TILLGATE_MQTT_ENABLED
  value: {{ .Values.terminals.enabled | quote }}
- name: TILLGATE_MQTT_DRAIN
  value: {{ printf "%ds" (int .Values.drain.mqttSeconds) }}
{{- if .Values.terminals.host }}
- name: TILLGATE_DEVICE_PUBLIC_URL
  value: {{ printf "https://%s:%d" .Values.terminals.host (int .Values.terminals.device.port) | quote }}
- name: TILLGATE_TERMINALS_MQTT_ADDRESS
  value: {{ printf "%s:%d" .Values.terminals.host (int .Values.terminals.mqtt.port) | quote }}
{{- end }}
{{- end }}

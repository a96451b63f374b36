{{- define "tillgate.mounts" -}}
- {name: data, mountPath: /data}
- {name: tmp, mountPath: /tmp}
- {name: tenants, mountPath: /etc/tillgate/tenants, readOnly: true}
- {name: tls, mountPath: /etc/tillgate/tls, readOnly: true}
{{- if .Values.zoneKeys.existingSecret }}
- {name: zone-keys, mountPath: /etc/tillgate/zone-keys, readOnly: true}
{{- end }}
{{- if .Values.web.tls.existingSecret }}
- {name: web-tls, mountPath: /etc/tillgate/web-tls, readOnly: true}
{{- end }}
{{- if eq .Values.database.tls.mode "verify-full" }}
- {name: database-ca, mountPath: /etc/tillgate/database, readOnly: true}
{{- end }}
{{- if .Values.sanctions.existingClaim }}
- {name: sanctions, mountPath: /etc/tillgate/sanctions, readOnly: true}
{{- end }}
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "tillgate.volumes" -}}
{{- if not .Values.persistence.enabled -}}
- name: data
  emptyDir:
    sizeLimit: {{ .Values.persistence.size }}
{{ end -}}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
- name: tenants
  configMap:
    name: {{ include "tillgate.tenants" . }}
- name: tls
  secret:
    secretName: {{ .Values.serverTls.existingSecret }}
    defaultMode: 0440
    items:
      - {key: {{ .Values.serverTls.certificateKey }}, path: chain.pem}
      - {key: {{ .Values.serverTls.privateKeyKey }}, path: key.pem}
      - {key: {{ .Values.serverTls.caKey }}, path: ca.pem}
{{- with .Values.zoneKeys.existingSecret }}
- name: zone-keys
  secret:
    secretName: {{ . }}
    defaultMode: 0440
    items:
      - {key: {{ $.Values.zoneKeys.key }}, path: zone-keys.properties}
{{- end }}
{{- with .Values.web.tls.existingSecret }}
- name: web-tls
  secret:
    secretName: {{ . }}
    defaultMode: 0440
{{- end }}
{{- if eq .Values.database.tls.mode "verify-full" }}
- name: database-ca
  secret:
    secretName: {{ .Values.database.tls.ca.existingSecret }}
    defaultMode: 0440
    items:
      - {key: {{ .Values.database.tls.ca.key }}, path: ca.crt}
{{- end }}
{{- with .Values.sanctions.existingClaim }}
- name: sanctions
  persistentVolumeClaim:
    claimName: {{ . }}
    readOnly: true
{{- end }}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

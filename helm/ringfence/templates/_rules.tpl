{{/*
What the operator needs in a namespace it watches. The label on inputs cannot be expressed in RBAC, so
ConfigMaps are readable as a whole; Secrets are not among them.
*/}}
{{- define "ringfence.namespacedRules" -}}
- apiGroups: [ringfence.dev]
  resources: [certificaterenewals, phonefleets, renewalapprovals, renewalpolicies]
  verbs: [list, watch]
# Whether the renewal of an approval exists.
- apiGroups: [ringfence.dev]
  resources: [certificaterenewals]
  verbs: [get]
- apiGroups: [ringfence.dev]
  resources:
  - certificaterenewals/status
  - phonefleets/status
  - renewalapprovals/status
  - renewalpolicies/status
  verbs: [update]
# Inputs are read, reports are written.
- apiGroups: [""]
  resources: [configmaps]
  verbs: [get, list, watch, create, update]
- apiGroups: [""]
  resources: [events]
  verbs: [create]
{{- end -}}

{{/* What has no namespace. */}}
{{- define "ringfence.clusterRules" -}}
- apiGroups: [ringfence.dev]
  resources: [firmwarecatalogs]
  verbs: [list, watch]
- apiGroups: [ringfence.dev]
  resources: [firmwarecatalogs/status]
  verbs: [update]
{{- end -}}

{{/*
What the operator needs in a namespace it watches. The label on inputs cannot be expressed in RBAC, so
ConfigMaps are readable as a whole; Secrets are not among them.
*/}}
{{- define "ringfence.namespacedRules" -}}
- apiGroups: [ringfence.dev]
  resources: [certificaterenewals, phonefleets, renewalapprovals, renewalpolicies]
  verbs: [get, list, watch]
- apiGroups: [ringfence.dev]
  resources:
  - certificaterenewals/status
  - phonefleets/status
  - renewalapprovals/status
  - renewalpolicies/status
  verbs: [patch]
# Inputs are read, reports are written.
- apiGroups: [""]
  resources: [configmaps]
  verbs: [get, list, watch, create, patch]
- apiGroups: [""]
  resources: [events]
  verbs: [create]
{{- end -}}

{{/* What has no namespace. */}}
{{- define "ringfence.clusterRules" -}}
- apiGroups: [ringfence.dev]
  resources: [firmwarecatalogs]
  verbs: [get, list, watch]
- apiGroups: [ringfence.dev]
  resources: [firmwarecatalogs/status]
  verbs: [patch]
# The operator asks at start whether its kinds are served.
- apiGroups: [apiextensions.k8s.io]
  resources: [customresourcedefinitions]
  resourceNames:
  - certificaterenewals.ringfence.dev
  - firmwarecatalogs.ringfence.dev
  - phonefleets.ringfence.dev
  - renewalapprovals.ringfence.dev
  - renewalpolicies.ringfence.dev
  verbs: [get]
{{- end -}}

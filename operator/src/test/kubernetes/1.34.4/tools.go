//go:build tools

// Package kubernetes names the programs to build, so that their modules are required.
package kubernetes

import (
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
	_ "k8s.io/kubernetes/cmd/kubectl"
)

//go:build tools

// Package kubeconform names the program to build, so that its modules are required.
package kubeconform

import (
	_ "github.com/yannh/kubeconform/cmd/kubeconform"
)

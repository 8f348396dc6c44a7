// Names the version of the Prometheus operator whose definitions the tests apply.
module ringfence.dev/prometheus-operator

go 1.26.0

require github.com/prometheus-operator/prometheus-operator v0.85.0

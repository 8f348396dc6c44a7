package dev.ringfence.architecture.broken.catalog;

import io.fabric8.kubernetes.api.model.ConfigMap;

/** Breaks rule 1. */
public record KnowsTheCluster(ConfigMap source) {}

package dev.ringfence.metrics;

/** A catalog in force. */
public record CatalogSample(String catalog, String platform, String edition) {}

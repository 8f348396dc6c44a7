package dev.ringfence.catalog;

/** A release with the catalog that lists it. */
record ListedRelease(FirmwareRelease release, ReleaseVersion version, String catalog) {}

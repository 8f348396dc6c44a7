package dev.ringfence.controller;

/** The client finds this class by its name. */
@SuppressWarnings("serial")
public final class ReportMetadataList extends ObjectMetadataList<ReportMetadata> {}

package dev.ringfence.architecture.broken.pki;

import dev.ringfence.architecture.broken.path.OtherWay;

/** Breaks rule 5 and the order of the layers. */
public record OneWay(OtherWay other) {}

package dev.ringfence.architecture.broken.path;

import dev.ringfence.architecture.broken.pki.OneWay;
import java.util.List;

/** Breaks rule 5. */
public record OtherWay(List<OneWay> ones) {}

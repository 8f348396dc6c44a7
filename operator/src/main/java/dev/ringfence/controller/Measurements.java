package dev.ringfence.controller;

import dev.ringfence.metrics.CurrentSamples;
import dev.ringfence.metrics.EvaluationMeters;
import java.time.Clock;

/** What the controllers measure with. */
public record Measurements(Clock clock, CurrentSamples samples, EvaluationMeters meters) {}

package dev.ringfence.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/** The values of one gauge, by label values in the order of its meter. */
final class GaugeRows {
  private static final Comparator<List<String>> BY_LABELS =
      (left, right) -> {
        for (int i = 0; i < left.size(); i++) {
          int order = left.get(i).compareTo(right.get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  private final Meter meter;
  private final Map<List<String>, Double> values = new TreeMap<>(BY_LABELS);

  GaugeRows(Meter meter) {
    this.meter = meter;
  }

  void add(long count, String... labels) {
    merge((double) count, Double::sum, labels);
  }

  void earliest(Instant at, String... labels) {
    merge((double) at.getEpochSecond(), Math::min, labels);
  }

  void one(String... labels) {
    merge(1, Math::min, labels);
  }

  private void merge(double value, DoubleBinaryOperator merge, String... labels) {
    if (labels.length != meter.labels().size()) {
      throw new IllegalArgumentException(
          "%s has %d labels, %d were given"
              .formatted(meter.name(), meter.labels().size(), labels.length));
    }
    values.merge(List.of(labels), value, merge::applyAsDouble);
  }

  GaugeSnapshot snapshot() {
    GaugeSnapshot.Builder builder = GaugeSnapshot.builder().name(meter.name()).help(meter.help());
    values.forEach(
        (labels, value) ->
            builder.dataPoint(
                GaugeDataPointSnapshot.builder()
                    .labels(Labels.of(meter.labels(), labels))
                    .value(value)
                    .build()));
    return builder.build();
  }
}

package dev.ringfence.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of one thing in milliseconds, one for each round. */
final class Samples {
  private final String name;
  private final List<Double> times = new ArrayList<>();

  Samples(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void add(double milliseconds) {
    times.add(milliseconds);
  }

  double median() {
    return median(times);
  }

  /** The least disturbed round, where the machine does other work too. */
  double best() {
    return Collections.min(times);
  }

  /** The median over the rounds of how many times longer this took than the other. */
  double ratioTo(Samples other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      ratios.add(times.get(i) / other.times.get(i));
    }
    return median(ratios);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}

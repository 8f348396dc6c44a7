package dev.ringfence.gather;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Values that were used lately, as many as their weights allow. Safe for several threads. */
public final class RecentValues<K, V> {
  private final long maxWeight;
  private final ToLongFunction<V> weight;
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  public RecentValues(long maxWeight, ToLongFunction<V> weight) {
    this.maxWeight = maxWeight;
    this.weight = weight;
  }

  public synchronized @Nullable V get(K key) {
    return values.get(key);
  }

  /** One that is heavier than all together may be is not kept. */
  public synchronized void put(K key, V value) {
    V before = values.put(key, value);
    total += weight.applyAsLong(value) - (before == null ? 0 : weight.applyAsLong(before));
    Iterator<V> oldest = values.values().iterator();
    while (total > maxWeight && oldest.hasNext()) {
      total -= weight.applyAsLong(oldest.next());
      oldest.remove();
    }
  }

  synchronized int size() {
    return values.size();
  }
}

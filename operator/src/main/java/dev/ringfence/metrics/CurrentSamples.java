package dev.ringfence.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The latest sample of each object that exists now. Reconcilers write, the gauges read. */
public final class CurrentSamples {
  private final Map<Key, RenewalSample> renewals = new ConcurrentSkipListMap<>();
  private final Map<Key, FleetSample> fleets = new ConcurrentSkipListMap<>();
  private final Map<Key, Boolean> approvals = new ConcurrentHashMap<>();
  private volatile List<CatalogSample> catalogs = List.of();

  public void renewal(RenewalSample sample) {
    renewals.put(new Key(sample.namespace(), sample.renewal()), sample);
  }

  public void renewalDeleted(String namespace, String name) {
    renewals.remove(new Key(namespace, name));
  }

  public void fleet(FleetSample sample) {
    fleets.put(new Key(sample.namespace(), sample.fleet()), sample);
  }

  /** Also for a fleet that can no longer be counted. */
  public void fleetGone(String namespace, String name) {
    fleets.remove(new Key(namespace, name));
  }

  public void approval(String namespace, String name, boolean inForce) {
    approvals.put(new Key(namespace, name), inForce);
  }

  public void approvalDeleted(String namespace, String name) {
    approvals.remove(new Key(namespace, name));
  }

  public void catalogs(List<CatalogSample> inForce) {
    catalogs = List.copyOf(inForce);
  }

  /** Sorted by namespace and name. */
  Collection<RenewalSample> renewals() {
    return List.copyOf(renewals.values());
  }

  /** Sorted by namespace and name. */
  Collection<FleetSample> fleets() {
    return List.copyOf(fleets.values());
  }

  Collection<Boolean> approvals() {
    return List.copyOf(approvals.values());
  }

  List<CatalogSample> catalogs() {
    return catalogs;
  }

  private record Key(String namespace, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = namespace.compareTo(other.namespace);
      return order != 0 ? order : name.compareTo(other.name);
    }
  }
}

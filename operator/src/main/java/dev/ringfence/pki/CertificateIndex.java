package dev.ringfence.pki;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Certificates by subject, of which those are read that somebody asks for by their name. Duplicates
 * are dropped, the order given is kept.
 */
public final class CertificateIndex {
  private static final int NONE = -1;

  private final StoredCertificate[] entries;
  private final int size;

  /** The first entry of each slot, and the next one in the slot of an entry. */
  private final int[] slots;

  private final int[] next;

  public CertificateIndex(Collection<StoredCertificate> certificates) {
    this.entries = certificates.toArray(StoredCertificate[]::new);
    this.next = new int[entries.length];
    this.slots = new int[Integer.highestOneBit(Math.max(entries.length, 1)) << 1];
    Arrays.fill(slots, NONE);
    int kept = 0;
    for (var entry : entries) {
      if (append(entry, kept)) {
        entries[kept++] = entry;
      }
    }
    this.size = kept;
  }

  private boolean append(StoredCertificate entry, int number) {
    int slot = slot(entry.subjectKey());
    int last = NONE;
    for (int i = slots[slot]; i != NONE; i = next[i]) {
      if (entry.subjectKey() == entries[i].subjectKey() && entry.equals(entries[i])) {
        return false;
      }
      last = i;
    }
    next[number] = NONE;
    if (last == NONE) {
      slots[slot] = number;
    } else {
      next[last] = number;
    }
    return true;
  }

  private int slot(int key) {
    return (key ^ (key >>> 16)) & (slots.length - 1);
  }

  public int size() {
    return size;
  }

  /** All of them, read. */
  public List<Certificate> certificates() {
    return Arrays.stream(entries, 0, size).map(StoredCertificate::certificate).toList();
  }

  /**
   * Those whose subject matches (RFC 5280 7.1).
   *
   * @throws CertificateFormatException if one of them cannot be read
   */
  public List<Certificate> named(DistinguishedName subject) {
    var found = new ArrayList<Certificate>(1);
    for (int i = slots[slot(subject.key())]; i != NONE; i = next[i]) {
      if (entries[i].subjectKey() == subject.key()) {
        var certificate = entries[i].certificate();
        if (certificate.subject().matches(subject)) {
          found.add(certificate);
        }
      }
    }
    return found;
  }

  /** Whether exactly this certificate is there, not another one of the same key and name. */
  public boolean holds(Certificate certificate) {
    int key = certificate.subject().key();
    for (int i = slots[slot(key)]; i != NONE; i = next[i]) {
      if (entries[i].subjectKey() == key && entries[i].encodes(certificate)) {
        return true;
      }
    }
    return false;
  }
}

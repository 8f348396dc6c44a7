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
  private final Chains bySubject;
  private final Chains byEncoding;

  /** Numbers of entries by a hash, those of one hash in the order in which they were added. */
  private static final class Chains {
    private final int[] first;
    private final int[] last;
    private final int[] next;

    Chains(int entries) {
      first = new int[Integer.highestOneBit(Math.max(entries, 1)) << 1];
      last = new int[first.length];
      next = new int[entries];
      Arrays.fill(first, NONE);
    }

    private int slot(int hash) {
      return (hash ^ (hash >>> 16)) & (first.length - 1);
    }

    void add(int hash, int entry) {
      int slot = slot(hash);
      if (first[slot] == NONE) {
        first[slot] = entry;
      } else {
        next[last[slot]] = entry;
      }
      last[slot] = entry;
      next[entry] = NONE;
    }

    /** The first entry of the hash, or of another one in the same place. */
    int first(int hash) {
      return first[slot(hash)];
    }
  }

  public CertificateIndex(Collection<StoredCertificate> certificates) {
    this.entries = certificates.toArray(StoredCertificate[]::new);
    this.bySubject = new Chains(entries.length);
    this.byEncoding = new Chains(entries.length);
    int kept = 0;
    for (var entry : entries) {
      if (!holds(entry)) {
        entries[kept] = entry;
        bySubject.add(entry.subjectKey(), kept);
        byEncoding.add(entry.hashCode(), kept);
        kept++;
      }
    }
    this.size = kept;
  }

  private boolean holds(StoredCertificate entry) {
    for (int i = byEncoding.first(entry.hashCode()); i != NONE; i = byEncoding.next[i]) {
      if (entries[i].equals(entry)) {
        return true;
      }
    }
    return false;
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
    int key = subject.key();
    for (int i = bySubject.first(key); i != NONE; i = bySubject.next[i]) {
      if (entries[i].subjectKey() == key) {
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
    for (int i = byEncoding.first(certificate.hashCode()); i != NONE; i = byEncoding.next[i]) {
      if (entries[i].encodes(certificate)) {
        return true;
      }
    }
    return false;
  }
}

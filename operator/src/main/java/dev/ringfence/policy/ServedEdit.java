package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
import dev.ringfence.pki.CertificateChain;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of what the server sends.
 *
 * @param chain what it sends after the change, end entity first
 * @param added in the order of the chain
 * @param dropped in the order of the chain before; a repeated certificate once for each time
 * @param reordered whether those that stay are in another order
 */
public record ServedEdit(
    CertificateChain chain, List<Certificate> added, List<Certificate> dropped, boolean reordered) {
  public ServedEdit {
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
  }

  static ServedEdit between(List<Certificate> before, List<Certificate> after) {
    List<Certificate> added = new ArrayList<>(after);
    List<Certificate> stay = new ArrayList<>();
    List<Certificate> dropped = new ArrayList<>();
    for (Certificate certificate : before) {
      (added.remove(certificate) ? stay : dropped).add(certificate);
    }
    List<Certificate> stayed = new ArrayList<>(after);
    added.forEach(stayed::remove);
    return new ServedEdit(new CertificateChain(after), added, dropped, !stayed.equals(stay));
  }

  /** How much somebody has to do: certificates added and dropped, and one for another order. */
  int changes() {
    return added.size() + dropped.size() + (reordered ? 1 : 0);
  }
}

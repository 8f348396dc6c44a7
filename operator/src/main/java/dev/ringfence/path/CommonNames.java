package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which common names of an end entity without DNS alternative name are held against constraints.
 */
public enum CommonNames {
  NONE {
    @Override
    List<String> of(Certificate certificate) {
      return List.of();
    }
  },
  /** Those in the form of a host name, RFC 1123 2.1. */
  HOST_NAMES {
    @Override
    List<String> of(Certificate certificate) {
      return certificate.commonNames().stream().filter(DnsSubtree::isHostName).toList();
    }
  },
  /** Those of two labels or more; an underscore is a letter then. */
  DOTTED {
    @Override
    List<String> of(Certificate certificate) {
      return certificate.commonNames().stream()
          .filter(name -> name.indexOf('.') > 0 && LABELS.matcher(name).matches())
          .toList();
    }
  };

  /** Labels that neither begin nor end with a hyphen, hyphens inside them in any number. */
  private static final Pattern LABELS = Pattern.compile("\\w++(?:-++\\w++|\\.\\w++)*+");

  abstract List<String> of(Certificate certificate);
}

package dev.ringfence.path;

import dev.ringfence.pki.Certificate;
import java.util.List;

/** The certificates of a path whose extensions a validator looks at, from the end entity on. */
public enum CheckedCertificates {
  /** Those that were not taken from the trust store. */
  NOT_HELD {
    @Override
    List<Certificate> of(CertificationPath path) {
      return path.certificates().subList(0, path.heldFrom());
    }
  },
  /** All but the anchor, as in RFC 5280 6.1. */
  SIGNED {
    @Override
    List<Certificate> of(CertificationPath path) {
      return path.signed();
    }
  },
  /** The anchor too. */
  ALL {
    @Override
    List<Certificate> of(CertificationPath path) {
      return path.certificates();
    }
  };

  abstract List<Certificate> of(CertificationPath path);
}

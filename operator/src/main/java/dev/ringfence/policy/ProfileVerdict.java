package dev.ringfence.policy;

import dev.ringfence.path.BuiltPath;
import dev.ringfence.path.PathFailure;
import dev.ringfence.pki.Certificate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one path-builder profile makes of the input before and after a change, for the phones that
 * fare differently.
 *
 * @param phones those of all groups that have this profile and these two answers, spare ones too
 */
public record ProfileVerdict(String profile, Answer before, Answer after, long phones) {
  static final Comparator<ProfileVerdict> ORDER =
      Comparator.comparing(ProfileVerdict::profile)
          .thenComparing(verdict -> verdict.before().text())
          .thenComparing(verdict -> verdict.after().text());

  /**
   * The end of one built path.
   *
   * @param result {@code Accepted}, or the reason why not
   * @param last the anchor of an accepted path, else where the builder ended; null if nowhere
   */
  public record Answer(String result, @Nullable Certificate last) {
    private static final String ACCEPTED = "Accepted";

    static Answer of(BuiltPath built) {
      PathFailure failure = built.failure();
      return new Answer(
          failure == null ? ACCEPTED : failure.reason(),
          built.path().isEmpty() ? null : built.path().get(built.path().size() - 1));
    }

    /** For example {@code CertificateExpired at DST Root CA X3}. */
    public String text() {
      return last == null ? result : result + " at " + last.displayName();
    }
  }
}

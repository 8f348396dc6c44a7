package dev.ringfence.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Lease does not fence: a process that was deposed may still hold a status it wants to write. */
class LateWriteIT {
  private static final int TIMES = 100;

  private final OperatorRig rig = OperatorRig.onRealApi();
  private final StatusWriter<CertificateRenewal, CertificateRenewalStatus> deposed = writer();
  private final StatusWriter<CertificateRenewal, CertificateRenewalStatus> leader = writer();

  @BeforeEach
  void renewal() {
    rig.apply(Manifests.renewal("pool", Manifests.chain(Manifests.ROOT), "desk-phones"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aLateStatusOfADeposedLeaderIsRefusedEachTime() {
    for (int i = 0; i < TIMES; i++) {
      CertificateRenewal seen = read();
      String before = Integer.toString(2 * i);
      String after = Integer.toString(2 * i + 1);
      assertThat(leader.write(seen, verdict(seen, after))).isEqualTo(StatusWrite.WRITTEN);

      assertThat(deposed.write(seen, verdict(seen, before))).isEqualTo(StatusWrite.OUTDATED);

      assertThat(Objects.requireNonNull(read().getStatus()).chainSha256()).endsWith(after);
    }
  }

  @Test
  void aStatusOfAnEarlierSpecIsRefusedEachTime() {
    for (int i = 0; i < TIMES; i++) {
      CertificateRenewal seen = read();
      String number = Integer.toString(i);
      edit(
          found -> {
            found.getMetadata().setLabels(Map.of("example.com/edit", number));
            return found;
          });

      assertThat(leader.write(seen, verdict(seen, number))).isEqualTo(StatusWrite.OUTDATED);

      assertThat(Objects.requireNonNull(read().getStatus()).chainSha256()).isNull();
    }
  }

  @Test
  void anObjectThatWasCreatedAnewIsNotGivenTheStatusOfTheOldOne() {
    CertificateRenewal seen = read();
    rig.client().resource(seen).delete();
    renewal();

    assertThat(leader.write(seen, verdict(seen, "1"))).isEqualTo(StatusWrite.OUTDATED);
    rig.client().resource(read()).delete();
    assertThat(leader.write(seen, verdict(seen, "1"))).isEqualTo(StatusWrite.GONE);
  }

  /** Differs in the last digits of the digest. */
  private static CertificateRenewalStatus verdict(CertificateRenewal renewal, String number) {
    String digest = "0".repeat(64 - number.length()) + number;
    return new CertificateRenewalStatus(
        renewal.getMetadata().getGeneration(),
        "Allow",
        "Open",
        digest,
        null,
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        List.of());
  }

  private StatusWriter<CertificateRenewal, CertificateRenewalStatus> writer() {
    return new StatusWriter<>(rig.client(), CertificateRenewal::new);
  }

  private CertificateRenewal read() {
    return Objects.requireNonNull(rig.renewal("pool"));
  }

  private void edit(UnaryOperator<CertificateRenewal> change) {
    rig.client().resource(read()).edit(change);
  }
}

package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalApprovalSpec;
import dev.ringfence.policy.Approval;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalGathererTest {
  private static final String SHA256 = "ab".repeat(32);

  private final ApprovalGatherer gatherer =
      new ApprovalGatherer(List.of("TrustAnchorMissing", "WildcardName"));

  @Test
  void everyFieldIsRead() {
    RenewalApprovalSpec spec =
        new RenewalApprovalSpec(
            "pool",
            SHA256,
            List.of("TrustAnchorMissing", "WildcardName"),
            120L,
            "2026-12-31T01:00:00+01:00",
            "CHG0012345",
            "replaced on Friday",
            "alice");

    assertThat(gatherer.gather(approval(spec)))
        .isEqualTo(
            new Approval(
                "sample",
                "pool",
                SHA256,
                Set.of("TrustAnchorMissing", "WildcardName"),
                120,
                Instant.parse("2026-12-31T00:00:00Z"),
                "CHG0012345",
                "replaced on Friday",
                "alice"));
  }

  @Test
  void zeroPhonesIsANumberToo() {
    assertThat(gatherer.gather(approval(spec(SHA256, "TrustAnchorMissing", 0L))).maxPhones())
        .isZero();
  }

  @Test
  void namesEverythingThatIsMissing() {
    RenewalApprovalSpec spec =
        new RenewalApprovalSpec(null, null, List.of(), null, null, null, null, null);

    assertThatThrownBy(() -> gatherer.gather(approval(spec)))
        .isInstanceOf(UnresolvedInputException.class)
        .hasMessage(
            "RenewalApproval sample cannot be used. spec.approvedBy: is missing. spec.chainSha256:"
                + " is missing. spec.expiresAt: is missing. spec.maxPhones: is missing."
                + " spec.renewal: is missing. spec.rules: expected at least one rule.");
  }

  @Test
  void refusesADigestWithColons() {
    assertThatThrownBy(() -> gatherer.gather(approval(spec("AB:CD", "TrustAnchorMissing", 1L))))
        .hasMessageContaining("64 lower-case hexadecimal digits without colons, found \"AB:CD\"");
  }

  @Test
  void refusesARuleThatDoesNotExist() {
    assertThatThrownBy(() -> gatherer.gather(approval(spec(SHA256, "TrustAnchorMising", 1L))))
        .hasMessageContaining(
            "there is no rule \"TrustAnchorMising\". Did you mean \"TrustAnchorMissing\"?");
  }

  @Test
  void refusesANegativeNumberOfPhones() {
    assertThatThrownBy(() -> gatherer.gather(approval(spec(SHA256, "WildcardName", -1L))))
        .hasMessageContaining("spec.maxPhones: expected 0 or more phones, found -1.");
  }

  @Test
  void refusesAnInstantWithoutZone() {
    RenewalApprovalSpec spec =
        new RenewalApprovalSpec(
            "pool", SHA256, List.of("WildcardName"), 1L, "2026-12-31", null, null, "alice");

    assertThatThrownBy(() -> gatherer.gather(approval(spec)))
        .hasMessageContaining("such as 2026-12-31T00:00:00Z, found \"2026-12-31\"");
  }

  @Test
  void anApprovalWithoutSpecIsRefused() {
    RenewalApproval approval = new RenewalApproval();
    approval.setMetadata(new ObjectMetaBuilder().withName("sample").build());

    assertThatThrownBy(() -> gatherer.gather(approval))
        .isInstanceOf(UnresolvedInputException.class);
  }

  private static RenewalApprovalSpec spec(String sha256, String rule, long maxPhones) {
    return new RenewalApprovalSpec(
        "pool", sha256, List.of(rule), maxPhones, "2026-12-31T00:00:00Z", null, null, "alice");
  }

  private static RenewalApproval approval(RenewalApprovalSpec spec) {
    RenewalApproval approval = new RenewalApproval();
    approval.setMetadata(new ObjectMetaBuilder().withName("sample").build());
    approval.setSpec(spec);
    return approval;
  }
}

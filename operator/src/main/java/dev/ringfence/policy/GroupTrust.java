package dev.ringfence.policy;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.fleet.CertificateWebService;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.pki.BasicConstraints;
import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a group of one firmware trusts: its own store, and what provisioning brings to it. */
public final class GroupTrust {
  private static final List<Integer> PORTS_NEEDED = List.of(80, 443);

  private final FirmwareFacts facts;
  private final FleetGroup group;
  private final ProvisionedTrust provisioned;

  public GroupTrust(FirmwareFacts facts, FleetGroup group, ProvisionedTrust provisioned) {
    this.facts = facts;
    this.group = group;
    this.provisioned = provisioned;
  }

  /** Model (or family, if the model is unknown) and firmware. */
  public String phone() {
    String model = facts.model();
    return (model == null ? facts.family() + " phone" : model) + " on " + facts.version();
  }

  public AnchorTrust of(Certificate certificate) {
    return new AnchorTrust(facts.trusts(certificate), strongest(pushes(certificate)));
  }

  /**
   * Whether a path may end here. A store that is not known completely may hold any root; it holds
   * an intermediate or an end entity only if somebody says so.
   */
  public boolean possibleAnchor(Certificate certificate) {
    AnchorTrust trust = of(certificate);
    return switch (trust.answer()) {
      case YES -> true;
      case NO -> false;
      case UNKNOWN ->
          root(certificate)
              || trust.pushed().answer() == Answer.UNKNOWN
              || !trust.held().statements().isEmpty();
    };
  }

  /** One answer for each means by which somebody pushes the certificate; empty if nobody does. */
  public List<Reach> pushes(Certificate certificate) {
    List<Reach> means = new ArrayList<>();
    if (provisioned.activeDirectory().contains(certificate)) {
      means.add(
          group.signIn() == SignIn.UNDECLARED
              ? undeclared()
              : Reach.of(facts.fact(FactKey.activeDirectory(group.signIn().label()))));
    }
    CertificateWebService service = provisioned.certificateWebService();
    if (service != null && service.trustedCaCerts().contains(certificate)) {
      means.add(webServiceReach(service));
    }
    return means;
  }

  /** Whatever distinguishes two groups of one firmware for {@link #of}. */
  String key() {
    CertificateWebService service = provisioned.certificateWebService();
    Stream<String> pushed =
        service == null
            ? Stream.of()
            : Stream.concat(
                Stream.of("" + service.inferCertChainFromSsl() + service.ports()),
                service.trustedCaCerts().stream().map(Certificate::sha256));
    return Stream.concat(
            Stream.of(group.signIn().label(), "" + group.storedChain()),
            Stream.concat(
                provisioned.activeDirectory().stream().map(Certificate::sha256),
                Stream.concat(Stream.of("|"), pushed)))
        .collect(Collectors.joining(" "));
  }

  private Reach webServiceReach(CertificateWebService service) {
    if (group.signIn() == SignIn.UNDECLARED) {
      return undeclared();
    }
    Reach reach = Reach.of(facts.fact(FactKey.certificateWebService(group.signIn().label())));
    if (group.storedChain()) {
      return new Reach(
          Answer.NO,
          reach.statements(),
          "The phones have already stored a chain from the certificate web service and keep it until"
              + " they are reset.");
    }
    if (service.inferCertChainFromSsl()) {
      Fact ignored = facts.fact(FactKey.IGNORES_TRUSTED_CA_CERTS);
      if (ignored.answer() != Answer.NO) {
        return new Reach(
            ignored.answer() == Answer.YES ? Answer.NO : Answer.UNKNOWN,
            ignored.statements(),
            "TrustedCACerts is ignored while InferCertChainFromSSL is true.");
      }
    }
    if (reach.answer() == Answer.YES && !service.ports().containsAll(PORTS_NEEDED)) {
      return new Reach(
          Answer.UNKNOWN,
          reach.statements(),
          "The certificate web service is reported to need ports 80 and 443, reachable are "
              + service.ports()
              + ".");
    }
    return reach;
  }

  private static Reach undeclared() {
    return new Reach(
        Answer.NO,
        List.of(),
        "The group declares no sign-in method, so pushed trust does not count for it.");
  }

  private static Reach strongest(List<Reach> means) {
    Reach best = Reach.NOBODY;
    for (Reach reach : means) {
      if (reach.answer() == Answer.YES
          || (reach.answer() == Answer.UNKNOWN && best.answer() == Answer.NO)) {
        best = reach;
      }
    }
    return best;
  }

  private static boolean root(Certificate certificate) {
    return certificate.selfIssued()
        && certificate.basicConstraints().map(BasicConstraints::ca).orElse(true);
  }
}

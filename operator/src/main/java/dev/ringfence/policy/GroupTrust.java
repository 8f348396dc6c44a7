package dev.ringfence.policy;

import dev.ringfence.catalog.Answer;
import dev.ringfence.catalog.Fact;
import dev.ringfence.catalog.FactKey;
import dev.ringfence.catalog.FirmwareFacts;
import dev.ringfence.catalog.Holding;
import dev.ringfence.fleet.CertificateWebService;
import dev.ringfence.fleet.PhoneTraits;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.pki.BasicConstraints;
import dev.ringfence.pki.Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a group of one firmware trusts: its own store, and what provisioning brings to it. Each
 * answer is worked out once. Not for use by several threads at once.
 */
public final class GroupTrust {
  private static final List<Integer> PORTS_NEEDED = List.of(80, 443);

  private final FirmwareFacts facts;
  private final PhoneTraits phones;
  private final ProvisionedTrust provisioned;
  private final Map<Certificate, AnchorTrust> answers = new HashMap<>();

  public GroupTrust(FirmwareFacts facts, PhoneTraits phones, ProvisionedTrust provisioned) {
    this.facts = facts;
    this.phones = phones;
    this.provisioned = provisioned;
  }

  public FirmwareFacts facts() {
    return facts;
  }

  /** Model (or family, if the model is unknown) and firmware. */
  public String phone() {
    return facts.phone();
  }

  public AnchorTrust of(Certificate certificate) {
    AnchorTrust known = answers.get(certificate);
    if (known == null) {
      known = new AnchorTrust(facts.trusts(certificate), pushed(certificate));
      answers.put(certificate, known);
    }
    return known;
  }

  /** As {@link #of} answers, without the reasons. */
  public Answer answer(Certificate certificate) {
    return facts.holds(certificate).answer().or(pushed(certificate).answer());
  }

  /**
   * Whether a path may end here. A store that is not known completely may hold any root; it holds
   * an intermediate or an end entity only if somebody says so.
   */
  public boolean possibleAnchor(Certificate certificate) {
    return switch (answer(certificate)) {
      case YES -> true;
      case NO -> false;
      case UNKNOWN ->
          root(certificate)
              || facts.holds(certificate).spokenOf()
              || pushed(certificate).answer() == Answer.UNKNOWN;
    };
  }

  /** Whether it is trusted only because somebody pushes it. */
  public boolean onlyPushed(Certificate certificate) {
    return pushed(certificate).answer() == Answer.YES
        && facts.holds(certificate).answer() != Answer.YES;
  }

  /**
   * Writes down all of {@link #of} but the reasons, in three letters: the same for certificates and
   * groups that it answers alike.
   */
  void bearing(Certificate certificate, StringBuilder text) {
    Holding held = facts.holds(certificate);
    text.append(held.answer().initial())
        .append(pushed(certificate).answer().initial())
        .append(held.spokenOf() ? '+' : '-');
  }

  /** One answer for each means by which somebody pushes the certificate; empty if nobody does. */
  public List<Reach> pushes(Certificate certificate) {
    if (provisioned.isNone()) {
      return List.of();
    }
    List<Reach> means = new ArrayList<>();
    if (provisioned.activeDirectory().contains(certificate)) {
      means.add(
          phones.signIn() == SignIn.UNDECLARED
              ? undeclared()
              : Reach.of(facts.fact(FactKey.activeDirectory(phones.signIn().label()))));
    }
    CertificateWebService service = provisioned.certificateWebService();
    if (service != null && service.trustedCaCerts().contains(certificate)) {
      means.add(webServiceReach(service));
    }
    return means;
  }

  private Reach webServiceReach(CertificateWebService service) {
    if (phones.signIn() == SignIn.UNDECLARED) {
      return undeclared();
    }
    Reach reach = Reach.of(facts.fact(FactKey.certificateWebService(phones.signIn().label())));
    if (phones.storedChain()) {
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

  /** The strongest of {@link #pushes}. */
  private Reach pushed(Certificate certificate) {
    Reach best = Reach.NOBODY;
    for (Reach reach : pushes(certificate)) {
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

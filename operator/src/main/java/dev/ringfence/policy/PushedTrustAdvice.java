package dev.ringfence.policy;

import dev.ringfence.fleet.CertificateWebService;
import dev.ringfence.fleet.PhoneFleet;
import dev.ringfence.fleet.ProvisionedTrust;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.pki.Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Roots that could be brought to the phones: published in the directory for those that sign in with
 * credentials of the domain, handed out by the certificate web service for those that use a PIN.
 * For each means the one root is given that recovers most phones and loses none.
 */
final class PushedTrustAdvice {
  private static final int MAX_ROOTS = 8;
  private static final List<Integer> PORTS = List.of(80, 443);

  private final Evaluation evaluation;
  private final Workbench workbench;
  private final Standing now;

  private record Trial(TrustPush push, Effect effect) {
    long recovered() {
      return AdvisedGroup.phonesInUse(effect.recovered());
    }
  }

  PushedTrustAdvice(Evaluation evaluation, Workbench workbench, Standing now) {
    this.evaluation = evaluation;
    this.workbench = workbench;
    this.now = now;
  }

  List<Advice> advice() {
    if (IntStream.range(0, now.size()).noneMatch(this::reachable)) {
      return List.of();
    }
    return Stream.of(TrustPush.Means.values())
        .flatMap(means -> best(means).stream())
        .map(trial -> advice(trial.push(), trial.effect()))
        .toList();
  }

  private boolean reachable(int i) {
    return !now.works(i) && now.member(i).group().signIn() != SignIn.UNDECLARED;
  }

  private Optional<Trial> best(TrustPush.Means means) {
    return roots()
        .limit(MAX_ROOTS)
        .flatMap(root -> trial(new TrustPush(means, root)).stream())
        .filter(trial -> !trial.effect().recovered().isEmpty() && trial.effect().lost().isEmpty())
        .min(
            Comparator.comparingLong((Trial trial) -> -trial.recovered())
                .thenComparing(trial -> trial.push().certificate().sha256()));
  }

  /** Known roots that a path from the end entity leads to, served ones too, by SHA-256. */
  private Stream<Certificate> roots() {
    return now.chain().known().stream()
        .filter(Certificate::selfIssued)
        .filter(root -> root.validity().contains(evaluation.at()))
        .filter(root -> !root.equals(evaluation.chain().endEntity()));
  }

  /** Empty if nothing changes, or if a rule cannot judge it. */
  private Optional<Trial> trial(TrustPush push) {
    List<PhoneFleet> fleets =
        evaluation.fleets().stream().map(fleet -> pushed(fleet, push)).toList();
    if (fleets.equals(evaluation.fleets())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Trial(push, Effect.between(now, Standing.of(evaluation.judging(fleets), workbench))));
    } catch (RuleFailedException e) {
      return Optional.empty();
    }
  }

  private static PhoneFleet pushed(PhoneFleet fleet, TrustPush push) {
    ProvisionedTrust trust = fleet.provisionedTrust();
    ProvisionedTrust more =
        switch (push.means()) {
          case ACTIVE_DIRECTORY ->
              new ProvisionedTrust(
                  with(trust.activeDirectory(), push.certificate()), trust.certificateWebService());
          case CERTIFICATE_WEB_SERVICE ->
              new ProvisionedTrust(
                  trust.activeDirectory(),
                  handingOut(trust.certificateWebService(), push.certificate()));
        };
    return new PhoneFleet(fleet.name(), fleet.groups(), more, fleet.excluded(), fleet.observedAt());
  }

  /** As it is after the commands: InferCertChainFromSSL is off, because it would prevail. */
  private static CertificateWebService handingOut(
      @Nullable CertificateWebService service, Certificate root) {
    return service == null
        ? new CertificateWebService(List.of(root), false, PORTS)
        : new CertificateWebService(with(service.trustedCaCerts(), root), false, service.ports());
  }

  private static List<Certificate> with(List<Certificate> certificates, Certificate one) {
    return certificates.contains(one)
        ? certificates
        : Stream.concat(certificates.stream(), Stream.of(one)).toList();
  }

  private Advice advice(TrustPush push, Effect effect) {
    String root = AdviceText.certificate(push.certificate());
    boolean infers =
        evaluation.fleets().stream()
            .map(fleet -> fleet.provisionedTrust().certificateWebService())
            .anyMatch(service -> service == null || service.inferCertChainFromSsl());
    return switch (push.means()) {
      case ACTIVE_DIRECTORY ->
          new Advice(
              AdviceKind.PUBLISH_IN_ACTIVE_DIRECTORY,
              "Publish the root "
                  + root
                  + " in Active Directory, from where the phones take it at their next sign-in"
                  + " inside the network: "
                  + AdviceText.effect(effect),
              null,
              List.of(),
              push,
              AdministratorCommands.publish(push.certificate()),
              effect);
      case CERTIFICATE_WEB_SERVICE ->
          new Advice(
              AdviceKind.TRUST_IN_WEB_SERVICE,
              "Let the certificate web service hand out the root "
                  + root
                  + ", which has to be in the server's own store of trusted roots first, and on"
                  + " ports 80 and 443: "
                  + AdviceText.effect(effect)
                  + (infers
                      ? " InferCertChainFromSSL has to be off, because TrustedCACerts is ignored"
                          + " while it is on."
                      : ""),
              null,
              List.of(),
              push,
              AdministratorCommands.handOut(push.certificate(), infers),
              effect);
    };
  }
}

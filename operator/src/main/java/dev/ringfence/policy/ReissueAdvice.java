package dev.ringfence.policy;

import dev.ringfence.pki.Certificate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * That certificates signed with RSASSA-PSS have to be issued again without it. Nothing of it can be
 * evaluated, because those certificates do not exist yet.
 */
final class ReissueAdvice {
  private static final String RULE = "SignatureAlgorithmUnsupported";
  private static final String PSS = "rsassaPss";

  private final Evaluation evaluation;
  private final Standing now;

  ReissueAdvice(Evaluation evaluation, Standing now) {
    this.evaluation = evaluation;
    this.now = now;
  }

  List<Advice> advice() {
    List<Certificate> signed =
        evaluation.chain().certificates().stream()
            .filter(certificate -> certificate.signatureAlgorithm().name().equals(PSS))
            .filter(certificate -> !certificate.selfIssued())
            .distinct()
            .toList();
    long phones =
        IntStream.range(0, now.size())
            .filter(i -> now.outcome(i) == Outcome.BROKEN && now.errors(i).contains(RULE))
            .mapToLong(i -> now.member(i).countedPhones())
            .sum();
    if (signed.isEmpty() || phones == 0) {
      return List.of();
    }
    return List.of(
        new Advice(
            AdviceKind.REISSUE_WITHOUT_RSASSA_PSS,
            "Issue "
                + AdviceText.certificates(signed)
                + " again with a PKCS #1 v1.5 signature: "
                + RULE
                + " stops "
                + AdviceText.phones(phones)
                + ". A Windows certification authority signs with RSASSA-PSS while its"
                + " AlternateSignatureAlgorithm is set; its own certificate follows CAPolicy.inf"
                + " when it is renewed. This could not be evaluated, because such certificates do"
                + " not exist yet: check the new chain.",
            null,
            List.of(),
            null,
            AdministratorCommands.signWithoutPss(),
            Effect.NOT_EVALUATED));
  }
}

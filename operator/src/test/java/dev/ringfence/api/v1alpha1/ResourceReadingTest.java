package dev.ringfence.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the client's own mapper makes of the records. */
class ResourceReadingTest {
  private final KubernetesSerialization serialization = new KubernetesSerialization();

  @Test
  void aResourceSurvivesTheRoundTrip() throws Exception {
    String text =
        Files.readString(Path.of("src/test/resources/crds/renewalpolicy/valid-spec-full.yaml"));
    RenewalPolicy policy = serialization.unmarshal(text, RenewalPolicy.class);

    JsonNode written = new ObjectMapper().readTree(serialization.asJson(policy)).path("spec");
    JsonNode read = serialization.unmarshal(text, JsonNode.class).path("spec");

    assertThat(written).isEqualTo(read);
  }

  @Test
  void wordsAndFieldsOfANewerSchemaDoNotStopTheReading() {
    CertificateRenewal renewal =
        serialization.unmarshal(
            """
            apiVersion: ringfence.dev/v1alpha1
            kind: CertificateRenewal
            metadata: {name: pool}
            spec:
              chain: {ocsp: {name: later}}
              fleetRefs: [{name: desk-phones, weight: 3}]
              later: true
            status: {verdict: Postpone, later: [1]}
            """,
            CertificateRenewal.class);

    assertThat(renewal.getStatus().verdict()).isEqualTo("Postpone");
    assertThat(renewal.getSpec().fleetRefs()).containsExactly(new NameRef("desk-phones"));
  }

  @Test
  void absentListsAreEmptyAndAbsentValuesAreNotWritten() throws Exception {
    RenewalApprovalStatus status = new RenewalApprovalStatus(3L, true, null, List.of());

    assertThat(serialization.asJson(status))
        .isEqualTo("{\"observedGeneration\":3,\"inForce\":true,\"conditions\":[]}");
    assertThat(serialization.unmarshal("{}", PhoneFleetSpec.class).groups()).isEmpty();
  }

  @Test
  void aChainOf128KiBIsTheLongestThatTheSchemaAdmits() throws Exception {
    assertThat(refusals(131_072)).isEmpty();
    assertThat(refusals(131_073)).containsExactly("maxLength");
  }

  private static List<String> refusals(int length) throws Exception {
    JsonNode renewal =
        new ObjectMapper()
            .readTree(
                "{\"spec\":{\"chain\":{\"inline\":\"%s\"},\"fleetRefs\":[{\"name\":\"a\"}]}}"
                    .formatted("A".repeat(length)));
    return new CrdSchemas()
        .of("CertificateRenewal").validate(renewal).stream().map(m -> m.getType()).toList();
  }
}

package dev.ringfence.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalApprovalSpec;
import dev.ringfence.faults.Cluster.Applied;
import dev.ringfence.gather.ChainGatherer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds for every write, whatever fails; each violation is a sentence. */
final class WireInvariants {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Approval and renewal are two objects: no write can depend on both at one instant. */
  static final Duration GRACE = Duration.ofSeconds(1);

  private static final String REPEATED = "is the second of its kind without a status in between";

  private final List<Applied> history;
  private final ExpectedVerdict expected;
  private final List<String> violations = new ArrayList<>();

  WireInvariants(List<Applied> history) {
    this.history = history;
    this.expected = new ExpectedVerdict(history);
  }

  /** For a cache that goes back in time: the same report is then written for each of its steps. */
  List<String> violationsButRepeated(List<WireWrite> writes) {
    return violations(writes).stream().filter(text -> !text.endsWith(REPEATED)).toList();
  }

  List<String> violations(List<WireWrite> writes) {
    violations.clear();
    for (WireWrite write : writes) {
      if (write.kind() == WriteKind.RENEWAL_STATUS) {
        checkVersion(write);
        if (write.isCommitted()) {
          checkCommitted(write);
        }
      }
    }
    checkReportsPerStatus(writes);
    checkEvents(writes);
    return List.copyOf(violations);
  }

  private void checkVersion(WireWrite write) {
    JsonNode meta = read(write.request().body()).path("metadata");
    if (meta.path("resourceVersion").asText().isEmpty() || meta.path("uid").asText().isEmpty()) {
      violate(write, "carries neither version nor uid of the object that it was computed from");
    }
  }

  /** The answer holds the object as it was when the status got in. */
  private void checkCommitted(WireWrite write) {
    JsonNode status = read(write.request().body()).path("status");
    JsonNode object = read(write.answer());
    long generation = object.at("/metadata/generation").asLong();
    if (status.path("observedGeneration").asLong() != generation) {
      violate(write, "speaks of another generation than " + generation);
    }
    status
        .path("conditions")
        .forEach(
            condition -> {
              if (condition.path("observedGeneration").asLong() != generation) {
                violate(write, "has a condition of another generation than " + generation);
              }
            });
    String chain =
        new ChainGatherer()
            .gather(
                object.at("/spec/chain/inline").asText().getBytes(StandardCharsets.US_ASCII),
                "spec")
            .sha256();
    if (!status.path("chainSha256").asText().equals(chain)) {
      violate(write, "speaks of another chain than " + chain);
    }
    if (!isKnownSpec(generation, object.at("/metadata/uid").asText())) {
      violate(write, "speaks of generation " + generation + ", which nobody applied");
    }
    checkGate(write, status, chain, generation);
  }

  private void checkGate(WireWrite write, JsonNode status, String chain, long generation) {
    String verdict = status.path("verdict").asText();
    boolean open = status.path("gate").asText().equals("Open");
    String judged = expected.verdict(status, generation, write.at());
    if (!judged.equals(verdict)) {
      violate(write, "says " + verdict + ", where the inputs it names give " + judged);
    }
    long unfit = status.at("/phones/broken").asLong() + status.at("/phones/undetermined").asLong();
    boolean decided = verdict.equals("Allow") || verdict.equals("Warn");
    if (open && !(decided && unfit == 0) && !isApproved(write, chain, unfit)) {
      violate(
          write,
          "opens on %s with %d phones broken or undetermined, and nobody approved that"
              .formatted(verdict, unfit));
    }
  }

  private boolean isKnownSpec(long generation, String uid) {
    return history.stream()
        .filter(applied -> applied.object() instanceof CertificateRenewal)
        .anyMatch(
            applied ->
                applied.object().getMetadata().getGeneration() == generation
                    && applied.object().getMetadata().getUid().equals(uid));
  }

  private boolean isApproved(WireWrite write, String chain, long phones) {
    return history.stream()
        .filter(applied -> applied.inForceAt(write.nanos(), GRACE.toNanos()))
        .map(Applied::object)
        .filter(RenewalApproval.class::isInstance)
        .map(object -> ((RenewalApproval) object).getSpec())
        .anyMatch(spec -> covers(spec, chain, phones, write.at()));
  }

  private static boolean covers(RenewalApprovalSpec spec, String chain, long phones, Instant at) {
    Long accepted = spec.maxPhones();
    return chain.equals(spec.chainSha256())
        && accepted != null
        && accepted >= phones
        && Instant.parse(String.valueOf(spec.expiresAt())).isAfter(at);
  }

  /**
   * A reconcile writes at most one status and then one report; Events are counted apart. What the
   * operator never heard of does not count: it has to write that again.
   */
  private void checkReportsPerStatus(List<WireWrite> writes) {
    Map<Integer, Integer> reports = new HashMap<>();
    Map<Integer, Integer> events = new HashMap<>();
    for (WireWrite write : writes) {
      if (write.kind() == WriteKind.RENEWAL_STATUS) {
        reports.remove(write.operator());
        events.remove(write.operator());
      } else if (write.isCommitted() && write.heard() && write.kind() == WriteKind.REPORT) {
        count(write, reports);
      } else if (write.isCommitted() && write.heard() && write.kind() == WriteKind.EVENT) {
        count(write, events);
      }
    }
  }

  /** An Event tells of a status that is in force, or was until the operator could send it. */
  private void checkEvents(List<WireWrite> writes) {
    List<JsonNode> accepted = new ArrayList<>();
    for (WireWrite write : writes) {
      if (write.kind() == WriteKind.OTHER) {
        violate(write, "is of no kind that these tests know");
      }
      if (!write.isCommitted()) {
        continue;
      }
      if (write.kind() == WriteKind.RENEWAL_STATUS) {
        accepted.add(read(write.answer()));
      } else if (write.kind() == WriteKind.EVENT) {
        JsonNode event = read(write.request().body());
        if (accepted.stream().noneMatch(renewal -> isAbout(event, renewal))) {
          violate(write, "tells of a verdict that is in no status: " + event.path("message"));
        }
      }
    }
  }

  private static boolean isAbout(JsonNode event, JsonNode renewal) {
    return event.at("/involvedObject/uid").equals(renewal.at("/metadata/uid"))
        && event.path("reason").equals(renewal.at("/status/verdict"))
        && event
            .path("message")
            .asText()
            .startsWith("Gate " + renewal.at("/status/gate").asText() + ".");
  }

  private void count(WireWrite write, Map<Integer, Integer> counts) {
    if (counts.merge(write.operator(), 1, Integer::sum) > 1) {
      violate(write, REPEATED);
    }
  }

  private void violate(WireWrite write, String what) {
    violations.add("%s: %s".formatted(write, what));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

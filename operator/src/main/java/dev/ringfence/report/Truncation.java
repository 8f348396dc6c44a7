package dev.ringfence.report;

import dev.ringfence.policy.GroupReport;
import java.util.List;

/**
 * What a shortened report left out.
 *
 * @param sha256 of the whole report's bytes
 */
record Truncation(List<GroupReport> kept, long groupsOmitted, long phonesOmitted, String sha256) {
  Truncation {
    kept = List.copyOf(kept);
  }

  void write(JsonWriter json) {
    json.number("groupsOmitted", groupsOmitted);
    json.number("phonesOmitted", phonesOmitted);
    json.text("sha256", sha256);
  }
}

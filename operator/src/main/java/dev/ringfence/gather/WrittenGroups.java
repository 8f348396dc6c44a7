package dev.ringfence.gather;

import dev.ringfence.api.v1alpha1.PhoneGroup;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.SignIn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the groups that a fleet writes. */
final class WrittenGroups {
  static final int MAX_GROUPS = 2_000;
  private static final int MAX_NAME = 253;
  private static final int MAX_TEXT = 128;
  private static final int DATE = "2026-11-05".length();

  private final Refusals refusals;

  WrittenGroups(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Those that are sound; what is wrong with the others is among the refusals. */
  List<FleetGroup> read(List<PhoneGroup> written) {
    if (written.size() > MAX_GROUPS) {
      refusals.add(
          "spec.groups",
          "expected at most %d groups, found %d.".formatted(MAX_GROUPS, written.size()));
      return List.of();
    }
    var groups = new ArrayList<FleetGroup>();
    var names = new HashSet<String>();
    for (int i = 0; i < written.size(); i++) {
      var field = "spec.groups[%d]".formatted(i);
      var group = written.get(i);
      var name = text(field + ".name", group.name(), MAX_NAME);
      if (!name.isEmpty() && !names.add(name)) {
        refusals.add(field + ".name", "two groups are named \"%s\".".formatted(name));
      }
      long phones = phones(field + ".phones", group.phones());
      var sound = group(field, group, name, phones);
      if (!name.isEmpty()) {
        groups.add(sound);
      }
    }
    return groups;
  }

  private FleetGroup group(String field, PhoneGroup group, String name, long phones) {
    return new FleetGroup(
        name.isEmpty() ? field : name,
        group.platform(),
        optional(field + ".model", group.model(), MAX_TEXT),
        text(field + ".firmware", group.firmware(), MAX_TEXT),
        phones,
        optional(field + ".site", group.site(), MAX_NAME),
        signIn(field + ".signIn", group.signIn()),
        refusals.word(field + ".kind", group.kind(), GroupKind.IN_USE, GroupKind::label),
        lastSeen(field + ".lastSeen", group.lastSeen()),
        Boolean.TRUE.equals(group.storedChain()));
  }

  private String text(String field, @Nullable String value, int limit) {
    var text = refusals.required(field, value == null ? null : value.strip());
    return optional(field, text, limit);
  }

  private String optional(String field, @Nullable String value, int limit) {
    var text = value == null ? "" : value.strip();
    if (text.length() > limit) {
      refusals.add(
          field, "expected at most %d characters, found %d.".formatted(limit, text.length()));
      return text.substring(0, limit);
    }
    return text;
  }

  private long phones(String field, @Nullable Long phones) {
    if (phones == null) {
      refusals.add(field, "is missing.");
      return 0;
    }
    if (phones < 0 || phones > FleetGroup.MAX_PHONES) {
      refusals.add(
          field, "expected 0 to %d phones, found %d.".formatted(FleetGroup.MAX_PHONES, phones));
      return 0;
    }
    return phones;
  }

  private SignIn signIn(String field, @Nullable String value) {
    if (value == null) {
      return SignIn.UNDECLARED;
    }
    var declared = SignIn.declared(value);
    if (declared.isEmpty()) {
      refusals.add(
          field, "expected one of UsbTether, Pin, Credentials, found \"%s\".".formatted(value));
    }
    return declared.orElse(SignIn.UNDECLARED);
  }

  /** An instant, or a date, which stands for its first second in UTC. */
  private @Nullable Instant lastSeen(String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return value.length() == DATE
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(value);
    } catch (DateTimeException e) {
      refusals.add(
          field,
          "expected a date such as 2026-11-05 or an instant with a zone such as"
              + " 2026-11-05T00:00:00Z, found \"%s\".".formatted(value));
      return null;
    }
  }
}

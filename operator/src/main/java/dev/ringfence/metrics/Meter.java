package dev.ringfence.metrics;

import java.util.List;

/**
 * One metric: its name in the exposition format, what it says, and its labels in order. Every name
 * that a scrape can show is a constant of this class.
 */
public record Meter(String name, String help, List<String> labels) {
  public static final Meter RENEWALS =
      of(
          "ringfence_renewals",
          "Renewals, by verdict (Allow, Warn, Block, Hold) and gate (Open, Closed).",
          "namespace",
          "verdict",
          "gate");
  public static final Meter RENEWAL_PHONES =
      of(
          "ringfence_renewal_phones",
          "Phones in use of a renewal whose verdict is not Allow, by outcome.",
          "namespace",
          "renewal",
          "gate",
          "outcome");
  public static final Meter RENEWALS_UNNAMED =
      of("ringfence_renewals_unnamed", "Renewals that the cap on series left without a name.");
  public static final Meter PHONES =
      of(
          "ringfence_phones",
          "Phones in use over all fleets, by platform, model and firmware.",
          "platform",
          "model",
          "firmware");
  public static final Meter FLEET_PHONES =
      of(
          "ringfence_fleet_phones",
          "Phones in use of a fleet, by the worst outcome over the renewals that name it.",
          "namespace",
          "fleet",
          "outcome");
  public static final Meter PHONES_AT_RISK =
      of(
          "ringfence_phones_at_risk",
          "Phones in use that are not Compatible, by the worst outcome over the renewals whose"
              + " verdict is not Allow.",
          "platform",
          "model",
          "firmware",
          "outcome");
  public static final Meter CHAIN_BREAKS_AT =
      of(
          "ringfence_chain_breaks_at_timestamp_seconds",
          "The first second at which a group that has this outcome now will fail, for renewals that"
              + " break within a year.",
          "namespace",
          "renewal",
          "outcome");
  public static final Meter FLEET_OBSERVED =
      of(
          "ringfence_fleet_observed_timestamp_seconds",
          "The newest instant at which the inventory of a fleet saw a phone.",
          "namespace",
          "fleet");
  public static final Meter CATALOG_INFO =
      of(
          "ringfence_catalog_info",
          "Firmware catalogs in force: 1 for each built-in pack and FirmwareCatalog object.",
          "catalog",
          "platform",
          "edition");
  public static final Meter EVALUATIONS =
      of("ringfence_evaluations_total", "Evaluations of renewals, by verdict.", "verdict");
  public static final Meter EVALUATION_DURATION =
      of(
          "ringfence_evaluation_duration_seconds",
          "How long gathering the inputs of a renewal and evaluating them took.");
  public static final Meter RULE_ERRORS =
      of(
          "ringfence_rule_errors_total",
          "Evaluations in which a rule threw, so that the verdict is Hold.",
          "rule");
  public static final Meter REPORT_RENDERINGS =
      of(
          "ringfence_report_renderings_total",
          "How often a report was rendered, to be written or to be compared.");
  public static final Meter APPROVALS =
      of(
          "ringfence_approvals",
          "Approvals, by state: InForce, or NotInForce when a clause fails.",
          "state");

  /** Every metric that this program exposes, sorted by name. */
  public static final List<Meter> ALL =
      List.of(
          APPROVALS,
          CATALOG_INFO,
          CHAIN_BREAKS_AT,
          EVALUATION_DURATION,
          EVALUATIONS,
          FLEET_OBSERVED,
          FLEET_PHONES,
          PHONES,
          PHONES_AT_RISK,
          RENEWAL_PHONES,
          RENEWALS,
          RENEWALS_UNNAMED,
          REPORT_RENDERINGS,
          RULE_ERRORS);

  public Meter {
    labels = List.copyOf(labels);
  }

  private static Meter of(String name, String help, String... labels) {
    return new Meter(name, help, List.of(labels));
  }
}
